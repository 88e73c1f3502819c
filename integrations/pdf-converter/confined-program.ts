import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { promisify } from 'node:util';
import { bareEnvironment } from './bare-environment.js';

const run = promisify(execFile);

const TIME_LIMIT_MS = 10_000;
const LIMITS = ['--as=1500000000', '--cpu=10', '--core=0', '--nofile=64', '--fsize=33554432'];
/** Where programs, their libraries and what fontconfig asks stand. */
const READ_BY_PROGRAMS = ['/usr', '/etc/fonts', '/var/cache/fontconfig'];

/**
 * Runs a program on a file that a stranger may have made to break it: it sees its own folder and what is installed, and no other file of ours
 * (Landlock, by setpriv of util-linux), takes no rights, and ends after ten seconds or at its limit of memory.
 *
 * @param folder the only place where it may write, and its working directory
 * @throws where it fails, overruns a limit, or where this machine cannot confine it: then it is not run at all
 */
export async function runConfined(command: string, options: readonly string[], folder: string): Promise<string> {
  const read = [...READ_BY_PROGRAMS, ...(isAbsolute(command) ? [dirname(command)] : [])].filter((one) =>
    existsSync(one),
  );
  const rules = [
    ...read.map((place) => `path-beneath:read-file,read-dir,execute:${place}`),
    `path-beneath:read-file,read-dir,write-file,make-reg,truncate:${folder}`,
  ];
  const confined = [
    ...LIMITS,
    'setpriv',
    ...['--no-new-privs', '--landlock-access', 'fs'],
    ...rules.flatMap((rule) => ['--landlock-rule', rule]),
    ...[command, ...options],
  ];
  const environment = bareEnvironment(folder, folder);
  const { stdout } = await run('prlimit', confined, {
    cwd: folder,
    timeout: TIME_LIMIT_MS,
    killSignal: 'SIGKILL',
    env: environment,
  });
  return stdout;
}
