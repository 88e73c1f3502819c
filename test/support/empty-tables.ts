import { createHash } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../src/platform/database/database.js';
import { SCHEMA } from '../../src/bootstrap/schema.js';

/** What decides on the tables, and on what a new database starts with. */
const SOURCES = ['platform/database', 'calendar'].map((folder) => join(import.meta.dirname, '../../src', folder));

let ready: Promise<string> | null = null;

/** Puts a database with all tables, as new as an installation's, at the path: made once from the migrations as they are written now, then copied. */
export async function copyTables(path: string): Promise<void> {
  ready ??= emptyTables();
  await copyFile(await ready, path, constants.COPYFILE_EXCL);
}

async function emptyTables(): Promise<string> {
  const made = join(tmpdir(), `hoi-am-bang-${await digestOfSources()}.db`);
  if (existsSync(made)) return made;
  const directory = await mkdtemp(join(tmpdir(), 'hoi-am-'));
  const database = await Database.open(`sqlite:${join(directory, 'hoi-am.db')}`, SCHEMA);
  await database.migrate();
  const whole = join(directory, 'whole.db');
  await database.writer.query(`VACUUM INTO '${whole}'`);
  await database.close();
  await rename(whole, made);
  await rm(directory, { recursive: true });
  return made;
}

async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of SOURCES) {
    const files = await readdir(folder, { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
      hash.update(file).update(await readFile(join(folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
