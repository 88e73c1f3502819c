import { yearOf, type CivilDate } from '../../../kernel/civil-date.js';
import { atOnce, type Steps } from '../../../kernel/turns.js';
import { fold } from '../../../kernel/vietnamese.js';
import { dayIssue, dayOf, textOf, type ListCell } from '../../../organisation/domain/list-cells.js';
import { REGISTER_LENGTHS } from '../register-lengths.js';
import { NO_NUMBER } from '../same-number.js';
import { readTakeOverHeadings, takeOverHeading, type TakeOverField } from './take-over-columns.js';
import { MISSING_THERE, type TakenOverBook } from './taken-over.js';
import { writtenCode, writtenSubject, voidReasonIn } from './written-line.js';

/** More lines are a mistake: a department's book of a year has some thousands. */
export const MAX_TAKEN_OVER = 10_000;

/** More missing numbers are a slip in a number, or a file that is not the whole register. */
export const MAX_MISSING = 300;

const MAX_NUMBER = 99_999;

/** A line of the other register as it would stand in ours. */
export interface TakenOverLine {
  /** The row as the spreadsheet numbers it; the headings are row 1. Null for a number that the file does not have. */
  readonly row: number | null;
  readonly number: number;
  /** Of the outgoing book: `SGDĐT-VP`; empty otherwise. */
  readonly notation: string;
  /** Of the incoming book: number and symbol that the sender gave. */
  readonly code: string;
  /** On which it came, or the day of the document in the outgoing book. */
  readonly enteredOn: CivilDate;
  readonly issuedDate: CivilDate;
  readonly typeName: string;
  readonly subject: string;
  readonly senderName: string;
  readonly signerName: string;
  readonly recipients: readonly string[];
  readonly keeper: string;
  readonly handler: string;
  readonly sentOn: CivilDate | null;
  readonly receipt: string;
  readonly copies: string;
  readonly note: string;
  /** Why the number was voided; null where it was not. */
  readonly voidReason: string | null;
}

export interface TakenOverRow extends TakenOverLine {
  readonly row: number;
  /** What must be repaired in the file, each with its column. */
  readonly flaws: readonly string[];
  /** What a person should look at; nothing keeps it from being taken over. */
  readonly doubts: readonly string[];
}

/** A whole register as it would be taken over. */
export interface TakenOverRegister {
  readonly rows: readonly TakenOverRow[];
  readonly first: number;
  readonly last: number;
  /** Numbers in between that the file does not have. */
  readonly missing: readonly number[];
  /** What is wrong with the file as a whole. */
  readonly flaw: string | null;
}

export type TakeOverReading =
  | ({ readonly ok: true } & TakenOverRegister)
  | { readonly ok: false; readonly flaw: string };

export interface TakeOverSurroundings {
  readonly book: TakenOverBook;
  readonly year: number;
  readonly today: CivilDate;
}

/** Reads a register of this year, headings first. */
export function readTakenOver(
  table: readonly (readonly ListCell[])[],
  surroundings: TakeOverSurroundings,
): TakeOverReading {
  return atOnce(takenOverSteps(table, surroundings));
}

/** As `readTakenOver`, with a break after each row. */
export function* takenOverSteps(
  [headings = [], ...body]: readonly (readonly ListCell[])[],
  surroundings: TakeOverSurroundings,
): Steps<TakeOverReading> {
  const reading = readTakeOverHeadings(surroundings.book, headings.map(textOf));
  if (!reading.ok) return reading;
  const { fields } = reading;
  const rows: TakenOverRow[] = [];
  const known: Known = { numbers: new Map(), codes: new Map() };
  for (const [at, cells] of body.entries()) {
    yield;
    if (cells.every((cell) => textOf(cell) === '')) continue;
    const cell = (field: TakeOverField): ListCell => cells[fields.indexOf(field)] ?? '';
    rows.push(rowOf(at + 2, cell, { ...surroundings, known }));
  }
  if (rows.length === 0) return { ok: false, flaw: 'Tệp không có văn bản nào dưới dòng tên cột.' };
  return { ok: true, ...wholeOf(rows) };
}

/** In which row a number, and a sender's number, stood first. */
interface Known {
  readonly numbers: Map<number, number>;
  readonly codes: Map<string, number>;
}

function wholeOf(rows: readonly TakenOverRow[]): TakenOverRegister {
  const sorted = [...rows].sort((a, b) => a.number - b.number);
  const numbers = new Set(rows.map(({ number }) => number).filter((number) => number > 0));
  const last = Math.max(0, ...numbers);
  const first = Math.min(last, ...numbers);
  const missing: number[] = [];
  for (let number = first; number <= last && missing.length <= MAX_MISSING; number += 1)
    if (!numbers.has(number)) missing.push(number);
  const flaw =
    missing.length > MAX_MISSING
      ? `Tệp thiếu hơn ${MAX_MISSING} số trong khoảng ${first} đến ${last}: xem lại số đầu, số cuối và các dòng bị bỏ sót.`
      : null;
  return { rows: sorted, first, last, missing, flaw };
}

interface RowContext extends TakeOverSurroundings {
  readonly known: Known;
}

type RowFlaw = readonly [TakeOverField, string];

function rowOf(row: number, cell: (field: TakeOverField) => ListCell, context: RowContext): TakenOverRow {
  const { book, known } = context;
  const line = lineOf(row, cell, book);
  const flaws: RowFlaw[] = [
    ...numberFlaws(line, cell, context),
    ...dayFlaws(cell, context),
    ...(line.subject === '' ? [['subject', 'để trống; ghi trích yếu.'] as const] : []),
    ...(book === 'incoming' && line.senderName === '' ? [['senderName', 'để trống; ghi tác giả.'] as const] : []),
    ...lengthFlaws(line),
  ];
  if (line.number > 0 && !known.numbers.has(line.number)) known.numbers.set(line.number, row);
  const named = new Map(flaws.map(([field, sentence]) => [takeOverHeading(book, field), sentence]));
  return { ...line, row, flaws: [...named].map((pair) => pair.join(': ')), doubts: doubtsOf(row, line, context) };
}

function lineOf(row: number, cell: (field: TakeOverField) => ListCell, book: TakenOverBook): TakenOverLine {
  const text = (field: TakeOverField): string => textOf(cell(field));
  const issuedDate = dayOf(cell('issuedDate')) ?? NO_DAY;
  const { typeName, subject } = writtenSubject(text('subject'));
  return {
    row,
    typeName,
    subject,
    issuedDate,
    senderName: text('senderName'),
    signerName: text('signerName'),
    keeper: text('keeper'),
    recipients: namesIn(text('recipients')),
    handler: text('handler'),
    sentOn: dayOf(cell('sentOn')),
    receipt: text('receipt'),
    copies: text('copies'),
    note: text('note'),
    ...(book === 'outgoing'
      ? { enteredOn: issuedDate, ...outgoingNumber(text, subject) }
      : { enteredOn: dayOf(cell('arrivalDate')) ?? NO_DAY, ...incomingNumber(text) }),
  };
}

type TextOf = (field: TakeOverField) => string;

/** A number that was voided may have nothing that it is about. */
function outgoingNumber(text: TextOf, said: string) {
  const own = writtenCode(text('code')) ?? { number: 0, notation: '' };
  const voidReason = voidReasonIn(text('note'));
  const subject = said === '' && voidReason !== null ? 'Số hủy' : said;
  return { ...own, code: '', voidReason, subject };
}

function incomingNumber(text: TextOf) {
  const code = text('code');
  const number = wholeNumber(text('arrivalNumber'));
  return { number, notation: '', code: code === '' ? NO_NUMBER : code, voidReason: null };
}

function namesIn(text: string): readonly string[] {
  return text.split(/\s*[;\n]\s*/u).filter((name) => name !== '');
}

/** Keeps a number that the other register does not have. */
export function missingLine(number: number, enteredOn: CivilDate): TakenOverLine {
  return {
    row: null,
    number,
    notation: '',
    code: NO_NUMBER,
    enteredOn,
    issuedDate: enteredOn,
    typeName: 'Văn bản',
    subject: MISSING_THERE,
    senderName: 'Không ghi',
    signerName: '',
    recipients: [],
    keeper: '',
    handler: '',
    sentOn: null,
    receipt: '',
    copies: '',
    note: '',
    voidReason: MISSING_THERE,
  };
}

/** Stands where no day could be read; its row has a flaw. */
const NO_DAY = '1900-01-01' as CivilDate;

function wholeNumber(text: string): number {
  return /^0*\d{1,6}$/u.test(text) ? Number(text) : 0;
}

function numberFlaws(
  { number }: TakenOverLine,
  cell: (field: TakeOverField) => ListCell,
  { book, known }: RowContext,
): readonly RowFlaw[] {
  const field = book === 'outgoing' ? 'code' : 'arrivalNumber';
  const text = textOf(cell(field));
  const how = book === 'outgoing' ? 'số và ký hiệu như 05/SGDĐT-VP' : 'số đến, chỉ gồm chữ số';
  if (number < 1 || number > MAX_NUMBER)
    return [[field, text === '' ? `để trống; ghi ${how}.` : `“${text}” không phải ${how}.`]];
  const before = known.numbers.get(number);
  return before === undefined ? [] : [[field, `số ${number} trùng với dòng ${before}.`]];
}

function dayFlaws(cell: (field: TakeOverField) => ListCell, { book, year, today }: RowContext): readonly RowFlaw[] {
  const entered = book === 'outgoing' ? 'issuedDate' : 'arrivalDate';
  const needed = [...new Set<TakeOverField>([entered, 'issuedDate'])];
  const flaws = needed.flatMap((field): RowFlaw[] => {
    const issue = textOf(cell(field)) === '' ? 'để trống; ghi như 08/01/2026.' : dayIssue(cell(field));
    return issue === null ? [] : [[field, issue]];
  });
  const sent = dayIssue(cell('sentOn'));
  if (sent !== null) flaws.push(['sentOn', sent]);
  const day = dayOf(cell(entered));
  if (day === null) return flaws;
  if (yearOf(day) !== year) flaws.push([entered, `thuộc năm ${yearOf(day)}; chỉ tiếp quản sổ năm ${year}.`]);
  else if (day > today) flaws.push([entered, 'sau hôm nay.']);
  return flaws;
}

function lengthFlaws(line: TakenOverLine): readonly RowFlaw[] {
  const limits: readonly (readonly [TakeOverField, string, number])[] = [
    ['code', line.notation === '' ? line.code : line.notation, REGISTER_LENGTHS.code],
    ['subject', line.subject, REGISTER_LENGTHS.subject],
    ['senderName', line.senderName, REGISTER_LENGTHS.agencyName],
    ['signerName', line.signerName, 100],
    ['keeper', line.keeper, 200],
    ['handler', line.handler, 200],
    ['receipt', line.receipt, 200],
    ['copies', line.copies, 50],
    ['note', line.note, 300],
  ];
  return limits
    .filter(([, text, most]) => text.length > most)
    .map(([field, , most]) => [field, `dài quá ${most} ký tự.`]);
}

/** One agency's number twice is entered all the same, as when it comes today; a person should know. */
function doubtsOf(
  row: number,
  { code, senderName, issuedDate }: TakenOverLine,
  { book, known }: RowContext,
): readonly string[] {
  if (book !== 'incoming' || code === NO_NUMBER) return [];
  const key = `${fold(senderName)}\n${code}\n${yearOf(issuedDate)}`;
  const before = known.codes.get(key);
  if (before !== undefined) return [`Cùng tác giả, số và ký hiệu với dòng ${before}.`];
  known.codes.set(key, row);
  return [];
}
