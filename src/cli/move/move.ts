import { readFileSync } from 'node:fs';
import type { Settings } from '../../config/settings.js';
import type { Database } from '../../platform/database/database.js';
import { sqlitePath } from '../../platform/database/database-place.js';
import { lookOver, moveDatabase, type Move, type Watch } from '../../platform/database/move/move-database.js';
import { standingOfTarget } from '../../platform/database/move/move-target.js';
import type { MoveSource } from '../../platform/database/move/source-file.js';
import type { Terminal } from '../backup/words.js';
import { readArguments } from '../command-line.js';
import { unusable, type CommandOutcome } from '../outcome.js';
import { isSameProof, lookedOver, moved, type Asked, type Proof } from './move-outcome.js';
import { moveRefusal } from './move-words.js';

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

interface Ends {
  readonly path: string;
  readonly address: string;
  readonly settings: Settings;
}

/** Rows that are read, and committed, at once: some 0.1 s of a server's work. */
const ROWS = 500;

/**
 * `hoi-am move --to mssql://…`: everything that an embedded database holds, into one on SQL Server; cut off, it goes on where it was when it is run again.
 *
 * Status 0 when both hold the same and the chains are whole, 1 when not, when a value does not fit, or when the source's own chains were broken before; 2 when
 * source or target cannot serve: then nothing was changed; 3 when the server fails meanwhile.
 */
export async function runMove(args: readonly string[], doors: MoveDoors): Promise<CommandOutcome> {
  const { to = '', 'dry-run': dryRun = false, json = false } = readArguments('move', args).values;
  const settings = doors.settings();
  const path = sqlitePath(settings.databaseUrl);
  if (path === null) return unusable(NOT_EMBEDDED);
  const address = addressIn(to);
  if (address === null) return unusable(NO_ADDRESS);
  const asked = { from: settings.databaseUrl, to: address, dryRun, json };
  try {
    const ends = { path, address, settings };
    // Before anything is read: who looks into the source to prove it cannot while it is held.
    const unfit = await withBoth(ends, doors, () => Promise.resolve(FIT));
    if (unfit !== FIT) return unfit;
    const before = await doors.prove(settings.databaseUrl);
    return await withBoth(ends, doors, (move) => act(move, { ...asked, before }, doors));
  } catch (error) {
    const refusal = moveRefusal(error);
    if (refusal === null) throw error;
    return { exitCode: refusal.exitCode, lines: [], messages: [refusal.words] };
  }
}

const FIT: CommandOutcome = { exitCode: 0, lines: [], messages: [] };

const NOT_EMBEDDED =
  'Lệnh này chuyển từ SQLite; DATABASE_URL đang là SQL Server. Đặt DATABASE_URL tới tệp SQLite cần chuyển.';

const NO_ADDRESS = '--to phải là mssql://tài-khoản:mật-khẩu@máy:1433/tên-csdl, hoặc tệp chứa đúng một địa chỉ như thế.';

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
  { path, address, settings }: Ends,
  { openSource, openTarget, terminal }: MoveDoors,
  work: (move: Move) => Promise<CommandOutcome>,
): Promise<CommandOutcome> {
  const source = openSource(path);
  try {
    const database = await openTarget(address, settings);
    try {
      if (!isOfThisVersion(source, database)) return unusable(OTHER_VERSION);
      const standing = await standingOfTarget(database);
      return await work({ source, database, standing, watch: watchOn(terminal), size: ROWS });
    } finally {
      await database.close();
    }
  } finally {
    source.close();
  }
}

const OTHER_VERSION =
  'Cơ sở dữ liệu nguồn không đúng phiên bản của phần mềm này. Sao lưu, chạy "hoi-am migrate" rồi chuyển.';

function isOfThisVersion({ steps }: MoveSource, { stepsKnown }: Database): boolean {
  return steps.length === stepsKnown.length && stepsKnown.every((step) => steps.includes(step));
}

/** @param before what the source's chains said; both databases must say the same */
async function act(
  move: Move,
  asked: Asked & { readonly before: Proof },
  { prove }: MoveDoors,
): Promise<CommandOutcome> {
  if (asked.dryRun) return lookedOver(await lookOver(move), asked);
  let after: Proof | null = null;
  const tables = await moveDatabase(move, async () => {
    after = await prove(asked.to);
    return isSameProof(asked.before, after);
  });
  return moved(tables, { ...asked, after });
}

/** A table is told once in so many rows. */
const STEP = 20_000;

const ACTS: Readonly<Record<Parameters<Watch>[0], string>> = { copied: 'chép', read: 'đọc', compared: 'so' };

function watchOn({ isSeen, tell }: Terminal): Watch {
  return (doing, table, rows) => {
    if (isSeen && rows % STEP === 0) tell(`Đã ${ACTS[doing]} ${rows.toLocaleString('vi-VN')} dòng của bảng ${table}…`);
  };
}
