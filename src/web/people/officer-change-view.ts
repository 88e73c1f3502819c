import { hasRole } from '../../kernel/actor.js';
import { CHANGE_WRITERS } from '../../officers/domain/policy.js';
import { isReversible, type ChangeState } from '../../officers/domain/officer-change.js';
import type { OfficerChangeEntity } from '../../officers/index.js';
import type { OfficerChangeView, PlanPartView, PlanTicketView } from './officer-change-page.js';
import { changeStateLabel } from './officers-words.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { dueMoment, fullDay, moment } from '../kit/words/time.js';
import { count } from '../kit/words/numbers.js';
import { caseLetterRow, mayBeginAnother } from '../drafting/case-letters-view.js';
import { fullTitle, unitName } from '../kit/names.js';
import { changeHref, unitHref } from './officers-view.js';
import type { OfficerChangeReading } from './officers-reading.js';

export function officerChangeView(reading: OfficerChangeReading): OfficerChangeView {
  const { change, plan, names } = reading;
  const { id, state, unitId } = change;
  return {
    unit: unitName(names, unitId) ?? '',
    unitHref: unitHref(unitId),
    state: changeStateLabel(state),
    isNews: state === 'done',
    facts: [...whatFacts(reading), ...courseFacts(change)],
    parts: state === 'done' || state === 'reversed' ? [] : planParts(reading),
    tickets: ticketsOf(reading),
    takers: plan.takers.map((taker) => ({ value: taker, label: fullTitle(names, taker) ?? '' })),
    ...actsOf(reading),
    stayed: change.stayed ?? [],
    problem: change.problem,
    letter: letterOf(reading, changeHref(id)),
  };
}

function whatFacts({ change, names }: OfficerChangeReading): OfficerChangeView['facts'] {
  const { leavingId, takingId, validFrom, reason, phone, email } = change;
  return [
    { label: 'Thôi làm đầu mối', value: fullTitle(names, leavingId) ?? 'Chưa có ai' },
    { label: 'Nhận việc', value: fullTitle(names, takingId) ?? '' },
    { label: 'Từ ngày', value: fullDay(validFrom) },
    { label: 'Lý do, căn cứ', value: reason },
    { label: 'Liên hệ công bố', value: `${phone}; ${email}` },
  ];
}

const MAY_BE_WITHDRAWN: readonly ChangeState[] = ['planned', 'waiting', 'failed'];

type Acts = Pick<OfficerChangeView, 'chooseAction' | 'confirm' | 'withdrawAction' | 'reverseAction'>;

function actsOf(reading: OfficerChangeReading): Acts {
  const { change, plan, now, today } = reading;
  const { id, state, validFrom } = change;
  const href = changeHref(id);
  const isOpen = state === 'planned';
  const mayChoose = isOpen && plan.takers.length > 1 && plan.tickets.length > 0;
  const label = validFrom > today ? `Xác nhận, thực hiện ngày ${fullDay(validFrom)}` : 'Xác nhận và thực hiện ngay';
  return {
    chooseAction: mayChoose ? `${href}/phieu` : null,
    confirm: isOpen ? { action: `${href}/xac-nhan`, hash: plan.hash, label, words: confirmWords(reading) } : null,
    withdrawAction: MAY_BE_WITHDRAWN.includes(state) ? `${href}/bo` : null,
    reverseAction: isReversible(change, now) ? `${href}/hoan-tac` : null,
  };
}

function courseFacts(change: OfficerChangeEntity): OfficerChangeView['facts'] {
  const { createdByName, createdAt, confirmedByName, confirmedAt, doneAt, reversedByName, reversedAt } = change;
  const facts: readonly (readonly [string, string, Date | null])[] = [
    ['Lập kế hoạch', createdByName, createdAt],
    ['Xác nhận', confirmedByName ?? '', confirmedAt],
    ['Thực hiện', '', doneAt],
    ['Hoàn tác', reversedByName ?? '', reversedAt],
  ];
  return facts.flatMap(([label, who, at]) =>
    at === null ? [] : [{ label, value: who === '' ? moment(at) : `${who}, ${moment(at)}` }],
  );
}

function planParts({ change, plan, names }: OfficerChangeReading): readonly PlanPartView[] {
  const taking = fullTitle(names, change.takingId) ?? '';
  const among = (...states: readonly string[]): number =>
    plan.letters.filter(({ state }) => states.includes(state)).length;
  return [
    {
      heading: 'Phiếu',
      count: count(plan.tickets.length),
      words: 'Chuyển sang người nhận, giữ nguyên bước và thời hạn; phiếu chưa nhận việc thì người mới nhận việc.',
    },
    {
      heading: 'Bản thảo đang soạn, chờ duyệt',
      count: count(among('editing', 'contentReview', 'formatReview', 'approved')),
      words: 'Đi theo phiếu; người mới soạn tiếp, ý kiến duyệt đã có vẫn còn hiệu lực.',
    },
    {
      heading: 'Bước ký',
      count: count(among('submitted')),
      words: 'Văn bản đang trình ký không dừng lại; nếu lãnh đạo trả lại thì về người mới.',
    },
    { heading: 'Nhắc hạn', count: count(plan.reminders), words: `Từ lúc thực hiện gửi cho ${taking}.` },
    { heading: 'Danh bạ', count: '1', words: 'Mục của đơn vị đổi cùng lúc; lịch sử giữ ngày bắt đầu, ngày thôi.' },
    { heading: 'Thông báo', count: '', words: 'Hai cán bộ, thủ trưởng đơn vị và Văn phòng Sở nhận tin ngay.' },
    {
      heading: 'Công văn',
      count: '1',
      words: 'Báo Văn phòng Ủy ban nhân dân thành phố, lập sẵn theo mẫu để Văn thư trình ký.',
    },
  ];
}

/** While it is planned or waits, as the plan is now; after, as it was done. */
function ticketsOf({ change, plan, names }: OfficerChangeReading): readonly PlanTicketView[] {
  if (change.handed !== null)
    return change.handed.map(({ id, code, toOfficerId }) => {
      const isBack = change.state === 'reversed' && change.stayed?.includes(code) !== true;
      const holderId = isBack ? change.leavingId : toOfficerId;
      return {
        id,
        code,
        toId: toOfficerId,
        to: fullTitle(names, holderId) ?? '',
        course: isBack ? 'Đã bàn giao, đã trả lại' : 'Đã bàn giao',
        stayed: change.state === 'reversed' && !isBack,
      };
    });
  if (change.state === 'withdrawn') return [];
  return plan.tickets.map(({ ticket, toOfficerId }) => ({
    id: ticket.id,
    code: ticket.code,
    course: `${ticketStateLabel(ticket.state)}, hạn ${dueMoment(ticket.dueAt)}`,
    toId: toOfficerId,
    to: fullTitle(names, toOfficerId) ?? '',
    stayed: false,
  }));
}

function confirmWords({ plan, change, names }: OfficerChangeReading): string {
  const unit = unitName(names, change.unitId) ?? '';
  return `${unit}: bàn giao ${count(plan.tickets.length)} phiếu cùng bản thảo, nhắc hạn và mục danh bạ. Hoàn tác được trong một ngày sau khi thực hiện.`;
}

function letterOf({ actor, change, letters }: OfficerChangeReading, href: string): OfficerChangeView['letter'] {
  const { state, letterSha256, letterProblem } = change;
  if (state !== 'done' && letterSha256 === null) return null;
  const mayBegin = state === 'done' && mayBeginAnother(letters) && hasRole(actor, ...CHANGE_WRITERS);
  const written = { rows: letters.map(caseLetterRow), begin: mayBegin ? `${href}/van-ban` : null };
  if (letterSha256 !== null) {
    const words = state === 'reversed' ? LETTER_VOID : LETTER_READY;
    return { href: `${href}/cong-van.docx`, words, letters: written };
  }
  return { href: null, words: letterProblem ?? 'Đang lập công văn; tải lại trang sau ít giây.', letters: written };
}

const LETTER_VOID =
  'Thay đổi đã hoàn tác: không gửi công văn này. Nếu đã gửi, báo lại Văn phòng Ủy ban nhân dân thành phố.';

const LETTER_READY = 'Công văn đã lập theo mẫu, tải về xem trước.';
