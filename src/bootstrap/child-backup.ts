import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { BackupOutcome, BackupProcess } from '../backup/ports/backup-process.port.js';
import { inheritedEnvironment } from '../config/child-environment.js';

const CLI = join(import.meta.dirname, '../cli.js');
/** A copy that takes longer will not end. */
const MAX_MS = 6 * 60 * 60_000;
const FAILED = 3;

/** `hoi-am backup` and `hoi-am restore` as a child of this process, with its environment. */
export class ChildBackup implements BackupProcess {
  run(folder: string, kept: number): Promise<BackupOutcome> {
    return outcomeOf(['backup', '--out', folder, '--keep', String(kept)]);
  }

  rehearse(folder: string): Promise<BackupOutcome> {
    return outcomeOf(['restore', '--from', folder, '--rehearse']);
  }
}

function outcomeOf(args: readonly string[]): Promise<BackupOutcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [CLI, ...args],
      { timeout: MAX_MS, env: inheritedEnvironment() },
      (error, stdout, stderr) => {
        const said = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('Cơ sở dữ liệu:'));
        const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : FAILED;
        resolve({ exitCode, words: [...said, ...(said.length === 0 ? [stdout.trim()] : [])].join(' ') });
      },
    );
  });
}
