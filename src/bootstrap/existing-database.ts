import { SettingsError, type Settings } from '../config/settings.js';
import { DATABASE_DAMAGED } from '../platform/database/damaged-words.js';
import { isDatabaseCorrupt } from '../platform/database/database-errors.js';
import { Database, type Schema } from '../platform/database/database.js';
import { placeOf, sqlitePath, standingOf, type FileStanding } from '../platform/database/database-place.js';
import { isHalfMoved } from '../platform/database/move/move-target.js';
import { SNAPSHOT_OFF, isSnapshotOff } from '../platform/database/snapshot-isolation.js';
import { isBlindToMarks, MARKS_ALIKE } from '../platform/database/text-order.js';
import { SCHEMA } from './schema.js';
import { softwareVersion } from './software-version.js';
import { requireClosedFolders, requireWritable } from './storage-access.js';

/** The database does not serve as it is; the message says in Vietnamese what to do. */
export class DatabaseUnfit extends Error {}

/** The database and the program are not of one time. */
export class DatabaseBehind extends DatabaseUnfit {}

/**
 * Opens an existing database without creating or migrating one.
 *
 * @param otherwise what to do about a database of another time, in Vietnamese
 * @returns null when there is none @throws SettingsError @throws DatabaseUnfit @throws DatabaseAway
 */
export async function openExisting(settings: Settings, otherwise: string): Promise<Database | null> {
  if (isMissing(settings.databaseUrl)) return null;
  const database = await openDatabase(settings);
  await requireFit(database, otherwise);
  return database;
}

/**
 * A database that is not fit is closed.
 *
 * @param otherwise as above
 * @throws DatabaseUnfit
 */
export async function requireFit(database: Database, otherwise: string): Promise<void> {
  const unfit = await unfitness(database, otherwise);
  if (unfit === null) return;
  await database.close();
  throw unfit;
}

async function unfitness(database: Database, otherwise: string): Promise<DatabaseUnfit | null> {
  if (await database.hasPendingMigrations()) return new DatabaseBehind(`Cơ sở dữ liệu chưa cập nhật. ${otherwise}`);
  if (await isSnapshotOff(database)) return new DatabaseUnfit(SNAPSHOT_OFF);
  return (await isBlindToMarks(database)) ? new DatabaseUnfit(MARKS_ALIKE) : null;
}

/** Who acts on a database needs all of it; who merely proves it is asked before a move has ended. @throws DatabaseUnfit */
export async function requireWhole(database: Database): Promise<void> {
  if (!(await isHalfMoved(database))) return;
  await database.close();
  throw new DatabaseUnfit(HALF_MOVED);
}

const HALF_MOVED =
  'Việc chuyển dữ liệu từ SQLite vào cơ sở dữ liệu này chưa xong. Chạy lại "hoi-am move" để làm tiếp; phần mềm chỉ chạy khi đã chuyển xong.';

/** The database cannot be reached or opened; the message names it and says why. */
export class DatabaseAway extends Error {}

/**
 * A database that is brought up to date, or made: it must be possible to write it and, where citizens' words are real, impossible for others to read it.
 *
 * @throws SettingsError @throws DatabaseAway
 */
export async function openToWrite(settings: Settings): Promise<Database> {
  if (settings.production) requireClosedFolders(settings);
  requireWritable(settings.databaseUrl);
  return openDatabase(settings);
}

/** Opens what is there, or makes an embedded one. @throws SettingsError where something else stands there @throws DatabaseUnfit where newer software has changed what this one asks for @throws DatabaseAway */
export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'databasePools'>,
  schema: Schema = SCHEMA,
): Promise<Database> {
  requireNothingElse(settings.databaseUrl);
  const database = await reach(settings, schema);
  const unfit = await ofAnotherTime(database, settings.databaseUrl);
  if (unfit === null) return database;
  await database.close();
  throw unfit;
}

async function ofAnotherTime(database: Database, databaseUrl: string): Promise<Error | null> {
  if (await database.isUnreleased()) return new SettingsError(unreleasedWords(databaseUrl));
  const [step] = await database.stepsBeyond();
  return step === undefined ? null : new DatabaseUnfit(aheadWords(databaseUrl, step));
}

function aheadWords(databaseUrl: string, step: string): string {
  return `Cơ sở dữ liệu ở ${placeOf(databaseUrl)} đã được một bản Hồi Âm mới hơn cập nhật (bước ${step}); bản ${softwareVersion()} không dùng được nữa và không thay đổi gì trong đó. Chạy bản mới.`;
}

function unreleasedWords(databaseUrl: string): string {
  return `Cơ sở dữ liệu ở ${placeOf(databaseUrl)} do một bản Hồi Âm chưa phát hành lập; bản này không dùng được và không thay đổi gì trong đó. Nếu cần dữ liệu, hãy xuất bằng chính bản đã lập nó; sau đó đặt DATABASE_URL, HOI_AM_DATA tới nơi mới rồi chạy "hoi-am migrate" để làm lại từ đầu.`;
}

async function reach(
  { databaseUrl, databasePools: pools }: Pick<Settings, 'databaseUrl' | 'databasePools'>,
  schema: Schema,
): Promise<Database> {
  try {
    return await Database.open(databaseUrl, schema, { pools });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const place = placeOf(databaseUrl);
    const words = isDatabaseCorrupt(cause)
      ? `Cơ sở dữ liệu ${place} bị hỏng hoặc bị cắt ngang (${reason}). ${DATABASE_DAMAGED}`
      : `Không mở được cơ sở dữ liệu ${place}: ${reason}. Xem lại DATABASE_URL, HOI_AM_DATA, quyền ghi, và máy chủ có chạy không.`;
    throw new DatabaseAway(words, { cause });
  }
}

/** Whether no database is there yet; of a server nobody knows before asking it. */
export function isMissing(databaseUrl: string): boolean {
  const path = sqlitePath(databaseUrl);
  return path !== null && ['missing', 'empty'].includes(standingOf(path));
}

/** @throws SettingsError where there is none */
export function requireThere(databaseUrl: string): void {
  requireNothingElse(databaseUrl);
  if (isMissing(databaseUrl)) throw new SettingsError(missingWords(databaseUrl));
}

/** What is said where there is no database, in Vietnamese. */
export function missingWords(databaseUrl: string): string {
  return `Không có cơ sở dữ liệu ở ${placeOf(databaseUrl)}: xem lại DATABASE_URL, HOI_AM_DATA và tệp .env. Lần đầu thì chạy "hoi-am migrate" trước.`;
}

/** What is not ours stays as it is. @throws SettingsError */
function requireNothingElse(databaseUrl: string): void {
  const path = sqlitePath(databaseUrl);
  const standing = path === null ? 'missing' : standingOf(path);
  if (standing === 'unreadable') requireWritable(databaseUrl);
  const flaw = FLAWS[standing];
  if (flaw === undefined) return;
  throw new SettingsError(`${placeOf(databaseUrl)} ${flaw}: xem lại DATABASE_URL, HOI_AM_DATA và tệp .env.`);
}

const FLAWS: Readonly<Partial<Record<FileStanding, string>>> = {
  foreign: 'là cơ sở dữ liệu của phần mềm khác, không phải của Hồi Âm',
  'no-database': 'không phải là tệp cơ sở dữ liệu SQLite',
  folder: 'là một thư mục, không phải tệp cơ sở dữ liệu',
  unreadable: 'không đọc được',
};
