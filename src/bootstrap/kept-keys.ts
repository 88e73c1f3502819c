import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { JournalDigestEntity } from '../documents/persistence/journal-digest.entity.js';
import { DatabaseUnfit } from './existing-database.js';
import { Journal } from '../journal/index.js';
import { SYSTEM } from '../kernel/actor.js';
import { sha256Of } from '../kernel/sha256.js';
import { SecondFactorEntity } from '../organisation/persistence/account.entities.js';
import { KeyFingerprintEntity } from '../platform/files/key-fingerprint.entity.js';
import { secretIfThere, secretOf } from '../platform/files/secrets.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { AppContext } from '../platform/platform.module.js';

/** A key beside the database by which the database was written. Sessions have one too: without it people sign in again, and nothing else. */
interface KeptKey {
  readonly name: string;
  readonly what: string;
  /** Given to us instead of the file. */
  readonly given?: string | undefined;
  readonly variable?: string;
  /** What is made with it, and shows that there was one before its fingerprint was written down. */
  readonly traces: new () => object;
  readonly ifLost: string;
}

/** Suffix of a file beside a key: an administrator who is sure that the key is lost for good creates it, and a new key is made. */
const LOST = '.mat-han';

/**
 * The keys by which a database was written must be there when the program starts on it. New ones made in silence would end every second factor and
 * give anchors another signature than before. A key that never was is made, and its fingerprint recorded.
 *
 * @throws DatabaseUnfit with one Vietnamese sentence that names the file and what to do
 */
export async function requireKeys(appContext: AppContext): Promise<void> {
  for (const key of keysOf(appContext.settings)) await requireKey(appContext, key);
}

function keysOf({ session, anchorKey }: AppContext['settings']): readonly KeptKey[] {
  return [
    {
      name: 'tai-khoan',
      what: 'khóa niêm phong xác thực hai lớp',
      traces: SecondFactorEntity,
      given: session.accountKey,
      variable: 'ACCOUNT_KEY',
      ifLost: 'mọi người cài lại ứng dụng xác thực (hoi-am account second-factor --reset TÀI-KHOẢN)',
    },
    {
      name: 'moc',
      what: 'khóa ký mốc và sổ đã khóa',
      traces: JournalDigestEntity,
      given: anchorKey,
      variable: 'ANCHOR_KEY',
      ifLost: 'mốc từ nay mang chữ ký khác với các mốc trước, phải báo nơi giữ khóa công khai',
    },
  ];
}

async function requireKey(appContext: AppContext, key: KeptKey): Promise<void> {
  const { settings, database } = appContext;
  const { name, given } = key;
  const path = join(settings.dataDirectory, 'bi-mat', name);
  const known = await database.reader.manager.findOneBy(KeyFingerprintEntity, { name });
  const isGivenUp = await isThere(`${path}${LOST}`);
  if (!isGivenUp)
    await requireSame(appContext, {
      key,
      path,
      known,
      found: given ?? (await secretIfThere(settings.dataDirectory, name)),
    });
  const sha256 = fingerprintOf(given ?? (await secretOf(settings.dataDirectory, name)));
  if (known?.sha256 !== sha256) await writeDown(appContext, known, { name, sha256 });
  if (isGivenUp) await rm(`${path}${LOST}`, { force: true });
}

async function writeDown(
  { database, clock }: AppContext,
  known: KeyFingerprintEntity | null,
  { name, sha256 }: Pick<KeyFingerprintEntity, 'name' | 'sha256'>,
): Promise<void> {
  await new UnitOfWork(database).run(async (tx) => {
    await tx.delete(KeyFingerprintEntity, { name });
    await tx.insert(KeyFingerprintEntity, { name, sha256, seenAt: clock.now() });
    if (known === null) return;
    const act = { action: 'key.renew', objectKind: 'key', objectId: name } as const;
    await new Journal(clock).record(tx, SYSTEM, act);
  });
}

interface Seen {
  readonly key: KeptKey;
  readonly path: string;
  readonly known: KeyFingerprintEntity | null;
  readonly found: string | null;
}

async function requireSame({ database }: AppContext, { key, path, known, found }: Seen): Promise<void> {
  const isMissing = found === null || found === '';
  if (!isMissing && (known === null || known.sha256 === fingerprintOf(found))) return;
  if (found === null && known === null && !(await database.reader.manager.exists(key.traces))) return;
  throw new DatabaseUnfit(isMissing ? missingWords(key, path) : otherWords(key, path));
}

function missingWords(key: KeptKey, path: string): string {
  return `Thiếu ${key.what} mà cơ sở dữ liệu này đã dùng: không có ${placeOf(key, path)}. ${whatToDo(key, path)}`;
}

function otherWords(key: KeptKey, path: string): string {
  return `Sai ${key.what}: ${placeOf(key, path)} không phải khóa mà cơ sở dữ liệu này đã dùng. ${whatToDo(key, path)}`;
}

function placeOf({ given, variable }: KeptKey, path: string): string {
  return given === undefined ? `tệp ${path}` : `đúng giá trị ở biến ${variable ?? ''}`;
}

function whatToDo({ ifLost }: KeptKey, path: string): string {
  const lost = `Chỉ khi khóa mất hẳn: tạo tệp trống ${path}${LOST} rồi khởi động lại; khi đó ${ifLost}.`;
  return `Chép lại từ bản sao lưu (thư mục bi-mat) rồi khởi động lại. ${lost}`;
}

/** Says nothing of the key but whether it is the same. */
export function fingerprintOf(secret: string): string {
  return sha256Of(Buffer.from(`hoi-am key ${secret}`));
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
