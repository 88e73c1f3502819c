import { fold } from '../../kernel/vietnamese.js';

/** whole: every line, so that what is missing has ended · delta: what changed since the last run. */
export const SYNC_KINDS = ['whole', 'delta'] as const;
export type SyncKind = (typeof SYNC_KINDS)[number];

/** asked: waits for its turn · held: too much would end; a person says whether it may. */
export const SYNC_STATES = ['asked', 'running', 'done', 'failed', 'held'] as const;
export type SyncState = (typeof SYNC_STATES)[number];

export const WORD_LONGEST = 40;
const HOUR_MS = 3_600_000;
const DELTA_EVERY_MS = 24 * HOUR_MS;
const WHOLE_EVERY_MS = 7 * DELTA_EVERY_MS;
/** After a failed run the next is tried in so long. */
const TRY_AGAIN_MS = HOUR_MS;
/** A run that has read no page for so long was killed. */
export const STALLED_MS = 10 * 60_000;
/** Clocks differ, and what changes while a run reads may be missed by it: a delta asks for a little more than it needs. */
export const OVERLAP_MS = HOUR_MS;
/** Share of the active agencies that one run may end without a person's word. */
const MAX_ENDED = 0.1;

/** The folded words by which a name or a question finds agencies, each once; codes are words too. */
export function agencyWords(...texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u));
  return [...new Set(words.filter((word) => word !== '').map((word) => word.slice(0, WORD_LONGEST)))];
}

/** Units with `W00` in their code are for tests of the national axis. */
export function isForTests(code: string): boolean {
  return code.toUpperCase().includes('W00');
}

/** Whether what a whole run did not see may end at once: a cut or empty answer must never wipe the directory. */
export function mayEndAtOnce({ active, unseen }: { readonly active: number; readonly unseen: number }): boolean {
  return unseen <= active * MAX_ENDED;
}

/** The last whole run that came to its end, held or not: what an older one did not see says nothing any more. */
export function latestWhole<
  Run extends { readonly kind: SyncKind; readonly state: SyncState; readonly startedAt: Date },
>(runs: readonly Run[]): Run | undefined {
  const ended = runs.filter(({ kind, state }) => kind === 'whole' && (state === 'done' || state === 'held'));
  return ended.reduce<Run | undefined>(
    (last, run) => (last && last.startedAt >= run.startedAt ? last : run),
    undefined,
  );
}

/** The runs that say what is due. */
export interface PastRuns {
  readonly lastWhole: Date | null;
  readonly lastDone: Date | null;
  readonly lastFailed: Date | null;
}

/** What is due: the whole directory once a week, and first of all; in between what changed, once a day. */
export function dueSync({ lastWhole, lastDone, lastFailed }: PastRuns, now: Date): SyncKind | null {
  const since = (at: Date | null): number => (at === null ? Number.POSITIVE_INFINITY : now.getTime() - at.getTime());
  if (since(lastFailed) < TRY_AGAIN_MS) return null;
  if (since(lastWhole) >= WHOLE_EVERY_MS) return 'whole';
  return since(lastDone) >= DELTA_EVERY_MS ? 'delta' : null;
}
