import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import Database from 'better-sqlite3';

/** What a demonstration needs of a lived folder: the databases, the stored files, the keys and marks beside them, and the authority's root. */
const KEPT =
  /^(?:du-lieu\/(?:hoi-am\.db|(?:tep|bi-mat|moc)\/.+)|e-office\/(?:simulator\.db|authority\/(?:root\.pem|revocations\.json)))$/u;
/** Signed letters repeat what was submitted, further back than the usual window of the format reaches. */
const WINDOW_LOG = 27;

/** The lived folder as one file: how long the list is, the list, then the files one after another, all compressed. */
export async function packYear(directory: string, lastDay: string): Promise<Buffer> {
  const inside = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = inside
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .filter((path) => KEPT.test(path))
    .sort((one, other) => kindOf(one).localeCompare(kindOf(other)) || (one < other ? -1 : 1));
  const packed = await Promise.all(paths.map((path) => contentOf(directory, path)));
  const files = paths.map((path, at) => ({
    path,
    size: packed[at]?.content.length ?? 0,
    indexes: packed[at]?.indexes,
  }));
  const list = Buffer.from(JSON.stringify({ lastDay, files }));
  const contents = packed.map(({ content }) => content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(list.length);
  return zstdCompressSync(Buffer.concat([length, list, ...contents]), {
    params: {
      [constants.ZSTD_c_compressionLevel]: 19,
      [constants.ZSTD_c_windowLog]: WINDOW_LOG,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
    },
  });
}

const kindOf = (path: string): string => (path.includes('/tep/') ? '1' : '0');

interface Packed {
  readonly content: Buffer;
  /** What makes the indexes of a database again: they repeat what stands in its tables. */
  readonly indexes?: readonly string[];
}

/** A database as one small file, without what waits beside it to be written in, and without its indexes. */
async function contentOf(directory: string, path: string): Promise<Packed> {
  if (!path.endsWith('.db')) return { content: await readFile(join(directory, path)) };
  const whole = join(directory, `${path}.gon`);
  await rm(whole, { force: true });
  const source = new Database(join(directory, path));
  source.prepare('VACUUM INTO ?').run(whole);
  source.close();
  const database = new Database(whole);
  // Which turns were taken when: the app itself forgets them within a day.
  if (path.endsWith('hoi-am.db')) database.exec('DELETE FROM job_slot');
  const indexes = database
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    .all() as { readonly name: string; readonly sql: string }[];
  for (const { name } of indexes) database.exec(`DROP INDEX "${name}"`);
  database.exec('VACUUM');
  database.close();
  const content = await readFile(whole);
  await rm(whole);
  return { content, indexes: indexes.map(({ sql }) => sql) };
}
