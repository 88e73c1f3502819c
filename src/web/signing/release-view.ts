import { arrivalWords } from '../../documents/domain/arrival/arrival-number.js';
import { isReachedByExchange } from '../../documents/domain/correspondent.js';
import type { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../documents/index.js';
import { maySealAgain, printedCode, printedNumber } from '../../documents/domain/register.js';
import { hasHandIn, type Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import type { SignatureRequestEntity, SignatureStepEntity } from '../../signing/index.js';
import { isLetterSealed } from '../../signing/domain/letter-annexes.js';
import { mayRelease } from '../../signing/domain/policy.js';
import { mayGoOn } from '../../signing/domain/proof/proof-override.js';
import type { SignatureState } from '../../signing/domain/signature-request.js';
import type { NumberRoad } from '../../signing/domain/number-order.js';
import type { SeenTicket } from '../../tickets/index.js';
import type { ReleaseOwed } from '../../tickets/domain/reply/release-owed.js';
import type { ReleaseAct, ReleaseCondition, ReleaseView } from './release-checklist.js';
import { firstPageHref, viewHref } from '../file-view/file-hrefs.js';
import type { RefusedAct } from '../kit/refused-values.js';
import type { RowView } from '../kit/row-list.js';
import { count, outOf } from '../kit/words/numbers.js';
import { atStart, fullDay, moment, recentMoment } from '../kit/words/time.js';
import { proofCount, proofOf } from './letter-proof.js';
import { overrideNotes } from './proof-panel-view.js';
import { givenNumberView } from './given-number-view.js';
import { recipientsHref } from '../documents/recipients-link.js';
import { ticketPill, type Today } from '../deadlines/ticket-deadline.js';

/** A letter that waits for its number and seal, or is getting them. */
export interface ReleaseReading {
  readonly request: SignatureRequestEntity;
  readonly steps: readonly SignatureStepEntity[];
  readonly ticket: SeenTicket | null;
  readonly answers: IncomingDocumentEntity | null;
  /** What the directory of agencies knows of who receives it; null while there is none. */
  readonly receiver: 'listed' | 'ended' | 'unlisted' | null;
  /** Its line in the register, once it has one. */
  readonly outgoing: OutgoingDocumentEntity | null;
  /** Agencies that get it besides. */
  readonly others: readonly { readonly name: string }[];
  /** How many annexes are files of their own. */
  readonly annexes: number;
  /** The number that the next letter of this year will take. */
  readonly nextNumber: number;
  /** How it comes to a number that the e-office gives; null where ours numbers it, or did, and once it has one. */
  readonly given: { readonly road: NumberRoad; readonly problem: string | null } | null;
  /** All that wait, this one among them when it still does. */
  readonly waiting: readonly SignatureRequestEntity[];
}

export function releaseView(
  reading: ReleaseReading,
  actor: Actor,
  today: Today,
  refused: RefusedAct | null,
): ReleaseView {
  const { request, ticket, outgoing, nextNumber } = reading;
  const number = outgoing?.number ?? nextNumber;
  const conditions = conditionsOf(reading, actor);
  const open = conditions.filter(({ result }) => result !== 'pass').length;
  const state = standingOf(reading);
  return {
    action: state === 'stopped' ? `/phat-hanh/${request.id}/dong-dau-lai` : `/phat-hanh/${request.id}`,
    voidAction: `/phat-hanh/${request.id}/huy-so`,
    subject: atStart(request.subject),
    deadline: ticket && ticketPill(ticket, today),
    ticket: ticket && { code: ticket.code, href: `/phieu/${ticket.id}` },
    conditions,
    acts: releaseActs(reading, today),
    number: printedNumber(number),
    fullNumber: printedCode(number, request.notation),
    given: givenNumberView(reading, refused),
    consequence: consequenceWords(reading),
    state,
    may: mayRelease(actor, request),
    firstPage: mayRelease(actor, request) ? firstPageOf(request) : null,
    blocked: state === 'stopped' ? whyNotAgain(outgoing) : openWords(open),
    position: positionWords(reading),
  };
}

/** Of the file as it came back last: what is about to leave is looked at before the button is pressed. */
function firstPageOf({ id, signedSha256, sealedSha256 }: SignatureRequestEntity): ReleaseView['firstPage'] {
  if (sealedSha256 === null && signedSha256 === null) return null;
  const kind = sealedSha256 === null ? 'ban-ky' : 'ban-dau';
  return { src: firstPageHref(kind, id), href: viewHref(kind, id) };
}

function openWords(open: number): string | null {
  return open === 0 ? null : `Chưa bấm được: còn ${String(open)} điều kiện chưa đạt.`;
}

function whyNotAgain(outgoing: OutgoingDocumentEntity | null): string | null {
  if (!outgoing || maySealAgain(outgoing)) return null;
  return 'Bản đã đóng dấu không còn dùng được, đóng dấu lại cũng vậy: hủy số, văn bản về người soạn để trình ký lại.';
}

/** An e-office refuses a receiver that it does not know: better told before a number is taken. */
function consequenceWords({ request, answers, receiver, others }: ReleaseReading): string {
  if (!answersTicket(request)) return documentConsequence(others);
  if (answers !== null && !isReachedByExchange(answers)) return byHandConsequence(answers, others);
  const receivers = [answers?.senderName ?? 'nơi nhận', ...others.map(({ name }) => name)].join('; ');
  const sent = `Văn bản gửi ${receivers} và báo kết quả cho Tổng đài 1022 ngay sau khi đóng dấu.`;
  if (answers === null || receiver === null || receiver === 'listed') return sent;
  const why = receiver === 'ended' ? 'ghi nơi nhận này đã ngừng' : 'không có nơi nhận này';
  return `${sent} Danh mục cơ quan ${why} (mã ${answers.senderCode}): hệ thống quản lý văn bản có thể không nhận, hỏi lại nơi gửi trước khi phát hành.`;
}

function byHandConsequence({ senderName }: IncomingDocumentEntity, others: ReleaseReading['others']): string {
  const also = others.length === 0 ? '' : ` Lúc đó văn bản gửi thêm ${others.map(({ name }) => name).join('; ')}.`;
  return `${senderName}, không có mã liên thông: đóng dấu xong, văn thư gửi bưu điện, trả trực tiếp hoặc gửi thư điện tử, rồi ghi việc gửi ở trang văn bản.${also}`;
}

function documentConsequence(others: ReleaseReading['others']): string {
  return others.length === 0
    ? 'Văn bản chưa chọn nơi nhận nào qua liên thông: sau khi đóng dấu, văn thư gửi ngoài hệ thống.'
    : `Văn bản gửi ${others.map(({ name }) => name).join('; ')} ngay sau khi đóng dấu.`;
}

function answersTicket({ caseKind }: SignatureRequestEntity): boolean {
  return caseKind === 'ticket';
}

function standingOf({ request: { state }, given }: ReleaseReading): ReleaseView['state'] {
  if (state === 'sealFailed') return 'stopped';
  return state === 'verified' && given?.road !== 'asked' ? 'waiting' : 'running';
}

function positionWords({ request, waiting }: ReleaseReading): string {
  const at = waiting.findIndex(({ id }) => id === request.id);
  if (request.state === 'sealFailed') return 'dừng ở bước đóng dấu';
  return at < 0 ? 'đang phát hành' : `${outOf(at + 1, waiting.length)} văn bản chờ`;
}

/** What the rules ask before a number is taken, as far as it can be seen; the rules themselves look again. */
function conditionsOf({ request, answers, others, given }: ReleaseReading, actor: Actor): readonly ReleaseCondition[] {
  const proof = proofOf(request);
  return [
    {
      result: mayGoOn(request.proof) ? 'pass' : 'fail',
      text: 'Bản ký đúng là bản đã trình',
      detail: proof ? [proofCount(proof), ...overrideNotes(proof).map(({ words }) => words)].join('. ') : null,
      href: `/trinh-ky/${request.id}`,
    },
    {
      result: hasHandIn(actor, request.leaderId) ? 'fail' : 'pass',
      text: 'Người đóng dấu khác người ký',
      detail: `Người ký: ${request.leaderName}`,
      href: null,
    },
    ...(request.numberThere === null || given !== null ? [] : [numberThereCondition(request.numberThere)]),
    ...(answersTicket(request) ? [answeredCondition(answers)] : []),
    recipientsCondition(request, others),
  ];
}

/** Two numbers for one letter: stopped until one side gives its own up. */
function numberThereCondition(code: string): ReleaseCondition {
  return {
    result: 'fail',
    text: `Hệ thống quản lý văn bản đã tự cấp số ${code}`,
    detail: 'Sổ ở đây không cấp số thứ hai. Hủy số đó trên hệ thống quản lý văn bản; hủy xong, phần mềm tự thấy.',
    href: null,
  };
}

function answeredCondition(answers: ReleaseReading['answers']): ReleaseCondition {
  return {
    result: answers ? 'pass' : 'fail',
    text: 'Có văn bản đến để trả lời',
    detail: answers ? `${atStart(arrivalWords(answers))}, ${answers.senderName}` : null,
    href: null,
  };
}

function recipientsCondition(request: SignatureRequestEntity, others: ReleaseReading['others']): ReleaseCondition {
  const more = answersTicket(request) ? ' thêm' : '';
  return {
    result: 'pass',
    text: others.length === 0 ? `Không gửi${more} cơ quan nào` : `Gửi${more} ${count(others.length)} cơ quan`,
    detail: others.length === 0 ? `bấm để chọn${more} nơi nhận` : others.map(({ name }) => name).join('; '),
    href: recipientsHref(request.draftId),
  };
}

interface Step {
  readonly text: string;
  /** The state of the request that this act brings about. */
  readonly brings: SignatureState;
}

/** Number, seal and proof of the letter. */
const DONE_BEFORE_ANNEXES = 3;

/** How many acts are done in each state; the next one is under way, or has stopped. */
const DONE: Partial<Record<SignatureState, number>> = {
  verified: 0,
  sealing: 1,
  sealFailed: 1,
  sealed: 3,
  released: 5,
};

/** Annexes that are files of their own are one act more, after the letter itself is sealed and proved. */
function doneOf({ request, annexes }: ReleaseReading): number {
  const done = DONE[request.state] ?? 0;
  if (annexes === 0 || done === 0) return done;
  if (done > 1) return done + 1;
  return isLetterSealed(request) ? DONE_BEFORE_ANNEXES : done;
}

function releaseActs(reading: ReleaseReading, { now }: Today): readonly ReleaseAct[] {
  const { request, steps, outgoing, nextNumber, annexes } = reading;
  const day = civilDateOf(now);
  const number = printedCode(outgoing?.number ?? nextNumber, request.notation);
  const acts: readonly Step[] = [
    { text: numberAct(reading, number, day), brings: 'sealing' },
    { text: 'Ký số của cơ quan trên hệ thống quản lý văn bản', brings: 'sealed' },
    { text: 'Kiểm tra lại tệp đã đóng dấu', brings: 'sealed' },
    ...(annexes > 0 ? [{ text: `Ký số của cơ quan lên ${count(annexes)} phụ lục`, brings: 'sealed' as const }] : []),
    ...lastActs(reading),
  ];
  const done = doneOf(reading);
  return acts.map(({ text, brings }, at): ReleaseAct => {
    const step = steps.findLast(({ state }) => state === brings);
    if (at < done) return { state: 'done', text, detail: step ? recentMoment(step.at, day) : null };
    const isNumbering = request.state === 'verified' && at === done ? numberingAct(reading) : null;
    if (isNumbering !== null) return { text, ...isNumbering };
    if (at > done || request.state === 'verified') return { state: 'ahead', text, detail: null };
    if (request.state === 'sealFailed') return { state: 'stop', text, detail: request.comment ?? 'không đạt kiểm tra' };
    return { state: 'now', text, detail: null };
  });
}

function lastActs({ request, answers, others }: ReleaseReading): readonly Step[] {
  if (!answersTicket(request)) {
    const text = others.length === 0 ? 'Ghi là đã phát hành' : `Gửi văn bản cho ${count(others.length)} cơ quan`;
    return [{ text, brings: 'released' }];
  }
  if (answers !== null && !isReachedByExchange(answers))
    return [{ text: 'Văn thư gửi cho người phản ánh, ghi việc gửi', brings: 'released' }];
  return [
    { text: `Gửi văn bản trả lời cho ${answers?.senderName ?? 'nơi nhận'}`, brings: 'released' },
    { text: 'Báo kết quả cho Tổng đài 1022', brings: 'released' },
  ];
}

/** How far the e-office is with the number; null where nothing was asked of it. */
function numberingAct({ given }: ReleaseReading): Pick<ReleaseAct, 'state' | 'detail'> | null {
  if (given?.road === 'asked') return { state: 'now', detail: 'chờ hệ thống quản lý văn bản trả lời' };
  return given?.road === 'stopped' ? { state: 'stop', detail: 'xem lý do ở dưới' } : null;
}

function numberAct({ outgoing, given }: ReleaseReading, number: string, today: CivilDate): string {
  if (given !== null) return 'Vào sổ theo số, ngày hệ thống quản lý văn bản cấp';
  const day = fullDay(outgoing?.issuedDate ?? today);
  if (outgoing !== null && outgoing.reservedAt !== null)
    return `Giữ đúng số ${number}, ngày ${day}, đã vào sổ và in khi trình ký`;
  return `Vào sổ, lấy số ${number}, ngày ${day}`;
}

/** Letters that wait besides the one that is shown. */
export function alsoWaiting(waiting: readonly SignatureRequestEntity[], shownId: string | null): readonly RowView[] {
  return waiting
    .filter(({ id }) => id !== shownId)
    .map(({ id, subject, leaderName }) => ({
      icon: 'stamp',
      title: atStart(subject),
      href: `/so-van-ban/di?phat-hanh=${id}`,
      detail: `${leaderName} đã ký`,
    }));
}

/** A signed letter that has not left, and when it should have; null where no time was counted. */
export interface LetterOwed {
  readonly request: SignatureRequestEntity;
  readonly owed: ReleaseOwed | null;
}

/** Letters that should have left. */
export function lateReleases(releasing: readonly LetterOwed[], { now }: Pick<Today, 'now'>): readonly RowView[] {
  return releasing.flatMap(({ request: { id, subject, leaderName }, owed }): RowView[] =>
    owed === null || now <= owed.by
      ? []
      : [
          {
            icon: 'alert',
            tone: 'bad',
            title: atStart(subject),
            href: `/so-van-ban/di?phat-hanh=${id}`,
            detail: `${leaderName} đã ký; ${owedWords(owed)}.`,
          },
        ],
  );
}

function owedWords({ by, urgent }: ReleaseOwed): string {
  return urgent
    ? `công văn khẩn, phải phát hành trước ${moment(by)}`
    : `phải phát hành trước hết ngày ${fullDay(civilDateOf(by))}`;
}
