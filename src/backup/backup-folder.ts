import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { CLEAR_POOL, FORMAT, isBelow, isStoredFile, POOL, type Contents } from './domain/contents.js';
import { takenAtOf } from './domain/nightly.js';
import { Pool } from './pool.js';
import { Opener, UnusableIdentity } from './seal.js';

/** One folder a backup; the stored files of all lie once in a pool beside it. */
export const BACKUPS = 'ban';
export const CONTENTS_FILE = 'ban-ke.json';
/** The sha256 of what stands in `ban-ke.json`. */
export const CONTENTS_HASH = 'ban-ke.sha256';
export const DATABASE_FILE = 'hoi-am.db';
export const LIST_FILE = 'tep.txt';

const bytes = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/u), size: z.int() });
const held = bytes.extend({ path: z.string().refine(isBelow), sealed: bytes.optional() });

const contents: z.ZodType<Contents> = z.object({
  format: z.literal(FORMAT),
  version: z.int(),
  software: z.string(),
  agencyCode: z.string(),
  takenAt: z.string(),
  recipients: z.array(z.string()).default([]),
  pool: z.string().regex(POOL).default(CLEAR_POOL),
  database: held.extend({ steps: z.array(z.string()) }).nullable(),
  beside: z.array(held),
  files: z.object({ list: held, count: z.int(), bytes: z.int() }),
});

/** There is no backup to restore; the Vietnamese message says what to do. */
export class NoBackup extends Error {}

/** One backup and the files that it shares with others. */
export interface FoundBackup {
  readonly folder: string;
  readonly pool: Pool;
  readonly contents: Contents;
  /** What opens an encrypted one; null where it is not encrypted, or no identity was given. */
  readonly opener: Opener | null;
}

/**
 * The backup that a folder is, or the newest one in it.
 *
 * @param identity a file with the keys that open it, where it is encrypted
 * @throws NoBackup where there is none, or its description was changed or cut off; UnusableIdentity where no key fits
 */
export async function findBackup(from: string, identity?: string): Promise<FoundBackup> {
  const given = resolve(from);
  const folder = (await isThere(join(given, CONTENTS_FILE))) ? given : await newestIn(given);
  const found = await contentsOf(folder);
  const isSealed = found.recipients.length > 0;
  return {
    folder,
    contents: found,
    pool: new Pool(join(dirname(dirname(folder)), found.pool), isSealed),
    opener: isSealed && identity !== undefined ? await openerFor(found, identity) : null,
  };
}

async function openerFor({ recipients }: Contents, identity: string): Promise<Opener> {
  const opener = await Opener.of(identity);
  if (opener.recipients.some((one) => recipients.includes(one))) return opener;
  throw new UnusableIdentity(
    `Khóa trong ${identity} (của ${keyWords(opener.recipients)}) không mở được bản sao lưu này: bản được mã hóa cho ${keyWords(recipients)}. Tìm đúng tệp khóa của một trong các khóa ấy; không có cách mở nào khác.`,
  );
}

/** Public keys for people to compare: of long ones the beginning, which tells them apart. */
export function keyWords(recipients: readonly string[]): string {
  return recipients.map((one) => (one.length > 70 ? `${one.slice(0, 40)}…` : one)).join(', ');
}

/** The pool of a backup; null where its description is not whole. */
export function poolNameOf(folder: string): Promise<string | null> {
  return contentsOf(folder).then(
    ({ pool }) => pool,
    () => null,
  );
}

/** Names of whole backups, the oldest first. */
export async function backupsIn(root: string): Promise<readonly string[]> {
  const names = await readdir(join(root, BACKUPS)).catch(() => []);
  return names.filter((name) => !name.startsWith('.')).toSorted();
}

/** When the newest whole backup of a folder was taken; null where there is none. */
export async function newestBackup(root: string): Promise<Date | null> {
  const moments = (await backupsIn(root)).flatMap((name) => takenAtOf(name) ?? []);
  return moments.at(-1) ?? null;
}

/** Writes the description of a backup, and its hash. */
export async function writeContents(folder: string, said: Contents): Promise<void> {
  const text = `${JSON.stringify(said, null, 2)}\n`;
  await writeFile(join(folder, CONTENTS_FILE), text, { mode: 0o600, flush: true });
  await writeFile(join(folder, CONTENTS_HASH), `${hashOf(text)}\n`, { mode: 0o600, flush: true });
}

/** The files of a list, one a line: `sha256 bytes`; evidence that is kept for a time stands under `chung-cu/`. What names no stored file is passed over. */
export function* listed(text: string): Generator<{ readonly name: string; readonly size: number }> {
  for (const line of text.split('\n')) {
    const [name = '', size] = line.split(' ');
    if (isStoredFile(name)) yield { name, size: Number(size) };
  }
}

async function newestIn(root: string): Promise<string> {
  const newest = (await backupsIn(root)).at(-1);
  if (newest !== undefined) return join(root, BACKUPS, newest);
  throw new NoBackup(
    `Không có bản sao lưu trọn vẹn nào trong ${root}. Chỉ thư mục đã đặt ở "hoi-am backup --out", hoặc một bản trong "${BACKUPS}" của nó.`,
  );
}

async function contentsOf(folder: string): Promise<Contents> {
  const place = join(folder, CONTENTS_FILE);
  const [text, hash] = await Promise.all(
    [place, join(folder, CONTENTS_HASH)].map((path) => readFile(path, 'utf8').catch(() => '')),
  );
  const changed = `Bản kê ${place} bị thiếu, bị cắt hoặc bị sửa. Dùng bản sao lưu khác.`;
  if (text === undefined || text === '' || hash?.trim() !== hashOf(text)) throw new NoBackup(changed);
  const read = contents.safeParse(parsed(text));
  if (!read.success) throw new NoBackup(`${place} không phải bản kê của Hồi Âm. Xem lại --from.`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Takes away what a backup that was cut off has left. */
export async function sweepUnfinished(root: string): Promise<void> {
  const names = await readdir(join(root, BACKUPS)).catch(() => []);
  for (const name of names.filter((one) => one.startsWith('.'))) {
    await rm(join(root, BACKUPS, name), { recursive: true, force: true });
  }
}
