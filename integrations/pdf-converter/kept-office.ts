import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OfficeRun, type OfficeAnswer } from './office-run.js';
import { isWholePdf, PROFILE_SETTINGS } from './soffice-process.js';

/** When LibreOffice that stays is started again. */
export interface KeptLimits {
  readonly python: string;
  /** Files that one run converts at most. */
  readonly files: number;
  readonly lifetimeMs: number;
  /** A run that is not asked ends after so long. */
  readonly idleMs: number;
}

const MINUTE_MS = 60_000;

/** It holds some 190 MB, which a quiet office need not pay all day; its start costs four letters. */
export const KEPT_LIMITS: KeptLimits = {
  // Debian's own Python: `python3-uno` belongs to no other.
  python: '/usr/bin/python3',
  files: 200,
  lifetimeMs: 60 * MINUTE_MS,
  idleMs: 5 * MINUTE_MS,
};

export type KeptAnswer =
  | { readonly kind: 'done'; readonly pdf: Buffer }
  /** `missing`: this machine cannot keep LibreOffice running at all; `reason` names what it lacks. */
  | { readonly kind: 'failed' | 'missing'; readonly reason: string };

const STOPPED: KeptAnswer = { kind: 'failed', reason: 'stopped' };

/** The run that is asked, and what it was given. */
interface Current {
  readonly run: OfficeRun;
  readonly folder: string;
  files: number;
  isOld: boolean;
  readonly lifetime: NodeJS.Timeout;
}

/**
 * One LibreOffice that stays between files, started at the first of them. A run that fails a question is never asked again: it is killed with all that
 * it started, and the next question starts another, with a profile of its own. Asked for one file at a time.
 */
export class KeptOffice {
  private current: Current | undefined;
  private profile: string | undefined;
  private idle: NodeJS.Timeout | undefined;
  private ending: Promise<void> = Promise.resolve();
  private isBusy = false;
  private isStopped = false;

  constructor(
    private readonly soffice: string,
    private readonly limits: KeptLimits,
  ) {}

  /**
   * @param home a folder of ours for profiles and files
   * @param timeoutMs for this file, and for the start of LibreOffice where it has to be started
   */
  async convert(docx: Buffer, home: string, timeoutMs: number): Promise<KeptAnswer> {
    clearTimeout(this.idle);
    this.isBusy = true;
    try {
      return await this.answer(docx, home, timeoutMs);
    } finally {
      this.isBusy = false;
      if (this.isStopped) await this.retire();
      else if (this.current) this.idle = setTimeout(() => void this.retire(), this.limits.idleMs);
    }
  }

  /** Ends what runs, at once where it is busy. It does not start again. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.idle);
    if (this.isBusy) this.current?.run.kill();
    else await this.retire();
  }

  private async answer(docx: Buffer, home: string, timeoutMs: number): Promise<KeptAnswer> {
    const asked = (await this.renewed()) ?? (await this.start(home));
    const deadline = setTimeout(() => asked.run.kill(), timeoutMs);
    try {
      const answer = this.isStopped ? STOPPED : await ask(asked, docx);
      if (answer.kind !== 'done') await this.discard(asked);
      return answer;
    } finally {
      clearTimeout(deadline);
    }
  }

  /** @returns the run that may be asked, if there is one */
  private async renewed(): Promise<Current | undefined> {
    const { current } = this;
    if (current && !current.run.isRunning) await this.discard(current);
    else if (current && (current.isOld || current.files >= this.limits.files)) await this.retire();
    await this.ending;
    return this.current;
  }

  private async start(home: string): Promise<Current> {
    this.profile ??= await makeProfile(home, 'kept-profile-');
    const folder = await mkdtemp(join(home, 'kept-'));
    const { python, lifetimeMs } = this.limits;
    const run = new OfficeRun({ python, soffice: this.soffice, profile: this.profile, temporary: folder });
    const lifetime = setTimeout(() => (started.isOld = true), lifetimeMs).unref();
    const started: Current = { run, folder, files: 0, isOld: false, lifetime };
    this.current = started;
    return started;
  }

  /** Lets the current run end by itself; its profile serves the next. */
  private retire(): Promise<void> {
    const { current } = this;
    this.current = undefined;
    if (current) this.ending = this.ending.then(() => current.run.end()).then(() => clear(current));
    return this.ending;
  }

  /** What a failed run leaves in its profile is not trusted. */
  private async discard(failed: Current): Promise<void> {
    failed.run.kill();
    await failed.run.ended;
    await clear(failed);
    this.current = undefined;
    if (this.profile !== undefined) await removed(this.profile);
    this.profile = undefined;
  }
}

async function ask(current: Current, docx: Buffer): Promise<KeptAnswer> {
  const { run, folder } = current;
  const [source, target] = [join(folder, 'a.docx'), join(folder, 'a.pdf')];
  const begun = await run.begun;
  if (begun.kind !== 'ready') return failure(begun);
  current.files += 1;
  await writeFile(source, docx);
  const answer = await run.ask(source, target);
  if (answer.kind !== 'done') return failure(answer);
  const pdf = await readFile(target).catch(() => null);
  await Promise.all([source, target].map(removed));
  return pdf && isWholePdf(pdf) ? { kind: 'done', pdf } : { kind: 'failed', reason: 'no whole file' };
}

function failure(answer: OfficeAnswer): KeptAnswer {
  if (answer.kind === 'missing') return answer;
  return { kind: 'failed', reason: answer.kind === 'failed' ? answer.reason : 'ended' };
}

async function clear({ folder, lifetime }: Current): Promise<void> {
  clearTimeout(lifetime);
  await removed(folder);
}

/** A process that was killed may still make a file while its folder is emptied; what is left goes with the home. */
function removed(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 }).catch(() => undefined);
}

/** A profile of LibreOffice with our settings. Two runs at once must not share one. @returns its folder */
export async function makeProfile(home: string, name: string): Promise<string> {
  const profile = await mkdtemp(join(home, name));
  await mkdir(join(profile, 'user'));
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), PROFILE_SETTINGS);
  return profile;
}
