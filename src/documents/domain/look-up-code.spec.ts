import { createHash } from 'node:crypto';
import { hashesOfCode, letterCode, printedLookUpCode, readFileHash, readLookUpCode } from './look-up-code.js';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const HASH = hashOf('cong van');
const CODE = letterCode(HASH);

describe('the code of a released letter', () => {
  it('has 26 letters that nobody mistakes, and follows from the file alone', () => {
    expect(CODE).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/u);
    expect(letterCode(HASH)).toBe(CODE);
    expect(letterCode('0'.repeat(64))).toBe('0'.repeat(26));
    expect(letterCode('f'.repeat(64))).toBe('z'.repeat(26));
  });

  it('is another one for every other file', () => {
    const codes = Array.from({ length: 500 }, (_, at) => letterCode(hashOf(String(at))));
    expect(new Set(codes).size).toBe(500);
  });

  it('leads back to the hash that it begins, also where zeros lead', () => {
    const hashes = [...Array.from({ length: 200 }, (_, at) => hashOf(`h${String(at)}`)), `00000${'a'.repeat(59)}`];
    for (const hash of hashes) {
      const range = hashesOfCode(letterCode(hash))!;
      expect(range.from <= hash && hash < range.to).toBe(true);
      expect(range.from).toBe(hash.slice(0, 32));
    }
  });

  it.each([
    ['too short', '0'.repeat(25)],
    ['too long', '0'.repeat(27)],
    ['with a letter that no code has', `u${'0'.repeat(25)}`],
  ])('is none when %s', (_rule, code) => expect(hashesOfCode(code)).toBeNull());

  it('is read as it is printed', () => {
    expect(readLookUpCode(printedLookUpCode(CODE).toUpperCase())).toBe(CODE);
  });
});

describe('a hash that somebody types', () => {
  it.each([
    ['as programs print it', HASH, HASH],
    ['in capitals with spaces', HASH.toUpperCase().replaceAll(/(..)/gu, '$1 '), HASH],
    ['not when it is a code', CODE, null],
    ['not when a digit is missing', HASH.slice(1), null],
  ])('is read %s', (_rule, typed, hash) => expect(readFileHash(typed)).toBe(hash));
});
