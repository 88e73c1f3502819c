import { goOn, placeAt, type PlaceInCourse } from './place-in-course.js';

const NOW = new Date('2026-03-18T02:00:00Z');
const row = (seq: number, secondsAgo: number) => ({ seq, at: new Date(NOW.getTime() - secondsAgo * 1000) });
const seqs = (rows: readonly { readonly seq: number }[]): number[] => rows.map(({ seq }) => seq);

describe('what is new in a course', () => {
  it('is told once, though rows of the last minute are looked at again', () => {
    const first = goOn(placeAt(4), [row(5, 90), row(6, 3)], NOW);
    expect(seqs(first.fresh)).toEqual([5, 6]);
    expect(first.place).toEqual({ from: 5, told: new Set([6]) });
    const second = goOn(first.place, [row(6, 4), row(7, 0)], NOW);
    expect(seqs(second.fresh)).toEqual([7]);
  });

  it('is told where a row is seen behind one with a higher number', () => {
    const place: PlaceInCourse = { from: 5, told: new Set([7]) };
    expect(seqs(goOn(place, [row(6, 1), row(7, 2)], NOW).fresh)).toEqual([6]);
  });

  it('is nothing where nothing follows, and the place stays', () => {
    expect(goOn(placeAt(9), [], NOW)).toEqual({ fresh: [], place: placeAt(9) });
  });
});
