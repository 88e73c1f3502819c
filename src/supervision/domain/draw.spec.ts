import { drawn, isAsDrawn, populationHash } from './draw.js';

const PEOPLE = ['an', 'binh', 'chi', 'dung'];

describe('a draw by lot', () => {
  it('gives what sha256 of seed and id gives, with whichever program it is made', () => {
    // for i in an binh chi dung; do printf 'thu:%s' $i | sha256sum; done | sort
    expect(drawn('thu', PEOPLE.toReversed(), 4)).toEqual(['chi', 'dung', 'an', 'binh']);
    expect(drawn('thu', PEOPLE, 2)).toEqual(drawn('thu', PEOPLE, 4).slice(0, 2));
    expect(drawn('khac', PEOPLE, 9).toSorted()).toEqual(PEOPLE);
  });

  it('prefers nobody: over 4,000 seeds each of ten is among the first two as often as the others', () => {
    const ten = Array.from({ length: 10 }, (_, at) => `phieu-${at}`);
    const times = new Map(ten.map((id) => [id, 0]));
    for (let seed = 0; seed < 4000; seed += 1) {
      for (const id of drawn(String(seed), ten, 2)) times.set(id, (times.get(id) ?? 0) + 1);
    }
    // 800 expected of each; chi-square with 9 degrees of freedom stays below 27.9 in 999 of 1,000 fair draws.
    const chiSquare = [...times.values()].reduce((sum, found) => sum + (found - 800) ** 2 / 800, 0);
    expect(chiSquare).toBeLessThan(27.9);
  });

  it('is known again, and its changes are', () => {
    const draw = { seed: 'thu', population: PEOPLE, chosen: drawn('thu', PEOPLE, 2) };
    const hash = populationHash(PEOPLE.toReversed());
    expect(isAsDrawn(draw, hash)).toBe(true);
    expect(isAsDrawn({ ...draw, chosen: draw.chosen.toReversed() }, hash)).toBe(false);
    expect(isAsDrawn({ ...draw, population: [...PEOPLE, 'em'] }, hash)).toBe(false);
    expect(isAsDrawn({ ...draw, seed: 'khac' }, hash)).toBe(false);
  });
});
