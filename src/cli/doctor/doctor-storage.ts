import { DATABASE_DAMAGED } from '../../platform/database/damaged-words.js';
import type { DatabaseVerdict } from '../../platform/health/database-check.js';
import { spaceLevel, type DiskSpace, type SpaceLevel } from '../../platform/health/disk-space.js';
import type { DamagedPlace } from '../../platform/health/quick-check.js';
import { storageIllnessOf } from '../../platform/health/storage-illness.js';
import { PLACE_WORDS, type StoragePlace } from '../../platform/health/storage-places.js';
import { ill, well, type DoctorCheck } from './doctor-check.js';

/** Where the doctor looks for what is wrong with disks and the database. */
export interface StorageDoors {
  readonly isServer: boolean;
  readonly places: readonly StoragePlace[];
  readonly database: () => Promise<DatabaseVerdict>;
  readonly room: (path: string) => Promise<DiskSpace>;
  /** Writes a file and takes it away. */
  readonly write: (path: string) => Promise<void>;
}

const NOT_LOOKED_ON_SERVER =
  'Lệnh này chỉ hỏi SQL Server những trang nó đã thấy hỏng; trang chưa ai đọc thì chưa được xem. Đặt DBCC CHECKDB trong kế hoạch bảo trì của máy chủ cơ sở dữ liệu.';
const MEBIBYTE = 2 ** 20;

/** Whether pages of the database are whole, whether there is room, and whether it can be written. */
export async function storageChecks(doors: StorageDoors): Promise<readonly DoctorCheck[]> {
  const places = await Promise.all(doors.places.map((place) => placeChecks(doors, place)));
  return [...(await databaseChecks(doors)), ...places.flat()];
}

async function databaseChecks({ database, isServer }: StorageDoors): Promise<readonly DoctorCheck[]> {
  const check = 'database-pages';
  const verdict = await database();
  if (verdict.kind === 'whole') return [well(check, wholeWords(isServer))];
  if (verdict.kind === 'damaged')
    return verdict.places.map((place) => ill(check, damageWords(place), DATABASE_DAMAGED));
  const mend = isServer
    ? 'Cấp cho tài khoản quyền xem msdb.dbo.suspect_pages, và xem máy chủ cơ sở dữ liệu có trả lời không.'
    : 'Xem tệp cơ sở dữ liệu có đó không và tài khoản này có quyền đọc không.';
  return [ill(check, `Chưa xem được cơ sở dữ liệu có nguyên vẹn không (${verdict.why}).`, mend)];
}

function wholeWords(isServer: boolean): string {
  return isServer
    ? `SQL Server chưa thấy trang nào hỏng. ${NOT_LOOKED_ON_SERVER}`
    : 'Cơ sở dữ liệu nguyên vẹn (quick_check; nội dung chỉ mục không được so từng dòng với bảng).';
}

function damageWords({ table, page, words }: DamagedPlace): string {
  const where = table === null ? 'chưa rõ bảng nào' : `bảng ${table}`;
  return `Cơ sở dữ liệu bị hỏng: ${where}${page === null ? '' : `, trang ${String(page)}`} (${words}).`;
}

const LEFT: Readonly<Record<Exclude<SpaceLevel, 'ample'>, string>> = {
  low: 'Dọn hoặc mở rộng ổ đĩa trong tuần này.',
  scarce: 'Dọn hoặc mở rộng ổ đĩa ngay: đầy thì phần mềm không nhận và không lưu được gì.',
};

async function placeChecks({ room, write }: StorageDoors, place: StoragePlace): Promise<readonly DoctorCheck[]> {
  return [await roomCheck(room, place), await writeCheck(write, place)];
}

async function roomCheck(room: StorageDoors['room'], { name, path }: StoragePlace): Promise<DoctorCheck> {
  const check = `disk-${name}`;
  try {
    const space = await room(path);
    const [free, total] = [space.free, space.total].map((bytes) =>
      Math.floor(bytes / MEBIBYTE).toLocaleString('vi-VN'),
    );
    const message = `Ổ đĩa của ${PLACE_WORDS[name]} ở ${path} còn ${free ?? ''} MB trên ${total ?? ''} MB.`;
    const level = spaceLevel(space);
    return level === 'ample' ? well(check, message) : ill(check, message, LEFT[level]);
  } catch {
    return ill(check, `Không có thư mục ${path} cho ${PLACE_WORDS[name]}.`, 'Xem lại biến của thư mục ấy.');
  }
}

async function writeCheck(write: StorageDoors['write'], { name, path }: StoragePlace): Promise<DoctorCheck> {
  const check = `write-${name}`;
  try {
    await write(path);
    return well(check, `Ghi được vào ${path}.`);
  } catch (error) {
    const isFull = storageIllnessOf(error) === 'disk-full';
    const message = isFull ? `Ổ đĩa ở ${path} đã đầy.` : `Không ghi được vào ${path}.`;
    const mend = isFull
      ? LEFT.scarce
      : 'Xem quyền ghi của tài khoản chạy phần mềm, và ổ đĩa có bị gắn ở chế độ chỉ đọc không.';
    return ill(check, message, mend);
  }
}
