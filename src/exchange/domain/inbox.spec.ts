import { mayBeOther } from './inbox.js';

const HASH = 'a'.repeat(64);
const KNOWN = { size: 10, sha256: HASH };

describe('what is listed once more under a known name', () => {
  it.each([
    ['with the same hash is the same', { size: 11, sha256: HASH }, false],
    ['with another hash may be another', { size: 10, sha256: 'b'.repeat(64) }, true],
    ['with another size alone may be another', { size: 11 }, true],
    ['with the same size alone is the same', { size: 10 }, false],
    ['without a size is the same', { size: 0 }, false],
  ])('%s', (_what, listed, expected) => {
    expect(mayBeOther(listed, KNOWN)).toBe(expected);
  });
});
