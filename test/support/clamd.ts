import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { kill, spawnMortal } from './directory/directory-process.js';

const STARTED_WITHIN_MS = 120_000;

/** The test file of all scanners (eicar.org), put together here: a scanner on a developer's machine would quarantine this source file. */
export const EICAR = Buffer.from(
  [String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}`, '$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!', '$H+H*'].join(''),
);

/** A real clamd that knows the test file and nothing else, behind a socket in a folder of its own; Debian: `clamav-daemon`. */
export class Clamd {
  private child: ChildProcess | null = null;

  private constructor(private readonly folder: string) {}

  /** As the setting writes it. */
  get address(): string {
    return `unix:${this.socket}`;
  }

  private get socket(): string {
    return join(this.folder, 'clamd.sock');
  }

  /** @throws Error when clamd is missing or does not start */
  static async start(): Promise<Clamd> {
    const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
    const base = join(folder, 'db');
    await mkdir(base);
    await writeFile(join(base, 'test.ndb'), `Eicar-Test:0:0:${EICAR.toString('hex')}\n`);
    const clamd = new Clamd(folder);
    const lines = [`DatabaseDirectory ${base}`, `LocalSocket ${clamd.socket}`, 'FixStaleSocket yes', 'Foreground yes'];
    await writeFile(join(folder, 'clamd.conf'), `${lines.join('\n')}\n`);
    await clamd.restart();
    return clamd;
  }

  async restart(): Promise<void> {
    this.child = spawnMortal('clamd', ['-c', join(this.folder, 'clamd.conf')], {
      env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
    });
    for (const until = Date.now() + STARTED_WITHIN_MS; Date.now() < until;) {
      if (this.child.exitCode !== null) throw new Error(`clamd ended with status ${String(this.child.exitCode)}.`);
      if (await this.listens()) return;
      await pause(20);
    }
    throw new Error('clamd does not start.');
  }

  /** It is gone; `restart` brings it back. */
  async stop(): Promise<void> {
    if (this.child !== null) await kill(this.child);
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true });
  }

  private async listens(): Promise<boolean> {
    const socket = connect(this.socket);
    try {
      await once(socket, 'connect');
      return true;
    } catch {
      return false;
    } finally {
      socket.destroy();
    }
  }
}
