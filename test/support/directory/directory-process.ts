import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { connect } from 'node:tls';
import { setTimeout as pause } from 'node:timers/promises';

const READY_WITHIN_MS = 150_000;

/** Runs a program to its end, with something to read. @throws Error with what it said when its status is not 0 */
export async function run(
  program: string,
  args: readonly string[],
  { input = '', env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const child = spawn(program, [...args], { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      said += text.toString();
    });
  }
  const failed = once(child, 'error').then(([error]) => Promise.reject(error as Error));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [status] = (await Promise.race([once(child, 'close'), failed])) as [number | null];
  if (status !== 0) throw new Error(`${program}: status ${String(status)}\n${said}`);
  return said;
}

/** Starts a program that ends when we do, however that comes about. */
export function spawnMortal(
  program: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly stdout?: 'pipe' } = {},
): ChildProcess {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', program, ...args], {
    env: options.env ?? process.env,
    stdio: ['ignore', options.stdout ?? 'ignore', 'ignore'],
  });
  child.on('error', () => undefined);
  return child;
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/**
 * Waits until the server of a process answers in TLS with a certificate that its own authority vouches for, so that no other server on the
 * same port is taken for it.
 *
 * @throws Error when the process ends first, or the time is over
 */
export async function untilAnswers(child: ChildProcess, port: number, ca: string): Promise<void> {
  const authority = await readFile(ca);
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until;) {
    if (child.exitCode !== null) throw new Error(`The directory ended with status ${String(child.exitCode)}.`);
    if (await answers(port, authority)) return;
    await pause(20);
  }
  throw new Error('The directory does not answer.');
}

function answers(port: number, ca: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, ca, timeout: 2000 });
    const end = (isThere: boolean) => () => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('secureConnect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}

/** Ends a process at once, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
