import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bareEnvironment } from './bare-environment.js';

const run = promisify(execFile);

const PYTHON = '/usr/bin/python3';
const SCRIPT = join(import.meta.dirname, 'confined-run.py');
const TIME_LIMIT_MS = 10_000;

/**
 * Runs a program on a file that a stranger may have made to break it: it sees its own folder and what is installed, and no other file of ours,
 * connects to nothing, takes no rights, and ends after ten seconds or at its limits (`confined-run.py`).
 *
 * @param folder the only place where it may write, and its working directory
 * @returns what it wrote to its standard output
 * @throws where it fails, overruns a limit, or where this machine cannot confine it: then it is not run at all
 */
export async function runConfined(command: string, options: readonly string[], folder: string): Promise<string> {
  const { stdout } = await run(PYTHON, ['-I', '-S', SCRIPT, folder, command, ...options], {
    cwd: folder,
    timeout: TIME_LIMIT_MS,
    killSignal: 'SIGKILL',
    env: bareEnvironment(folder, folder),
  });
  return stdout;
}
