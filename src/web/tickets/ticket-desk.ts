import { z } from 'zod';
import { CATEGORIES, LEVEL_WORDS, LEVELS, REFUSAL_GROUNDS, REFUSAL_REASONS } from '../../law/index.js';
import { DIVERSIONS, NATURE_WORDS } from '../../tickets/domain/intake/intake-nature.js';
import { suspectedOfFeedback, suspicionWords } from '../../tickets/domain/intake/suspected-nature.js';
import type { ActName } from '../../tickets/domain/ticket-acts.js';
import { NATURES } from '../../tickets/domain/ticket-state.js';
import type { IdentityInView } from '../../tickets/domain/identity/identity.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { COMPLAINED, complainedChoice, complaintForm } from '../identity/complaint.js';
import { mayEndAlone, sharedEndWords } from './ticket-merge-view.js';
import { decidedAction, proposingForm } from '../decisions/proposing.js';
import { isProposed } from '../../tickets/domain/decisions/who-decides.js';
import type { TicketReading } from './ticket-reading.js';
import { proposedAgency, proposedCategory, proposedLevel } from './ticket-proposal.js';
import { isToldByItself, readByCitizen } from '../exchange/told-citizen.js';
import { verbatim } from '../identity/citizen-text.js';
import {
  type Control,
  area,
  besides,
  check,
  choice,
  choices,
  field,
  radios,
  seen,
  text,
} from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

/** What the registry and the leader do with a ticket, mostly before a unit has it: complete, classify, return, refuse. */
export function ticketDeskActs(reading: TicketReading): readonly ActFormView[] {
  const forms: readonly (readonly [ActName, (reading: TicketReading) => ActFormView])[] = [
    ['complete', completion],
    ['classify', classification],
    ['return', returnForm],
    ['reject', rejection],
  ];
  return [
    ...forms
      .filter(([act]) => (reading.may.acts.has(act) || mayPropose(reading, act)) && mayEndAlone(reading))
      .map(([, form]) => form(reading)),
    ...complaintForm(reading),
  ];
}

function mayPropose({ may }: TicketReading, act: ActName): boolean {
  return isProposed(act) && may.proposes.has(act);
}

const kind = radios(
  'Loại',
  [
    { value: 'feedback', label: 'Phản ánh' },
    { value: 'petition', label: 'Kiến nghị' },
  ],
  { needed: 'Chọn phản ánh hay kiến nghị.' },
);

export const completing = defineForm({
  seen: seen(),
  subject: text('Trích yếu', { needed: 'Ghi trích yếu.', required: true, maxLength: 500 }),
  place: text('Nơi xảy ra', { maxLength: 200 }),
  kind,
  senderName: text('Họ tên hoặc tên tổ chức'),
  senderPhone: text('Điện thoại', { kind: 'phone' }),
  senderEmail: text('Thư điện tử', { kind: 'email' }),
  senderAddress: text('Địa chỉ'),
  keepSecret: check('Giữ bí mật danh tính người phản ánh'),
});

function completion({ ticket, refused }: TicketReading): ActFormView {
  const { complete, version, subject, place, keepSecret } = ticket;
  const known = knownLines(ticket.sender);
  const line = (name: SenderLine) => ({ hint: known[name] ? 'Đã có; để trống thì giữ nguyên.' : null });
  const frame = {
    id: 'bo-sung',
    label: complete ? 'Sửa thông tin phiếu…' : 'Bổ sung thông tin phiếu…',
    action: `/phieu/${ticket.id}/bo-sung`,
    submit: 'Lưu thông tin phiếu',
    lead: complete
      ? null
      : 'Tin nhận được không kèm phiếu phản ánh. Nội dung phản ánh giữ nguyên, chỉ ghi phần còn thiếu.',
    open: !complete,
  };
  return completing.draw(frame, refused, {
    ...{ seen: version, subject, place, kind: ticket.kind, keepSecret },
    ...{ senderName: line('senderName'), senderPhone: line('senderPhone') },
    ...{ senderEmail: line('senderEmail'), senderAddress: line('senderAddress') },
  });
}

type SenderLine = 'senderName' | 'senderPhone' | 'senderEmail' | 'senderAddress';

/** Which lines of the sender the ticket has already; none is told to the unit complained about. */
function knownLines({ masked }: IdentityInView): Readonly<Record<SenderLine, boolean>> {
  return {
    senderName: masked !== null && masked.initials !== '',
    senderPhone: masked !== null && masked.phone !== '',
    senderEmail: masked?.email === true,
    senderAddress: masked?.address === true,
  };
}

export const classifying = defineForm({
  seen: seen(),
  nature: radios('Nội dung là', choices(NATURES, NATURE_WORDS), { needed: 'Chọn nội dung là gì trong pháp luật.' }),
  kind,
  level: choice('Mức độ', choices(LEVELS, LEVEL_WORDS)),
  category: field('choice', 'Lĩnh vực', z.enum(CATEGORIES, 'Chọn lĩnh vực.')),
  complainedUnitId: COMPLAINED,
});

function classification(reading: TicketReading): ActFormView {
  const { ticket, refused, policy } = reading;
  const { nature, leadUnitId, subject, words } = ticket;
  const suspected = nature === 'feedback' ? suspectedOfFeedback({ subject, words: words.text }) : null;
  const frame = {
    id: 'phan-loai',
    label: 'Phân loại…',
    action: `/phieu/${ticket.id}/phan-loai`,
    submit: 'Lưu phân loại',
    lead: 'Đổi mức độ hoặc lĩnh vực thì hạn trả lời được tính lại từ lúc nhận; quá trình ghi cả hạn cũ và hạn mới.',
    warning: suspected === null ? null : suspicionWords(suspected),
    open: suspected !== null,
  };
  const options = CATEGORIES.map((category) => ({ value: category, label: policy.categories[category].name }));
  return classifying.draw(frame, refused, {
    seen: ticket.version,
    nature: { value: nature, hint: leadUnitId === null ? NOT_FEEDBACK : `${NOT_FEEDBACK} ${LEAVES_UNIT}` },
    kind: ticket.kind,
    level: proposedLevel(reading),
    category: { ...proposedCategory(reading), options },
    complainedUnitId: complainedChoice(reading),
  });
}

export const returning = defineForm({
  agency: text('Cơ quan có thẩm quyền', { required: true, maxLength: 200, redacts: { maySend: true } }),
  text: area('Lý do', { required: true, rows: 5, maxLength: 2000, redacts: { maySend: true } }),
  verbatim: besides(verbatim()),
});

function returnForm(reading: TicketReading): ActFormView {
  const { ticket, refused } = reading;
  const prepared = ticket.nature === 'feedback' ? null : DIVERSIONS[ticket.nature];
  const frame = {
    id: 'chuyen-tra',
    label: prepared === null ? 'Chuyển trả…' : 'Hướng dẫn và chuyển trả…',
    action: decidedAction(reading, 'return', 'chuyen-tra'),
    submit: 'Chuyển trả phiếu',
    lead:
      prepared === null
        ? returnsForAll(reading)
        : 'Nội dung này không xử lý như phản ánh. Đọc và sửa phần soạn sẵn rồi chuyển trả.',
    warning: readByCitizen(ticket),
    open: prepared !== null,
  };
  const agency = competentAgency(reading, prepared?.agency);
  return proposingForm(returning.draw(frame, refused, { agency, text: prepared?.text ?? null }), reading, 'return');
}

/** Who is competent: as the nature of the words says, else as proposed. */
function competentAgency(reading: TicketReading, known: string | undefined): Pick<Control, 'value' | 'hint'> {
  const other = proposedAgency(reading);
  const told = isToldByItself(reading.ticket) ? FORWARDED : GUIDED;
  return { value: known ?? other?.value ?? null, hint: [told, other?.hint ?? ''].join(' ').trim() };
}

/** A return to another agency covers the merged tickets too: the matter is the same for every sender. */
function returnsForAll(reading: TicketReading): string | null {
  if (reading.ticket.mergedIntoId !== null) return sharedEndWords(reading, '');
  return reading.life.merged.length === 0 ? null : 'Chuyển trả cả các phiếu đã gộp vào phiếu này.';
}

const REASONS = REFUSAL_REASONS.map((reason) => ({ value: reason, label: REFUSAL_GROUNDS[reason].words }));

export const rejecting = defineForm({
  reason: choice('Căn cứ không tiếp nhận', REASONS, { required: true, blank: 'Chọn căn cứ' }),
  text: area('Giải thích cho người phản ánh', {
    ...{ required: true, rows: 4, maxLength: 2000, redacts: { maySend: true } },
  }),
  verbatim: besides(verbatim()),
});

function rejection(reading: TicketReading): ActFormView {
  const { ticket, refused, policy } = reading;
  const unknown = ticket.anonymous && policy.categories[ticket.category].anonymous === 'reject';
  const frame = {
    id: 'tu-choi',
    label: 'Không tiếp nhận…',
    action: decidedAction(reading, 'reject', 'tu-choi'),
    submit: 'Không tiếp nhận phiếu',
    lead: unknown
      ? 'Không rõ người phản ánh: theo quy định của lĩnh vực này, phản ánh không được tiếp nhận.'
      : sharedEndWords(reading, 'Căn cứ về riêng người phản ánh này thì'),
    warning: readByCitizen(ticket),
  };
  const form = rejecting.draw(frame, refused, {
    reason: unknown ? 'noContact' : null,
    text: { hint: `Từ ${String(policy.shortestRefusal)} ký tự.` },
  });
  return proposingForm(form, reading, 'reject');
}

const FORWARDED = 'Tổng đài 1022 chuyển tiếp đến cơ quan này.';
const GUIDED = 'Hướng dẫn người phản ánh gửi đến cơ quan này.';

const NOT_FEEDBACK =
  'Khiếu nại, tố cáo, bí mật nhà nước, việc khẩn cấp không giao đơn vị xử lý; chỉ hướng dẫn và chuyển trả.';
const LEAVES_UNIT = 'Chọn một trong các loại này thì phiếu rời đơn vị và về Văn thư.';
