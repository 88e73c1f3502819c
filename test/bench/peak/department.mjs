/** The department that a proof works on. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SCRIPT = fileURLToPath(new URL('../pages/department.mjs', import.meta.url));

/**
 * In a process of its own, so that nothing of it is paid for here.
 *
 * @param {{directory: string, tickets: string, kept?: string}} wish `kept`: a folder in which it is made once, and from which it is copied
 */
export async function layOut({ directory, tickets, kept = directory }) {
  if (!existsSync(join(kept, 'du-lieu'))) {
    mkdirSync(kept, { recursive: true });
    await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', SCRIPT, kept, tickets]);
  }
  if (kept !== directory) cpSync(kept, directory, { recursive: true });
}
