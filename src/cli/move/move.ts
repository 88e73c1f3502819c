import { readFileSync } from 'node:fs';
import type { Settings } from '../../config/settings.js';
import type { Database } from '../../platform/database/database.js';
import { placeOf, sqlitePath } from '../../platform/database/database-place.js';
import {
  lookOver,
  moveDatabase,
  type Move,
  type MovedSum,
  type Watch,
} from '../../platform/database/move/move-database.js';
import { standingOfTarget } from '../../platform/database/move/move-target.js';
import type { MoveSource } from '../../platform/database/move/source-file.js';
import type { Terminal } from '../backup/words.js';
import { readArguments } from '../command-line.js';
import { unusable, type CommandOutcome } from '../outcome.js';
import { misfitWords, moveRefusal } from './move-words.js';

export interface Proof {
  readonly accept: boolean;
  readonly messages: readonly string[];
}

export interface MoveDoors {
  readonly settings: () => Settings;
  /** @throws SourceInUse */
  readonly openSource: (path: string) => MoveSource;
  /** @throws DatabaseAway */
  readonly openTarget: (databaseUrl: string, settings: Settings) => Promise<Database>;
  /** The registers and the journal prove themselves, by the programs that read a database of this address. */
  readonly prove: (databaseUrl: string) => Promise<Proof>;
  readonly terminal: Terminal;
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Rows that are read, and committed, at once: some 0.1 s of a server's work. */
const ROWS = 500;

/** So many faults are named one by one. */
const NAMED = 20;

/**
 * `hoi-am move --to mssql://…`: everything that an embedded database holds, into one on SQL Server; cut off, it goes on where it was when it is run again.
 *
 * Status 0 when both hold the same and the chains are whole, 1 when not, or when a value does not fit; 2 when source or target cannot serve: then nothing
 * was changed; 3 when the server fails meanwhile.
 */
export async function runMove(args: readonly string[], doors: MoveDoors): Promise<CommandOutcome> {
  const { to = '', 'dry-run': dryRun = false, json = false } = readArguments('move', args).values;
  const settings = doors.settings();
  const path = sqlitePath(settings.databaseUrl);
  if (path === null)
    return unusable(
      'Lệnh này chuyển từ SQLite; DATABASE_URL đang là SQL Server. Đặt DATABASE_URL tới tệp SQLite cần chuyển.',
    );
  const address = addressIn(to);
  if (address === null)
    return unusable(
      '--to phải là mssql://tài-khoản:mật-khẩu@máy:1433/tên-csdl, hoặc tệp chứa đúng một địa chỉ như thế.',
    );
  try {
    return await withBoth({ path, address, settings }, doors, (move) =>
      act(move, { from: settings.databaseUrl, to: address, dryRun, json }, doors),
    );
  } catch (error) {
    const refusal = moveRefusal(error);
    if (refusal === null) throw error;
    return { exitCode: refusal.exitCode, lines: [], messages: [refusal.words] };
  }
}

/** An address shows in the list of processes; the name of a file does not tell it. */
function addressIn(to: string): string | null {
  const text = to.startsWith('mssql:') ? to : contentOf(to);
  const url = URL.parse(text);
  return url?.protocol === 'mssql:' && url.hostname !== '' && url.pathname.length > 1 ? text : null;
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

async function withBoth(
  { path, address, settings }: { readonly path: string; readonly address: string; readonly settings: Settings },
  { openSource, openTarget, terminal }: MoveDoors,
  work: (move: Move) => Promise<CommandOutcome>,
): Promise<CommandOutcome> {
  const source = openSource(path);
  try {
    const database = await openTarget(address, settings);
    try {
      const known = database.stepsKnown;
      if (source.steps.length !== known.length || !known.every((step) => source.steps.includes(step)))
        return unusable(
          'Cơ sở dữ liệu nguồn không đúng phiên bản của phần mềm này. Sao lưu, chạy "hoi-am migrate" rồi chuyển.',
        );
      const standing = await standingOfTarget(database);
      return await work({ source, database, standing, watch: watchOn(terminal), size: ROWS });
    } finally {
      await database.close();
    }
  } finally {
    source.close();
  }
}

async function act(move: Move, asked: Asked, { prove, terminal }: MoveDoors): Promise<CommandOutcome> {
  if (asked.dryRun) return looked(await lookOver(move), asked);
  let proof: Proof | null = null;
  const tables = await moveDatabase(move, async () => {
    if (terminal.isSeen) terminal.tell('Nhật ký và các sổ tự chứng minh trên cơ sở dữ liệu đích…');
    proof = await prove(asked.to);
    return proof.accept;
  });
  return moved(tables, proof, asked);
}

function looked({ tables, misfits }: Awaited<ReturnType<typeof lookOver>>, asked: Asked): CommandOutcome {
  const rest = misfits.length - NAMED;
  return {
    exitCode: misfits.length === 0 ? 0 : 1,
    lines: linesOf(tables, asked, `Sẽ chuyển ${sized(tables)} tới ${placeOf(asked.to)}; chưa ghi gì.`),
    messages: [...misfits.slice(0, NAMED).map(misfitWords), ...(rest > 0 ? [`và ${String(rest)} giá trị khác.`] : [])],
  };
}

/** @param proof null where the tables differ, so that nothing was left to prove */
function moved(tables: readonly MovedSum[], proof: Proof | null, asked: Asked): CommandOutcome {
  const differ = tables.filter(({ accept }) => !accept).map(({ table }) => table);
  const accept = proof?.accept === true;
  const text = accept ? `Đã chuyển ${sized(tables)} tới ${placeOf(asked.to)}.` : 'Chưa chuyển xong.';
  return {
    exitCode: accept ? 0 : 1,
    lines: linesOf(tables, asked, text),
    messages: [
      ...differ.map((table) => `Bảng ${table} không giống nhau ở hai cơ sở dữ liệu.`),
      ...(proof?.messages ?? []),
      ...(accept ? NEXT : [NOT_ACCEPTED]),
    ],
  };
}

const NEXT = [
  'Việc tiếp theo: đặt DATABASE_URL tới cơ sở dữ liệu mới, giữ nguyên HOI_AM_DATA (khóa và tệp vẫn ở đó), chạy "hoi-am doctor" rồi khởi động. Giữ tệp SQLite cũ ở nơi khác, không chạy phần mềm trên tệp ấy nữa.',
];

const NOT_ACCEPTED =
  'Phần mềm không chạy trên cơ sở dữ liệu đích khi còn điều sai. Xem các dòng trên; cơ sở dữ liệu nguồn không thay đổi.';

function linesOf(tables: readonly MovedSum[], { from, to, json }: Asked, text: string): readonly string[] {
  if (!json) return [text];
  const rows = rowsOf(tables);
  const accept = tables.every((table) => table.accept);
  const last = { from: placeOf(from), to: placeOf(to), tables: tables.length, rows, accept };
  return [...tables, last].map((line) => JSON.stringify(line));
}

function rowsOf(tables: readonly MovedSum[]): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

function sized(tables: readonly MovedSum[]): string {
  return `${rowsOf(tables).toLocaleString('vi-VN')} dòng của ${String(tables.length)} bảng`;
}

const ACTS: Readonly<Record<Parameters<Watch>[0], string>> = { copied: 'chép', read: 'đọc', compared: 'so' };

/** A table is told once in so many rows. */
const STEP = 20_000;

function watchOn({ isSeen, tell }: Terminal): Watch {
  return (act, table, rows) => {
    if (isSeen && rows % STEP === 0) tell(`Đã ${ACTS[act]} ${rows.toLocaleString('vi-VN')} dòng của bảng ${table}…`);
  };
}
