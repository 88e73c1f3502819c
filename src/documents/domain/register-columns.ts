import { arrivalNumberWords } from './arrival/arrival-number.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { registerNote, type ReleasedLine } from './after-release.js';
import { endWords, joinedWords, progressWords } from './document-outcome.js';
import { followedThere } from './take-over/taken-over.js';
import { incomingNote, type NotedArrival } from './incoming-note.js';
import { printedCopies, recipientsWithCopies } from './copies.js';
import { typeAndCode } from './same-number.js';
import { printedCode } from './register.js';
import { COPY_FORM_WORDS } from './copy.js';
import type { CopyFacts, IncomingFacts, OutgoingFacts } from './register-line.js';

/** A column of a register: its legal heading and what stands in it, always as text: leading zeros stay and nothing is a formula. */
export interface RegisterColumn<Row> {
  readonly heading: string;
  /** In a workbook, in letters. */
  readonly width: number;
  /** On paper, in millimetres; those of a register come to `PAPER_WIDTH`. */
  readonly paper: number;
  readonly text: (row: Row) => string;
}

/** A4 across, less 30 mm for the binding and 15 mm. */
export const PAPER_WIDTH = 252;

export interface IncomingRow extends Omit<IncomingFacts, 'id'>, NotedArrival {
  readonly handler: string | null;
  /** The day on which it was handed on to them. */
  readonly routedOn: CivilDate | null;
  /** Who took it over there, and when. */
  readonly receipt: string | null;
  readonly dueDate: CivilDate | null;
}

/** A line of the outgoing register with what it amends and what amends it. */
export interface OutgoingRow extends OutgoingFacts, ReleasedLine {
  /** How many copies each recipient gets; null: one each. */
  readonly copies: readonly number[] | null;
  /** How it left where no exchange carries it. */
  readonly receipt: string | null;
  /** The day on which it was sent outside the exchange; null where the exchange carries it. */
  readonly sentByHandOn: CivilDate | null;
  readonly links: Parameters<typeof registerNote>[1];
}

/** An incoming document with the number of the letter that answers it, `''` while there is none. */
export interface PairRow {
  readonly incoming: IncomingRow;
  readonly reply: string;
  /** The document with which it is answered. */
  readonly joinedTo: Parameters<typeof joinedWords>[0] | null;
}

const day = (iso: string | null): string => (iso === null ? '' : iso.split('-').toReversed().join('/'));

/** Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV, phần II, mẫu sổ đăng ký văn bản đến (10 cột). */
export const INCOMING_COLUMNS: readonly RegisterColumn<IncomingRow>[] = [
  { heading: 'Ngày đến', width: 12, paper: 21, text: ({ arrivalDate }) => day(arrivalDate) },
  { heading: 'Số đến', width: 9, paper: 14, text: ({ arrivalNumber }) => arrivalNumberWords(arrivalNumber) },
  { heading: 'Tác giả', width: 32, paper: 30, text: ({ senderName }) => senderName },
  { heading: 'Số, ký hiệu văn bản', width: 22, paper: 30, text: ({ code }) => code },
  { heading: 'Ngày tháng văn bản', width: 14, paper: 21, text: ({ issuedDate }) => day(issuedDate) },
  {
    heading: 'Tên loại và trích yếu nội dung văn bản',
    width: 60,
    paper: 42,
    text: ({ typeName, subject }) => `${typeName}: ${subject}`,
  },
  { heading: 'Đơn vị hoặc người nhận', width: 28, paper: 26, text: ({ handler }) => handler ?? '' },
  {
    heading: 'Ngày chuyển',
    width: 12,
    paper: 21,
    text: ({ routedOn }) => day(routedOn),
  },
  { heading: 'Ký nhận', width: 18, paper: 22, text: ({ receipt }) => receipt ?? '' },
  { heading: 'Ghi chú', width: 24, paper: 25, text: incomingNote },
];

/** Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV, phần I, mẫu sổ đăng ký văn bản đi (10 cột). */
export const OUTGOING_COLUMNS: readonly RegisterColumn<OutgoingRow>[] = [
  {
    heading: 'Số, ký hiệu văn bản',
    width: 22,
    paper: 30,
    text: ({ number, notation }) => printedCode(number, notation),
  },
  { heading: 'Ngày tháng văn bản', width: 14, paper: 21, text: ({ issuedDate }) => day(issuedDate) },
  {
    heading: 'Tên loại và trích yếu nội dung văn bản',
    width: 60,
    paper: 48,
    text: ({ typeName, subject }) => `${typeName}: ${subject}`,
  },
  { heading: 'Người ký', width: 24, paper: 24, text: ({ signerName }) => signerName },
  { heading: 'Nơi nhận văn bản', width: 40, paper: 36, text: recipientsWithCopies },
  { heading: 'Đơn vị, người nhận bản lưu', width: 18, paper: 18, text: ({ keeper }) => keeper },
  {
    heading: 'Số lượng bản',
    width: 10,
    paper: 12,
    text: (line) => (line.takenOver === null ? copiesOf(line) : (line.takenOver.copies ?? '')),
  },
  {
    heading: 'Ngày chuyển',
    width: 12,
    paper: 21,
    text: ({ sentByHandOn, releasedAt, takenOver }) =>
      day(sentByHandOn ?? (releasedAt === null ? (takenOver?.sentOn ?? null) : civilDateOf(releasedAt))),
  },
  { heading: 'Ký nhận', width: 18, paper: 22, text: ({ receipt }) => receipt ?? '' },
  {
    heading: 'Ghi chú',
    width: 30,
    paper: 20,
    text: (line) => registerNote(line, line.links),
  },
];

/** Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV, phần II, mẫu sổ theo dõi giải quyết văn bản đến (7 cột). */
export const TRACKING_COLUMNS: readonly RegisterColumn<PairRow>[] = [
  { heading: 'Số đến', width: 9, paper: 14, text: ({ incoming }) => arrivalNumberWords(incoming.arrivalNumber) },
  {
    heading: 'Tên loại, số và ký hiệu, ngày tháng và tác giả văn bản',
    width: 60,
    paper: 80,
    text: ({ incoming }) => `${typeAndCode(incoming)}, ${day(incoming.issuedDate)}, ${incoming.senderName}`,
  },
  { heading: 'Đơn vị hoặc người nhận', width: 28, paper: 38, text: ({ incoming }) => incoming.handler ?? '' },
  { heading: 'Thời hạn giải quyết', width: 14, paper: 24, text: ({ incoming }) => day(incoming.dueDate) },
  { heading: 'Tiến độ giải quyết', width: 18, paper: 28, text: ({ incoming }) => progressOf(incoming) },
  { heading: 'Số, ký hiệu văn bản trả lời', width: 24, paper: 32, text: ({ reply }) => reply },
  {
    heading: 'Ghi chú',
    width: 24,
    paper: 36,
    text: ({ incoming, joinedTo }) =>
      [...(joinedTo === null ? [] : [joinedWords(joinedTo)]), endWords(incoming) ?? ''].filter(Boolean).join('; '),
  },
];

/** What became of a document of the other register, that register says. */
function progressOf({ outcome, outcomeOn, takenOver }: IncomingRow): string {
  if (takenOver !== null && outcome === null) return followedThere(takenOver);
  return [progressWords(outcome), day(outcomeOn)].filter(Boolean).join(', ');
}

/**
 * The copied document stands where the outgoing register has the document itself; the agency's signature where it has the signer.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV, phần I, mẫu sổ đăng ký văn bản đi (10 cột); Phụ lục I, phần II.
 */
export const COPY_COLUMNS: readonly RegisterColumn<CopyFacts>[] = [
  {
    heading: 'Số, ký hiệu văn bản',
    width: 22,
    paper: 30,
    text: ({ number, notation }) => printedCode(number, notation),
  },
  { heading: 'Ngày tháng văn bản', width: 14, paper: 21, text: ({ issuedDate }) => day(issuedDate) },
  {
    heading: 'Tên loại và trích yếu nội dung văn bản',
    width: 60,
    paper: 58,
    text: (copy) =>
      `${COPY_FORM_WORDS[copy.form]} ${copy.typeName} ${copy.code}, ${day(copy.originalDate)}, ${copy.issuer}: ${copy.subject}`,
  },
  { heading: 'Người ký', width: 24, paper: 24, text: () => 'Chữ ký số của cơ quan' },
  { heading: 'Nơi nhận văn bản', width: 40, paper: 36, text: ({ recipients }) => recipients.join('; ') },
  { heading: 'Đơn vị, người nhận bản lưu', width: 18, paper: 18, text: ({ keeper }) => keeper },
  { heading: 'Số lượng bản', width: 10, paper: 12, text: copiesOf },
  {
    heading: 'Ngày chuyển',
    width: 12,
    paper: 21,
    text: ({ state, issuedDate }) => (state === 'sealed' ? day(issuedDate) : ''),
  },
  { heading: 'Ký nhận', width: 12, paper: 12, text: () => '' },
  { heading: 'Ghi chú', width: 30, paper: 20, text: copyRemark },
];

/** None where the number was voided. */
function copiesOf({ state, ...line }: Parameters<typeof printedCopies>[0] & { readonly state: string }): string {
  return state === 'voided' ? '' : printedCopies(line);
}

function copyRemark({ state, voidReason, pages, askedBy }: CopyFacts): string {
  if (state === 'voided') return `Số hủy: ${voidReason ?? ''}`;
  return [pages === null ? '' : `Trang ${pages}`, askedBy === null ? '' : `Người đề nghị: ${askedBy}`]
    .filter(Boolean)
    .join('; ');
}
