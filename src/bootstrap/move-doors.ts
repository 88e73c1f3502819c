import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Terminal } from '../cli/backup/words.js';
import type { MoveDoors, Proof } from '../cli/move/move.js';
import { childEnvironment } from '../config/child-environment.js';
import { readSettings } from '../config/settings.js';
import { openAlone } from '../platform/database/move/source-file.js';
import { openDatabase } from './existing-database.js';
import { SCHEMA } from './schema.js';

const CLI = join(import.meta.dirname, '../cli.js');
const FAILED = 3;
/** A register of a year may say much. */
const MAX_BYTES = 2 ** 26;

export function moveDoors(terminal: Terminal): MoveDoors {
  return {
    settings: () => readSettings(),
    openSource: openAlone,
    // Without entities: those of this process are the source's.
    openTarget: (databaseUrl, { databasePools }) =>
      openDatabase({ databaseUrl, databasePools }, { entities: [], migrations: SCHEMA.migrations }),
    prove: proofsOf,
    terminal,
  };
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
