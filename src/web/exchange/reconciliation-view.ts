import { GO_ON_REASON } from '../../documents/domain/numbering-hold.js';
import type { NumberingHoldEntity, OutgoingDocumentEntity } from '../../documents/index.js';
import type {
  EOfficeClockEntity,
  ReconciliationDifferenceEntity,
  ReconciliationRunEntity,
} from '../../exchange/index.js';
import { DIFFERENCE_KINDS, repairOf } from '../../exchange/domain/difference.js';
import { SKEW_TOLD_MS } from '../../exchange/domain/comparison-window.js';
import { DIFFERENCES, notComparedWords, REPAIRS, skewWords } from '../../exchange/domain/reconciliation-words.js';
import { RECALL_REASON } from '../../exchange/domain/recall.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import { printedNumber } from '../../documents/domain/register.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { RowView } from '../kit/row-list.js';
import type {
  DifferenceView,
  EndedView,
  HeldView,
  ReconciliationRunView,
  ReconciliationView,
} from './reconciliation-page.js';
import { count } from '../kit/words/numbers.js';
import { fullDay, shortMoment } from '../kit/words/time.js';
import { ENTRIES } from '../registers/entries-by-hand-view.js';
import { area } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import type { RefusedAct } from '../kit/refused-values.js';

export interface ReconciliationReading {
  /** Newest first. */
  readonly runs: readonly ReconciliationRunEntity[];
  readonly standing: readonly ReconciliationDifferenceEntity[];
  readonly ended: readonly ReconciliationDifferenceEntity[];
  readonly clock: EOfficeClockEntity | null;
  /** Documents that wait to be entered in the e-office by hand. */
  readonly byHand: number;
  readonly isOffered: boolean;
  /** Since a restore no number is given; null while numbers are given. */
  readonly held: NumberingHoldEntity | null;
  /** Lines that only keep the number of a letter which left before a restore. */
  readonly lostLetters: readonly OutgoingDocumentEntity[];
  readonly readerId: string;
  readonly mayRepair: boolean;
  /** What was refused in a form of the page: at which difference, and why. */
  readonly refused: RefusedAct | null;
}

export function reconciliationView(reading: ReconciliationReading): ReconciliationView {
  const { runs, standing, ended, clock, byHand, isOffered, mayRepair } = reading;
  const groups = DIFFERENCE_KINDS.map((kind) => ({
    kind,
    ...DIFFERENCES[kind],
    rows: standing.filter((one) => one.kind === kind).map((one) => differenceView(one, reading)),
  }));
  return {
    summary: summaryOf(reading),
    notLooked: notLookedAt(reading),
    held: heldView(reading),
    isAgreed: isAgreed(reading),
    lostLetters: reading.lostLetters.map(lostLetterRow),
    askAction: isOffered && mayRepair ? '/trao-doi/doi-chieu' : null,
    byHand:
      byHand === 0
        ? null
        : { label: `${count(byHand)} văn bản đến chưa ghi tay vào sổ hệ thống quản lý văn bản`, href: ENTRIES },
    isRunning:
      reading.held !== null || runs[0]?.state === 'running' || standing.some(({ state }) => state === 'repairing'),
    clock: clock === null ? null : clockView(clock),
    groups: groups.filter(({ rows }) => rows.length > 0),
    runs: runs.map(runView),
    ended: ended.map(endedView),
  };
}

function isAgreed({ held, standing, lostLetters, runs }: ReconciliationReading): boolean {
  return held === null && standing.length === 0 && lostLetters.length === 0 && runs.length > 0;
}

function lostLetterRow({ id, number, year, notation, issuedDate }: OutgoingDocumentEntity): RowView {
  const known = notation === '' ? 'chưa rõ ký hiệu, ngày' : `${notation}, ngày ${fullDay(issuedDate)}`;
  return {
    icon: 'file',
    title: `Số đi ${printedNumber(number)} năm ${String(year)}`,
    detail: known,
    href: `/van-ban-di/${id}#dua-lai`,
  };
}

function summaryOf({ runs, standing, isOffered, held }: ReconciliationReading): string {
  if (held !== null) return 'Đang đối chiếu sau phục hồi: chưa biết hai bên có khớp không.';
  if (!isOffered)
    return 'Hệ thống quản lý văn bản này không liệt kê được tin đã giao, đã nhận nên không đối chiếu được.';
  const done = runs.find(({ state }) => state === 'done');
  if (done === undefined) return 'Chưa đối chiếu lần nào; mỗi ngày hệ thống tự đối chiếu một lần.';
  const when = `Lần gần nhất ${shortMoment(done.startedAt)}`;
  const later = runs[0]?.state === 'failed' ? ' Lần sau đó không đối chiếu được, xem bảng dưới.' : '';
  if (standing.length > 0) return `${when}: ${count(standing.length)} điểm khác nhau.${later}`;
  return `${when}: hai bên khớp ở phần đã xem.${later}`;
}

/** What „khớp“ does not speak of. */
function notLookedAt({ runs, isOffered, held }: ReconciliationReading): string | null {
  const done = isOffered && held === null ? runs.find(({ state }) => state === 'done') : undefined;
  if (done === undefined) return null;
  const { comparedFrom } = done;
  const to = endOf(done);
  return `Chưa xem: ${notComparedWords({ from: shortMoment(comparedFrom), to: to && shortMoment(to) })}`;
}

/** Where less than ten minutes lie behind the first message, all of them may still be on their way: the end is the beginning. */
function endOf({ comparedFrom, comparedTo }: ReconciliationRunEntity): Date | null {
  return comparedTo !== null && comparedTo < comparedFrom ? comparedFrom : comparedTo;
}

function heldView(reading: ReconciliationReading): HeldView | null {
  const { held, mayRepair, refused, readerId } = reading;
  const since = held?.heldAt ?? null;
  if (held === null || since === null) return null;
  const isAskedByOther = held.goOnById !== null && held.goOnById !== readerId;
  const until =
    'không cấp số đến, số đi cho tới khi đối chiếu xong với hệ thống quản lý văn bản; tin đã nhận vẫn được giữ và tự vào sổ sau đó.';
  return {
    words: `${held.why ?? ''} Từ ${shortMoment(since)} ${until}`,
    failure: held.failure,
    asked: askedWords(held),
    goOn: mayRepair ? goOnForm(isAskedByOther, refused) : null,
  };
}

function askedWords({ goOnByName, goOnReason }: NumberingHoldEntity): string | null {
  return goOnByName === null ? null : `${goOnByName} đề nghị cấp số tiếp: ${goOnReason ?? ''}`;
}

const GO_ON = '/trao-doi/doi-chieu/cap-so';

export const goingOn = defineForm({
  reason: area('Cách đã đối chiếu với sổ giấy', {
    hint: `Từ ${String(GO_ON_REASON.shortest)} ký tự. Một người khác phải đồng ý.`,
    ...{ required: true, rows: 2, maxLength: GO_ON_REASON.longest },
  }),
});

/** @param isAskedByOther somebody else has asked, so that this one confirms */
export function goOnForm(isAskedByOther: boolean, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'cap-so-tiep',
    label: isAskedByOther ? 'Đồng ý cấp số tiếp…' : 'Cấp số tiếp, không đối chiếu…',
    action: GO_ON,
    submit: isAskedByOther ? 'Đồng ý cấp số' : 'Đề nghị cấp số',
    lead: 'Có thể cấp trùng số đã cấp trước khi phục hồi. Chỉ làm khi đã đối chiếu sổ giấy.',
    without: isAskedByOther ? ['reason'] : [],
  };
  return goingOn.draw(frame, refused);
}

function clockView({ skewMs, askedAt, product, contractVersion }: EOfficeClockEntity): ReconciliationView['clock'] {
  return {
    words: `Đồng hồ hệ thống quản lý văn bản ${skewWords(skewMs)} (hỏi lúc ${shortMoment(askedAt)})`,
    product: `${product}, hợp đồng ${contractVersion}`,
    isFar: Math.abs(skewMs) > SKEW_TOLD_MS,
  };
}

function differenceView(difference: ReconciliationDifferenceEntity, reading: ReconciliationReading): DifferenceView {
  const { id, kind, subject, at } = difference;
  return {
    id,
    at: isoInVietnam(at),
    when: shortMoment(at),
    name: nameOf(difference),
    code: kind === 'numberTaken' ? null : subject,
    detail: detailOf(difference),
    standing: standingOf(difference),
    ...actsOf(difference, reading),
  };
}

function nameOf(difference: ReconciliationDifferenceEntity): string {
  return difference.kind === 'numberTaken' ? numberWords(difference) : (difference.documentId ?? difference.subject);
}

function standingOf({ state, reason }: ReconciliationDifferenceEntity): string | null {
  if (state === 'repairing') return 'Đang sửa.';
  return reason === null ? null : `Lần sửa trước không được: ${reason}`;
}

function actsOf(
  { id, kind, state }: ReconciliationDifferenceEntity,
  { mayRepair, refused }: ReconciliationReading,
): Pick<DifferenceView, 'repair' | 'explain'> {
  if (!mayRepair) return { repair: null, explain: null };
  const repair = state === 'open' ? repairOf(kind) : null;
  return {
    repair: repair === null ? null : { action: `/trao-doi/doi-chieu/${id}/sua`, label: REPAIRS[repair] },
    explain: explainForm(id, refused),
  };
}

export const explaining = defineForm({
  reason: area('Kết quả tìm hiểu, lý do để nguyên', {
    hint: `Từ ${String(RECALL_REASON.shortest)} ký tự.`,
    ...{ required: true, rows: 2, maxLength: RECALL_REASON.longest },
  }),
});

export function explainForm(id: string, refused: RefusedAct | null): ActFormView {
  const action = `/trao-doi/doi-chieu/${id}/giai-thich`;
  const frame = { id: `giai-thich-${id}`, label: 'Ghi kết luận…', action, submit: 'Ghi kết luận' };
  return explaining.draw(frame, refused);
}

const BOOKS: Readonly<Record<string, string>> = { incoming: 'Số đến', outgoing: 'Số đi' };

function numberWords({ facts }: ReconciliationDifferenceEntity): string {
  const { book = '', number = '', year = '' } = facts;
  return `${BOOKS[book] ?? book} ${number}, năm ${year}`;
}

const ANSWERS: Readonly<Record<string, string>> = { '15': 'đồng ý (15)', '16': 'từ chối (16)' };

function detailOf(difference: ReconciliationDifferenceEntity): string {
  const { kind, facts, sha256Here, sha256There } = difference;
  const { agencyCode = '', status = '', number, year = '' } = facts;
  if (kind === 'numberTaken') return whoseNumber(difference);
  if (kind === 'statusDiffers') return `${agencyCode} đã ${ANSWERS[status] ?? status}.`;
  if (kind === 'contentDiffers')
    return `SHA-256 bên Sở ${short(sha256Here)}, ở hệ thống quản lý văn bản ${short(sha256There)}.`;
  return number === undefined ? '' : `Hệ thống quản lý văn bản ghi số đến ${number}, năm ${year}.`;
}

function whoseNumber({ facts: { hereNumber, heldBy }, documentId }: ReconciliationDifferenceEntity): string {
  const there = documentId === null ? '' : `E-office ghi cho ${documentId}. `;
  if (hereNumber !== undefined) return `${there}Sổ bên Sở ghi văn bản này số ${hereNumber}.`;
  return `${there}${heldBy === undefined ? 'Sổ bên Sở chưa có.' : `Sổ bên Sở đã cấp số này cho ${heldBy}.`}`;
}

function short(sha256: string | null): string {
  return sha256 === null ? 'không có' : `${sha256.slice(0, 12)}…`;
}

const RUN_WORDS: Readonly<Record<ReconciliationRunEntity['state'], string>> = {
  running: 'Đang đối chiếu',
  done: 'Đã xong',
  failed: 'Không đối chiếu được',
};

function runView(run: ReconciliationRunEntity): ReconciliationRunView {
  const { id, state, startedAt, comparedFrom, byName, receivedThere, sentThere, found, failure } = run;
  const compared = `${count(receivedThere ?? 0)} tin đến, ${count(sentThere ?? 0)} tin đi`;
  return {
    id,
    at: isoInVietnam(startedAt),
    when: shortMoment(startedAt),
    by: byName,
    since: spanWords(shortMoment(comparedFrom), endOf(run)),
    outcome: state === 'done' ? `${compared}; ${foundWords(found ?? 0)}` : (failure ?? RUN_WORDS[state]),
    isFailed: state === 'failed',
  };
}

function spanWords(from: string, end: Date | null): string {
  const to = end === null ? from : shortMoment(end);
  return to === from ? from : `${from} tới ${to}`;
}

function foundWords(found: number): string {
  return found === 0 ? 'hai bên khớp ở phần đã xem' : `${count(found)} điểm khác nhau`;
}

function endedView(difference: ReconciliationDifferenceEntity): EndedView {
  const { id, kind, state, settledAt, settledByName, reason } = difference;
  const when = settledAt === null ? '' : `${shortMoment(settledAt)}, `;
  return {
    id,
    name: nameOf(difference),
    what: DIFFERENCES[kind].heading,
    how: state === 'explained' ? `${when}${settledByName ?? ''}: ${reason ?? ''}` : `${when}hai bên đã khớp.`,
  };
}
