import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Terminal } from '../cli/backup/words.js';
import type { Proof } from '../cli/move/move-outcome.js';
import type { MoveDoors } from '../cli/move/move.js';
import { childEnvironment } from '../config/child-environment.js';
import { readSettings, type Settings } from '../config/settings.js';
import type { Database } from '../platform/database/database.js';
import { placeOf } from '../platform/database/database-place.js';
import { openAlone } from '../platform/database/move/source-file.js';
import { DatabaseAway, openDatabase } from './existing-database.js';
import { SCHEMA } from './schema.js';

const CLI = join(import.meta.dirname, '../cli.js');
const FAILED = 3;
/** A register of a year may say much. */
const MAX_BYTES = 2 ** 26;

export function moveDoors(terminal: Terminal): MoveDoors {
  return {
    settings: () => readSettings(),
    openSource: openAlone,
    openTarget,
    prove: proofsOf,
    terminal,
  };
}

/** Without entities: those of this process are the source's. */
async function openTarget(databaseUrl: string, { databasePools }: Settings): Promise<Database> {
  try {
    return await openDatabase({ databaseUrl, databasePools }, { entities: [], migrations: SCHEMA.migrations });
  } catch (error) {
    const { cause } = error instanceof DatabaseAway ? error : {};
    if (!(cause instanceof Error)) throw error;
    const words = `Không mở được cơ sở dữ liệu đích ${placeOf(databaseUrl)}: ${cause.message}. Xem lại địa chỉ sau --to, tường lửa, và máy chủ có chạy không.`;
    throw new DatabaseAway(words, { cause });
  }
}

/** One process knows one kind of database (docs/adr/0002-one-schema-two-databases.md), so that others look into the target. */
async function proofsOf(databaseUrl: string): Promise<Proof> {
  const journal = await childCommand(['journal', 'verify'], databaseUrl);
  const registers = await childCommand(['register', 'check'], databaseUrl);
  // A database without any register has none that could fail.
  const accept = journal.exitCode === 0 && [0, 2].includes(registers.exitCode);
  return { accept, messages: [...journal.said, ...registers.said] };
}

function childCommand(
  args: readonly string[],
  databaseUrl: string,
): Promise<{ readonly exitCode: number; readonly said: readonly string[] }> {
  const env = childEnvironment('DATABASE_URL', databaseUrl);
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { env, maxBuffer: MAX_BYTES }, (error, stdout, stderr) => {
      const said = `${stdout}${stderr}`.split('\n').filter((line) => line !== '' && !line.startsWith('Cơ sở dữ liệu:'));
      resolve({ exitCode: error === null ? 0 : typeof error.code === 'number' ? error.code : FAILED, said });
    });
  });
}
