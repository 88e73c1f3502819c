import { placeOf } from '../../platform/database/database-place.js';
import type { lookOver, MovedSum } from '../../platform/database/move/move-database.js';
import type { CommandOutcome } from '../outcome.js';
import { misfitWords } from './move-words.js';

export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** What registers and journal of a database say of themselves. */
export interface Proof {
  readonly accept: boolean;
  readonly messages: readonly string[];
}

export function isSameProof(before: Proof, after: Proof): boolean {
  return before.messages.join('\n') === after.messages.join('\n');
}

/** So many faults are named one by one. */
const NAMED = 20;

/** After a dry run. */
export function lookedOver(
  { tables, misfits }: Awaited<ReturnType<typeof lookOver>>,
  asked: Asked & { readonly before: Proof },
): CommandOutcome {
  const rest = misfits.length - NAMED;
  const accept = misfits.length === 0 && asked.before.accept;
  const text = `Sẽ chuyển ${sized(tables)} tới ${placeOf(asked.to)}; chưa ghi gì.`;
  return {
    exitCode: accept ? 0 : 1,
    lines: linesOf(tables, asked, { text, accept }),
    messages: [
      ...asked.before.messages,
      ...misfits.slice(0, NAMED).map(misfitWords),
      ...(rest > 0 ? [`và ${String(rest)} giá trị khác.`] : []),
    ],
  };
}

/** @param asked `after`: null where the tables differ, so that nothing was left to prove */
export function moved(
  tables: readonly MovedSum[],
  asked: Asked & { readonly before: Proof; readonly after: Proof | null },
): CommandOutcome {
  const { before, after, to } = asked;
  const isWhole = after !== null && isSameProof(before, after);
  const accept = isWhole && after.accept;
  const text = isWhole ? `Đã chuyển ${sized(tables)} tới ${placeOf(to)}.` : 'Chưa chuyển xong.';
  const differ = tables.filter((table) => !table.accept);
  return {
    exitCode: accept ? 0 : 1,
    lines: linesOf(tables, asked, { text, accept }),
    messages: [
      ...differ.map(({ table }) => `Bảng ${table} không giống nhau ở hai cơ sở dữ liệu.`),
      ...(after?.messages ?? []),
      ...(isWhole && !accept ? [AS_IN_SOURCE] : []),
      isWhole ? NEXT : NOT_WHOLE,
    ],
  };
}

const AS_IN_SOURCE = 'Hai cơ sở dữ liệu giống nhau; các điều sai vừa nêu đã có ở nguồn từ trước khi chuyển.';

const NEXT =
  'Việc tiếp theo: đặt DATABASE_URL tới cơ sở dữ liệu mới, giữ nguyên HOI_AM_DATA (khóa và tệp vẫn ở đó), chạy "hoi-am doctor" rồi khởi động. Dời tệp SQLite cũ đi nơi khác, không chạy phần mềm trên tệp ấy nữa.';

const NOT_WHOLE =
  'Phần mềm không chạy trên cơ sở dữ liệu đích khi còn khác nguồn. Xóa cơ sở dữ liệu đích, lập lại cơ sở dữ liệu trống rồi chuyển lại; cơ sở dữ liệu nguồn không thay đổi.';

function linesOf(
  tables: readonly MovedSum[],
  { from, to, json }: Asked,
  { text, accept }: { readonly text: string; readonly accept: boolean },
): readonly string[] {
  if (!json) return [text];
  const last = { from: placeOf(from), to: placeOf(to), tables: tables.length, rows: rowsOf(tables), accept };
  return [...tables, last].map((line) => JSON.stringify(line));
}

function rowsOf(tables: readonly MovedSum[]): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

function sized(tables: readonly MovedSum[]): string {
  return `${rowsOf(tables).toLocaleString('vi-VN')} dòng của ${String(tables.length)} bảng`;
}
