import { Injectable } from '@nestjs/common';
import writeExcelFile from 'write-excel-file/node';
import { endWords, joinedWords, progressWords } from '../domain/document-outcome.js';
import { printedCode, type Book } from '../domain/register.js';
import type { IncomingDocumentEntity, OutgoingDocumentEntity } from '../persistence/documents.entities.js';
import { RegisterQueries } from '../persistence/register-queries.js';

/** A column of a register: its legal heading and what stands in it, always as text: leading zeros stay and nothing is a formula. */
interface RegisterColumn<Row> {
  readonly heading: string;
  readonly width: number;
  readonly text: (row: Row) => string;
}

/** An incoming document with the number of the letter that answers it, `''` while there is none. */
interface Pair {
  readonly incoming: IncomingDocumentEntity;
  readonly reply: string;
  /** The document with which it is answered. */
  readonly joinedTo: IncomingDocumentEntity | null;
}

const day = (iso: string | null): string => (iso === null ? '' : iso.split('-').toReversed().join('/'));

/** Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV, phần II, mẫu sổ đăng ký văn bản đến (10 cột). */
export const INCOMING_COLUMNS: readonly RegisterColumn<IncomingDocumentEntity>[] = [
  { heading: 'Ngày đến', width: 12, text: ({ arrivalDate }) => day(arrivalDate) },
  { heading: 'Số đến', width: 9, text: ({ arrivalNumber }) => String(arrivalNumber) },
  { heading: 'Tác giả', width: 32, text: ({ senderName }) => senderName },
  { heading: 'Số, ký hiệu văn bản', width: 22, text: ({ code }) => code },
  { heading: 'Ngày tháng văn bản', width: 14, text: ({ issuedDate }) => day(issuedDate) },
  {
    heading: 'Tên loại và trích yếu nội dung văn bản',
    width: 60,
    text: ({ typeName, subject }) => `${typeName}: ${subject}`,
  },
  { heading: 'Đơn vị hoặc người nhận', width: 28, text: ({ handler }) => handler ?? '' },
  { heading: 'Ngày chuyển', width: 12, text: ({ arrivalDate, handler }) => (handler === null ? '' : day(arrivalDate)) },
  { heading: 'Ký nhận', width: 12, text: () => '' },
  { heading: 'Ghi chú', width: 24, text: ({ documentId }) => documentId },
];

/** Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV, phần I, mẫu sổ đăng ký văn bản đi (10 cột). */
export const OUTGOING_COLUMNS: readonly RegisterColumn<OutgoingDocumentEntity>[] = [
  { heading: 'Số, ký hiệu văn bản', width: 22, text: ({ number, notation }) => printedCode(number, notation) },
  { heading: 'Ngày tháng văn bản', width: 14, text: ({ issuedDate }) => day(issuedDate) },
  {
    heading: 'Tên loại và trích yếu nội dung văn bản',
    width: 60,
    text: ({ typeName, subject }) => `${typeName}: ${subject}`,
  },
  { heading: 'Người ký', width: 24, text: ({ signerName }) => signerName },
  { heading: 'Nơi nhận văn bản', width: 40, text: ({ recipients }) => recipients.join('; ') },
  { heading: 'Đơn vị, người nhận bản lưu', width: 18, text: ({ keeper }) => keeper },
  { heading: 'Số lượng bản', width: 10, text: () => '01' },
  {
    heading: 'Ngày chuyển',
    width: 12,
    text: ({ releasedAt, issuedDate }) => (releasedAt === null ? '' : day(issuedDate)),
  },
  { heading: 'Ký nhận', width: 12, text: () => '' },
  {
    heading: 'Ghi chú',
    width: 30,
    text: ({ state, voidReason }) => (state === 'voided' ? `Số hủy: ${voidReason ?? ''}` : ''),
  },
];

/** Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV, phần II, mẫu sổ theo dõi giải quyết văn bản đến (7 cột). */
export const TRACKING_COLUMNS: readonly RegisterColumn<Pair>[] = [
  { heading: 'Số đến', width: 9, text: ({ incoming }) => String(incoming.arrivalNumber) },
  {
    heading: 'Tên loại, số và ký hiệu, ngày tháng và tác giả văn bản',
    width: 60,
    text: ({ incoming: { typeName, code, issuedDate, senderName } }) =>
      `${typeName} ${code}, ${day(issuedDate)}, ${senderName}`,
  },
  { heading: 'Đơn vị hoặc người nhận', width: 28, text: ({ incoming }) => incoming.handler ?? '' },
  { heading: 'Thời hạn giải quyết', width: 14, text: ({ incoming }) => day(incoming.dueDate) },
  {
    heading: 'Tiến độ giải quyết',
    width: 18,
    text: ({ incoming }) => progressWords(incoming.outcome),
  },
  { heading: 'Số, ký hiệu văn bản trả lời', width: 24, text: ({ reply }) => reply },
  {
    heading: 'Ghi chú',
    width: 24,
    text: ({ incoming, joinedTo }) =>
      [...(joinedTo === null ? [] : [joinedWords(joinedTo)]), endWords(incoming) ?? ''].filter(Boolean).join('; '),
  },
];

const ROWS_AT_MOST = 50_000;

/** Registers as XLSX with exactly the legal columns, in the order of their numbers. */
@Injectable()
export class RegisterExport {
  constructor(private readonly registers: RegisterQueries) {}

  async xlsx(book: Book | 'tracking', year: number): Promise<Buffer> {
    if (book === 'outgoing')
      return sheet(OUTGOING_COLUMNS, (await this.registers.outgoingPage(year, undefined, ROWS_AT_MOST)).toReversed());
    const incoming = (await this.registers.incomingPage(year, undefined, ROWS_AT_MOST)).toReversed();
    if (book === 'incoming') return sheet(INCOMING_COLUMNS, incoming);
    const replies = await this.registers.repliesInYears(year);
    const joined = await this.registers.joinedBy(incoming);
    return sheet(
      TRACKING_COLUMNS,
      incoming.map((row) => ({
        incoming: row,
        reply: replies.get(row.joinedToId ?? row.id) ?? '',
        joinedTo: joined.find(({ id }) => id === row.joinedToId) ?? null,
      })),
    );
  }
}

async function sheet<Row>(columns: readonly RegisterColumn<Row>[], rows: readonly Row[]): Promise<Buffer> {
  const head = columns.map(({ heading }) => ({
    value: heading,
    fontWeight: 'bold' as const,
    wrap: true,
    type: String,
  }));
  const body = rows.map((row) => columns.map(({ text }) => ({ value: text(row), type: String, wrap: true })));
  return writeExcelFile([head, ...body], {
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape',
  }).toBuffer();
}
