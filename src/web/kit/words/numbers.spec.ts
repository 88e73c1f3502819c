import { count, decimal, fileSize, outOf } from './numbers.js';

describe('numbers as officials write them', () => {
  it.each([
    ['thousands take a point', count(1204), '1.204'],
    ['decimals take a comma', decimal(4.3), '4,3'],
    ['decimals keep their place where it is nought', decimal(4), '4,0'],
    ['a share is told as a count', outOf(6, 21), '6 trên 21'],
    ['a small file', fileSize(512), '512 byte'],
    ['a picture', fileSize(840_000), '840 kB'],
    ['never a thousand kB', fileSize(999_700), '1 MB'],
    ['a large file', fileSize(1_200_000), '1,2 MB'],
  ])('%s', (_rule, written, expected) => {
    expect(written).toBe(expected);
  });
});
