import type { Chapter } from './chapter.js';
import type { Check } from './check.js';
import { Failed, Skipped } from './check.js';
import { callerChapter } from './chapters/caller.js';
import { envelopeChapter } from './chapters/envelope.js';
import { listsChapter } from './chapters/lists.js';
import { loopChapter } from './chapters/loop.js';
import { refusalsChapter } from './chapters/refusals.js';
import { signingChapter } from './chapters/signing.js';
import type { PeerUnderTest } from './peer.js';

export interface Verdict {
  readonly id: string;
  readonly clause: string;
  readonly title: string;
  readonly verdict: 'pass' | 'fail' | 'skipped';
  /** Of a failure, what is otherwise; of a skipped check, what it needs. */
  readonly reason?: string;
}

export const CHAPTERS: readonly Chapter[] = [
  envelopeChapter,
  callerChapter,
  listsChapter,
  refusalsChapter,
  loopChapter,
  signingChapter,
];

/** Makes the checks one after the other, telling each verdict as it falls. */
export async function holdToContract(
  peer: PeerUnderTest,
  tell: (verdict: Verdict) => void = () => undefined,
  chapters: readonly Chapter[] = CHAPTERS,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const chapter of chapters) {
    for (const check of chapter(peer)) {
      const verdict = await judge(check);
      tell(verdict);
      verdicts.push(verdict);
    }
  }
  return verdicts;
}

async function judge({ id, clause, title, run }: Check): Promise<Verdict> {
  try {
    await run();
    return { id, clause, title, verdict: 'pass' };
  } catch (error) {
    if (error instanceof Skipped) return { id, clause, title, verdict: 'skipped', reason: error.message };
    if (error instanceof Failed) return { id, clause, title, verdict: 'fail', reason: error.message };
    throw error;
  }
}
