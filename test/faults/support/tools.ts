import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isSystemError } from '../../../src/platform/files/file-errors.js';

const ATTACHED_MS = 30_000;

/** Runs a tool of the system. @throws Error that names the Debian package when it is missing, and what the tool said when it failed */
export function run(tool: string, args: readonly string[], debian: string): string {
  const { error, status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (isSystemError(error, 'ENOENT')) throw new Error(`This fault needs ${tool}: apt-get install ${debian}`);
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** A limit of a running process, put upon it from outside; the hard limit stays, so that it can be lifted again. */
export function limit(pid: number, resource: 'as' | 'nofile' | 'fsize', value: number): void {
  run('prlimit', ['--pid', String(pid), `--${resource}=${value}:`], 'util-linux');
}

/** The process may have as much again as it may ever have. */
export function liftLimit(pid: number, resource: 'as' | 'nofile' | 'fsize'): void {
  const asked = ['--pid', String(pid), `--${resource}`, '--output', 'HARD', '--noheadings'];
  run('prlimit', ['--pid', String(pid), `--${resource}=${run('prlimit', asked, 'util-linux').trim()}:`], 'util-linux');
}

/** A file system of so many megabytes at an empty folder. Needs root. */
export function mountSmall(folder: string, megabytes: number): void {
  run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], 'mount');
}

export function unmount(folder: string): void {
  run('umount', ['--lazy', folder], 'mount');
}

/** Fills a small file system to the last byte. @returns what frees it again */
export function fill(folder: string): () => void {
  const path = join(folder, 'day');
  const file = openSync(path, 'w');
  for (let size = 65_536; size >= 1; size = Math.floor(size / 4)) writeUntilFull(file, Buffer.alloc(size));
  closeSync(file);
  return () => rmSync(path);
}

function writeUntilFull(file: number, block: Buffer): void {
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if (!isSystemError(error, 'ENOSPC')) throw error;
  }
}

/** What strace is to do to which system calls: `fsync,fdatasync:error=EIO`. Calls that are not there on this machine are passed over. */
export function tampering(calls: string, what: string): readonly string[] {
  const named = calls
    .split(',')
    .map((call) => `?${call}`)
    .join(',');
  return ['-f', '--kill-on-exit', '-o', '/dev/null', '-e', `trace=${named}`, '-e', `inject=${named}:${what}`];
}

/** What is attached to must not be killed with the tool. */
function attaching(calls: string, what: string): readonly string[] {
  return tampering(calls, what).filter((argument) => argument !== '--kill-on-exit');
}

/** Tampers with the system calls of a process that runs. */
export class Tampering {
  private constructor(private readonly strace: ChildProcess) {}

  /** And with those of whatever it starts. @throws Error when strace is missing or may not attach */
  static with(pid: number, calls: string, what: string): Promise<Tampering> {
    return Tampering.attach(pid, [...attaching(calls, what), '-p', String(pid)], () => threadsOf(pid));
  }

  /** Only with those of the threads that it has now, each counted for itself; it may be killed by that at once. @throws Error */
  static withThreads(pid: number, calls: string, what: string): Promise<Tampering> {
    const threads = threadsOf(pid);
    const named = threads.flatMap((thread) => ['-p', thread]);
    return Tampering.attach(pid, [...attaching(calls, what).filter((one) => one !== '-f'), ...named], () => threads);
  }

  private static async attach(
    pid: number,
    args: readonly string[],
    threads: () => readonly string[],
  ): Promise<Tampering> {
    run('strace', ['-V'], 'strace');
    const strace = spawn('strace', args, { stdio: 'ignore' });
    const patience = AbortSignal.timeout(ATTACHED_MS);
    while (!patience.aborted && strace.exitCode === null) {
      if (threads().every((thread) => isTracedOrGone(pid, thread))) return new Tampering(strace);
      await pause(20);
    }
    throw new Error(`strace did not attach to ${pid}.`);
  }

  /** The fault ends; the process goes on as it is. */
  async lift(): Promise<void> {
    if (this.strace.exitCode !== null) return;
    const gone = once(this.strace, 'exit');
    this.strace.kill('SIGINT');
    await gone;
  }
}

/** All of them: work with files is done in those of the pool. */
function threadsOf(pid: number): readonly string[] {
  return readdirSync(`/proc/${pid}/task`);
}

function isTracedOrGone(pid: number, thread: string): boolean {
  const path = `/proc/${pid}/task/${thread}/status`;
  try {
    return /TracerPid:\t[1-9]/u.test(readFileSync(path, 'utf8'));
  } catch (error) {
    if (isSystemError(error, 'ENOENT') || isSystemError(error, 'ESRCH')) return true;
    throw error;
  }
}

/** Bytes of address space that a process has. */
export function addressSpace(pid: number): number {
  return Number(/VmSize:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}
