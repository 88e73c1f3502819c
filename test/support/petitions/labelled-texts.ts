import { readFileSync } from 'node:fs';
import { PAPERS_1 } from '../proposals/papers-1.js';
import { PAPERS_2 } from '../proposals/papers-2.js';
import { PAPERS_3 } from '../proposals/papers-3.js';
import { READER_PAPERS_1 } from '../proposals/papers-of-a-reader-1.js';
import { READER_PAPERS_2 } from '../proposals/papers-of-a-reader-2.js';
import { READER_PAPERS_3 } from '../proposals/papers-of-a-reader-3.js';

/** A text with what it is in law; a request for protection belongs to a denunciation. */
export interface LabelledText {
  readonly text: string;
  readonly nature: 'feedback' | 'complaint' | 'denunciation' | 'protection' | 'emergency' | 'stateSecret';
  /** How much it teaches; 1 where it is not said. */
  readonly weight?: number;
}

function textsOf(file: string): readonly LabelledText[] {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as readonly LabelledText[];
}

/** Most of what comes in is of this kind: each counts thrice. */
const EVERYDAY: readonly LabelledText[] = [
  ...[...PAPERS_1, ...PAPERS_2, ...PAPERS_3],
  ...[...READER_PAPERS_1, ...READER_PAPERS_2, ...READER_PAPERS_3],
].map(({ text }) => ({ text, nature: 'feedback', weight: 3 }));

/** What the model learns from: of everyday papers every other one. */
export const TRAINING = {
  first: textsOf('training/first.json'),
  second: textsOf('training/second.json'),
  fourth: textsOf('training/fourth.json'),
  seventh: textsOf('training/seventh.json'),
  eighth: textsOf('training/eighth.json'),
  ninth: textsOf('training/ninth.json'),
  tenth: textsOf('training/tenth.json'),
  twelfth: textsOf('training/twelfth.json'),
  lines: textsOf('training/lines.json'),
  everyday: EVERYDAY.filter((_paper, at) => at % 2 === 0),
} as const;

/**
 * What it is measured by, and never learns from. The third is of a reader who did not know the signs, the fifth of their builder, put aside before they were
 * bettered; the sixth of one lawyer who had seen nothing of this, three of four made hard on purpose, and another named the same kind for each of its 60.
 * The eleventh is of a third lawyer, three of five hard, again with the same kinds named by another: written after the model, and measured once before
 * anything was changed by it (38 of 40). The thirteenth is of a fourth writer, the same kinds named by another, and measured once in the same way (39 of 40).
 */
export const MEASURING = {
  third: textsOf('measuring/third.json'),
  fifth: textsOf('measuring/fifth.json'),
  sixth: textsOf('measuring/sixth.json'),
  eleventh: textsOf('measuring/eleventh.json'),
  thirteenth: textsOf('measuring/thirteenth.json'),
  everyday: EVERYDAY.filter((_paper, at) => at % 2 === 1),
} as const;
