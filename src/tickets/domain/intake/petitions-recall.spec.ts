import { readFileSync } from 'node:fs';
import { PAPERS_1 } from '../../../../test/support/proposals/papers-1.js';
import { PAPERS_2 } from '../../../../test/support/proposals/papers-2.js';
import { PAPERS_3 } from '../../../../test/support/proposals/papers-3.js';
import { READER_PAPERS_1 } from '../../../../test/support/proposals/papers-of-a-reader-1.js';
import { READER_PAPERS_2 } from '../../../../test/support/proposals/papers-of-a-reader-2.js';
import { READER_PAPERS_3 } from '../../../../test/support/proposals/papers-of-a-reader-3.js';
import { suspectedNature } from './suspected-nature.js';

/**
 * Texts, each with what it is in law; a request for protection belongs to a denunciation. Three readers who did not know the signs wrote the first three sets.
 * The signs were bettered by what the first two showed to be missed, so how well they do on texts that nobody has seen yet was told by the first measures
 * alone: 49 of 80, then 28 of 40. By the third set nothing was bettered. The builder of the signs wrote the fourth, which bettered them, and the fifth, which
 * was put aside before that and not read again; one who writes both texts and signs does better on them than others will. The sixth is of one lawyer who had
 * seen nothing of this, three of four made hard on purpose, and another named the same kind for each of its 60: the signs of before found 26 of them, today's
 * 39, and nothing was bettered by it. Whether the sender is known is asked of the sender's lines (`anonymous.ts`), not of the words.
 */
interface LabelledText {
  readonly text: string;
  readonly nature: 'feedback' | 'complaint' | 'denunciation' | 'protection' | 'emergency' | 'stateSecret';
}

function textsOf(file: string): readonly LabelledText[] {
  const url = new URL(`../../../../test/support/${file}`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as readonly LabelledText[];
}

function hits(all: readonly LabelledText[], nature: LabelledText['nature']): { right: number; of: number } {
  const texts = all.filter((one) => one.nature === nature);
  const expected = nature === 'protection' ? 'denunciation' : nature;
  const right = texts.filter(({ text }) => (suspectedNature(text)?.nature ?? 'feedback') === expected).length;
  return { right, of: texts.length };
}

const SETS = {
  first: textsOf('petitions.json'),
  second: textsOf('petitions-2.json'),
  third: textsOf('petitions-3.json'),
  fourth: textsOf('petitions-4.json'),
  fifth: textsOf('petitions-5.json'),
  sixth: textsOf('petitions-6.json'),
} as const;

describe('petitions and feedback by several hands', () => {
  it.each([
    ['first', 'denunciation', 14, 14],
    ['first', 'complaint', 14, 14],
    ['first', 'emergency', 8, 8],
    ['first', 'protection', 6, 6],
    ['first', 'stateSecret', 3, 3],
    ['first', 'feedback', 33, 35],
    ['second', 'denunciation', 9, 9],
    ['second', 'complaint', 9, 9],
    ['second', 'emergency', 5, 5],
    ['second', 'protection', 3, 3],
    ['second', 'feedback', 14, 14],
    ['third', 'denunciation', 9, 9],
    ['third', 'complaint', 8, 9],
    ['third', 'emergency', 4, 5],
    ['third', 'protection', 3, 3],
    ['third', 'feedback', 10, 14],
    ['fourth', 'denunciation', 89, 91],
    ['fourth', 'complaint', 81, 81],
    ['fourth', 'emergency', 67, 67],
    ['fourth', 'protection', 20, 20],
    ['fourth', 'feedback', 148, 156],
    ['fifth', 'denunciation', 20, 21],
    ['fifth', 'complaint', 14, 16],
    ['fifth', 'emergency', 12, 12],
    ['fifth', 'protection', 6, 6],
    ['fifth', 'feedback', 25, 27],
    ['sixth', 'denunciation', 12, 14],
    ['sixth', 'complaint', 10, 12],
    ['sixth', 'emergency', 4, 9],
    ['sixth', 'protection', 2, 5],
    ['sixth', 'feedback', 11, 20],
  ] as const)('rule 7: of the %s set %s is told for what it is at least %i times of %i', (set, nature, floor, of) => {
    const found = hits(SETS[set], nature);
    expect(found.of).toBe(of);
    expect(found.right).toBeGreaterThanOrEqual(floor);
  });

  it('rule 7: of everyday papers, some of which tell of somebody beaten or cheated, at most one in six is held for more than feedback', () => {
    const own = [...PAPERS_1, ...PAPERS_2, ...PAPERS_3];
    const everyday = [...own, ...READER_PAPERS_1, ...READER_PAPERS_2, ...READER_PAPERS_3];
    const held = everyday.filter(({ text }) => (suspectedNature(text)?.nature ?? 'feedback') !== 'feedback');
    expect(held.length).toBeLessThanOrEqual(everyday.length / 6);
  });
});
