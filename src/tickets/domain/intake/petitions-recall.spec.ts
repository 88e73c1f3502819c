import { MEASURING, type LabelledText } from '../../../../test/support/petitions/labelled-texts.js';
import { suspectedNature } from './suspected-nature.js';

function hits(all: readonly LabelledText[], nature: LabelledText['nature']): { right: number; of: number } {
  const texts = all.filter((one) => one.nature === nature);
  const expected = nature === 'protection' ? 'denunciation' : nature;
  const right = texts.filter(({ text }) => (suspectedNature(text)?.nature ?? 'feedback') === expected).length;
  return { right, of: texts.length };
}

describe('petitions and feedback that nothing was learnt from', () => {
  it.each([
    ['third', 'denunciation', 9, 9],
    ['third', 'complaint', 9, 9],
    ['third', 'emergency', 5, 5],
    ['third', 'protection', 3, 3],
    ['third', 'feedback', 12, 14],
    ['fifth', 'denunciation', 18, 21],
    ['fifth', 'complaint', 16, 16],
    ['fifth', 'emergency', 12, 12],
    ['fifth', 'protection', 6, 6],
    ['fifth', 'feedback', 26, 27],
    ['sixth', 'denunciation', 14, 14],
    ['sixth', 'complaint', 12, 12],
    ['sixth', 'emergency', 9, 9],
    ['sixth', 'protection', 5, 5],
    ['sixth', 'feedback', 14, 20],
    ['eleventh', 'denunciation', 10, 10],
    ['eleventh', 'complaint', 9, 9],
    ['eleventh', 'emergency', 5, 5],
    ['eleventh', 'protection', 4, 4],
    ['eleventh', 'feedback', 12, 12],
    ['thirteenth', 'denunciation', 10, 10],
    ['thirteenth', 'complaint', 9, 9],
    ['thirteenth', 'emergency', 5, 5],
    ['thirteenth', 'protection', 4, 4],
    ['thirteenth', 'feedback', 11, 12],
    ['everyday', 'feedback', 130, 150],
  ] as const)('rule 7: of the %s set %s is told for what it is at least %i times of %i', (set, nature, floor, of) => {
    const found = hits(MEASURING[set], nature);
    expect(found.of).toBe(of);
    expect(found.right).toBeGreaterThanOrEqual(floor);
  });
});
