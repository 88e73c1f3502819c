import { manyLines } from './part.js';

describe('text of several lines', () => {
  it('is kept without blanks at the ends of its lines', () => {
    expect(manyLines(' Một  \nhai\t\n\n ba ')).toBe('Một\nhai\n\n ba');
  });

  it('is read at once, however many blanks stand inside a line', () => {
    const blanks = ' '.repeat(600_000);
    expect(manyLines(`a${blanks}b`)).toBe(`a${blanks}b`);
  });
});
