import { inTurns } from '../../../kernel/turns.js';
import { memoryOf, unpackingSteps } from '../../../platform/threads/packed-rows.js';
import { ThreadPool } from '../../../platform/threads/thread-pool.js';
import { packed, reviveMoment, type PackedReading, type SheetJob } from './sheet-job.js';
import type { SheetCell, SheetReading } from './sheet-table.js';
import { writeWorkbook, type Sheet } from './write-workbook.js';

/** A workbook of so few cells is put together before a thread would have heard of it. */
const FEW_CELLS = 1_000;

/** Idle threads are no reason for the process to stay. */
const threads = new ThreadPool({
  script: new URL('./sheet.worker.js', import.meta.url),
  threads: 2,
  timeLimitMs: 60_000,
  heapMegabytes: 768,
});

/**
 * Reads the first sheet of a workbook, in a thread. Rows are counted while unpacking, which stops at the first that is too many; nothing is unpacked past
 * the size that the archive announces, and cells that compute are refused by name.
 *
 * @param content stays the caller's @param mostRows rows below that of the headings; more refuse the whole
 */
export async function readXlsxTable(content: Buffer, mostRows: number): Promise<SheetReading> {
  const copy = new Uint8Array(content);
  const job: SheetJob = { kind: 'read', content: copy, mostRows };
  const outcome = await threads.run(job, [copy.buffer]);
  if (outcome.kind !== 'answered') return { ok: false, flaw: unreadFlaw(outcome.kind) };
  const reading = outcome.answer as PackedReading;
  if (!reading.ok) return reading;
  return { ok: true, table: await inTurns(unpackingSteps<readonly SheetCell[]>(reading.table, reviveMoment)) };
}

/** Why a workbook was not read to its end, for the person who chose the file: neither says that the file is broken. */
export function unreadFlaw(kind: 'timeout' | 'died'): string {
  return kind === 'timeout' ? TOO_SLOW : FAILED;
}

const TOO_SLOW =
  'Đọc tệp Excel quá lâu nên đã dừng. Xóa các trang tính, dòng và định dạng không dùng, lưu lại rồi chọn lại.';
const FAILED =
  'Phần mềm gặp lỗi khi đọc tệp Excel. Chọn lại tệp; nếu vẫn lỗi, chép dữ liệu sang một tệp .xlsx mới rồi chọn tệp đó.';

/** A workbook with these sheets; what is long is put together in a thread. @throws Error when it takes too long or too much */
export async function writeXlsx(...sheets: readonly Sheet[]): Promise<Buffer> {
  const cells = sheets.reduce((sum, { head, rows }) => sum + head.length * rows.length, 0);
  if (cells <= FEW_CELLS) return writeWorkbook(sheets);
  const packs = await packed(sheets);
  const job: SheetJob = { kind: 'write', sheets: packs };
  const outcome = await threads.run(job, memoryOf(...packs.map(({ rows }) => rows)));
  if (outcome.kind !== 'answered')
    throw new Error(`The workbook was not made: ${outcome.kind === 'died' ? outcome.reason : outcome.kind}`);
  const content = outcome.answer as Uint8Array;
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}
