import { acceptedStep, authenticatorUri, base32, codeOf, stepOf } from './totp.js';

/** The secret of RFC 6238, appendix B. */
const SECRET = Buffer.from('12345678901234567890');

describe('codes of an authenticator app', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('are those of RFC 6238 at second %i', (seconds, expected) => {
    expect(codeOf(SECRET, stepOf(new Date(seconds * 1000)), 8)).toBe(expected);
  });

  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('have a secret that is written as RFC 4648 writes “%s”', (text, expected) => {
    expect(base32(Buffer.from(text))).toBe(expected);
  });

  const now = new Date('2026-03-18T02:00:10Z');
  const present = stepOf(now);

  it.each([
    ['the present step', 0, true],
    ['the one before', -1, true],
    ['the one after', 1, true],
    ['none before that', -2, false],
    ['none after that', 2, false],
  ])('hold for %s', (_rule, distance, holds) => {
    expect(acceptedStep(SECRET, codeOf(SECRET, present + distance), now, 0) !== null).toBe(holds);
  });

  it('are used once, and not after a later one', () => {
    const code = codeOf(SECRET, present);
    expect(acceptedStep(SECRET, code, now, present - 1)).toBe(present);
    expect(acceptedStep(SECRET, code, now, present)).toBeNull();
    expect(acceptedStep(SECRET, codeOf(SECRET, present - 1), now, present)).toBeNull();
  });

  it.each(['', '12345', '1234567', '００００００', 'abcdef'])('refuse “%s”', (typed) => {
    expect(acceptedStep(SECRET, typed, now, 0)).toBeNull();
  });

  it('may be typed with a space', () => {
    const code = codeOf(SECRET, present);
    expect(acceptedStep(SECRET, ` ${code.slice(0, 3)} ${code.slice(3)} `, now, 0)).toBe(present);
  });

  it('come to the authenticator app as an address', () => {
    expect(authenticatorUri(Buffer.from('foobar'), 'quan.tri')).toBe(
      'otpauth://totp/H%E1%BB%93i%20%C3%82m%3Aquan.tri?secret=MZXW6YTBOI&issuer=H%E1%BB%93i%20%C3%82m',
    );
  });
});
