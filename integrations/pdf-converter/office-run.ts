import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { killGroup, officeEnvironment } from './soffice-process.js';
import { removeSockets } from './soffice-sockets.js';

const SCRIPT = join(import.meta.dirname, 'kept-office.py');

/** LibreOffice ends within a second, of its own accord; what still runs after this is killed. */
const END_MS = 10_000;

/** A line of `kept-office.py`; `ended`: it was the last one. */
export type OfficeAnswer =
  | { readonly kind: 'ready' | 'done' | 'ended' }
  | { readonly kind: 'missing' | 'failed'; readonly reason: string };

export interface OfficePlace {
  readonly python: string;
  readonly soffice: string;
  readonly profile: string;
  readonly temporary: string;
}

/** One run of LibreOffice that is asked file after file: `kept-office.py` and what it starts, in one process group. */
export class OfficeRun {
  /** Its first line: `ready`, or why it never will be. */
  readonly begun: Promise<OfficeAnswer>;
  /** Once nothing of it runs any more. */
  readonly ended: Promise<void>;
  private readonly child: ChildProcess;
  private isOver = false;
  private take: ((answer: OfficeAnswer) => void) | undefined;

  constructor({ python, soffice, profile, temporary }: OfficePlace) {
    const pipe = `hoi-am-${randomUUID()}`;
    // -I: no settings of ours, of the account or of the folder reach Python.
    this.child = spawn(python, ['-I', SCRIPT, soffice, pathToFileURL(profile).href, pipe], {
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
      cwd: temporary,
      env: officeEnvironment(profile, temporary),
    });
    this.ended = new Promise((resolve) => {
      const end = (answer: OfficeAnswer): void => {
        this.isOver = true;
        this.kill();
        this.take?.(answer);
        void removeSockets(profile, [pipe]).then(resolve);
      };
      this.child.once('error', () => end({ kind: 'missing', reason: python }));
      // Not at `exit`: its last line may still be on the way.
      this.child.once('close', () => end({ kind: 'ended' }));
    });
    this.begun = this.answer();
    // Where it has ended, `ended` says so.
    this.child.stdin?.on('error', () => undefined);
    if (this.child.stdout) createInterface({ input: this.child.stdout }).on('line', (line) => this.hear(line));
  }

  get isRunning(): boolean {
    return !this.isOver;
  }

  ask(docx: string, pdf: string): Promise<OfficeAnswer> {
    const answer = this.answer();
    const question = { docx: pathToFileURL(docx).href, pdf: pathToFileURL(pdf).href };
    this.child.stdin?.write(`${JSON.stringify(question)}\n`);
    return answer;
  }

  /** Ends it as it stands, and whatever it is doing. */
  kill(): void {
    killGroup(this.child.pid);
  }

  /** Lets it end by itself, for some time. */
  async end(): Promise<void> {
    if (this.isOver) return;
    const deadline = setTimeout(() => this.kill(), END_MS);
    this.child.stdin?.end();
    await this.ended;
    clearTimeout(deadline);
  }

  private hear(line: string): void {
    const answer = answerIn(line);
    if (answer) this.take?.(answer);
  }

  private answer(): Promise<OfficeAnswer> {
    if (this.isOver) return Promise.resolve({ kind: 'ended' });
    return new Promise((resolve) => {
      this.take = resolve;
    });
  }
}

const told = z.union([
  z.object({ ready: z.literal(true) }).transform(() => ({ kind: 'ready' as const })),
  z.object({ done: z.literal(true) }).transform(() => ({ kind: 'done' as const })),
  z.object({ missing: z.string() }).transform(({ missing }) => ({ kind: 'missing' as const, reason: missing })),
  z.object({ failed: z.string() }).transform(({ failed }) => ({ kind: 'failed' as const, reason: failed })),
]);

/** @returns undefined for what a library may have written there */
function answerIn(line: string): OfficeAnswer | undefined {
  try {
    return told.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
