import {
  arrivalNumberWords,
  arrivalTerms,
  arrivalWords,
  awaitsNumber,
  byArrival,
  incomingWords,
  nextWaitingPlace,
} from './arrival-number.js';

describe('the number of an incoming document', () => {
  it.each([
    ['that is known', 12, ['12', 'số đến 12', 'văn bản đến số 12'], ['12']],
    ['that the e-office has yet to give', -3, ['chờ số', 'chờ số đến', 'văn bản đến chờ số'], []],
  ])('%s is said as it is', (_what, arrivalNumber, words, terms) => {
    const line = { arrivalNumber };
    expect([arrivalNumberWords(arrivalNumber), arrivalWords(line), incomingWords(line)]).toEqual(words);
    expect(arrivalTerms(line)).toEqual(terms);
    expect(awaitsNumber(line)).toBe(terms.length === 0);
  });

  it('puts lines in order, with what waits last in its year', () => {
    const lines = [-2, 3, -1, 1].map((arrivalNumber) => ({ year: 2026, arrivalNumber }));
    const sorted = [...lines, { year: 2025, arrivalNumber: -7 }].toSorted(byArrival);
    expect(sorted.map(({ arrivalNumber }) => arrivalNumber)).toEqual([-7, 1, 3, -1, -2]);
  });

  it.each([
    ['the first of a year', null, -1],
    ['the first that waits', 1, -1],
    ['one more', -2, -3],
  ])('keeps places for what waits: %s', (_which, lowest, place) => {
    expect(nextWaitingPlace(lowest)).toBe(place);
  });
});
