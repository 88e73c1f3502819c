import fc from 'fast-check';
import { checkProperty } from '../../../test/support/check-property.js';
import { Base64Decoder, decodeBase64 } from './base64-decoder.js';

/** The rule by itself: groups of four letters, the last one filled up or left short, white space anywhere. */
function isWritten(text: string): boolean {
  const bare = text.replace(/[ \t\r\n]/gu, '');
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/u.test(bare);
}

const decoded = (text: string): string | null => decodeBase64(Buffer.from(text, 'latin1'))?.toString('hex') ?? null;

/** The same when it comes in pieces that end at these places. */
function decodedInPieces(text: string, ends: readonly number[]): string | null {
  const decoder = new Base64Decoder();
  const places = [0, ...ends.map((end) => end % (text.length + 1)).sort((a, b) => a - b), text.length];
  let hex = '';
  for (const [index, to] of places.entries()) {
    const piece = decoder.push(Buffer.from(text.slice(places[index - 1] ?? 0, to), 'latin1'));
    if (piece === null) return null;
    hex += piece.toString('hex');
  }
  const rest = decoder.end();
  return rest && hex + rest.toString('hex');
}

describe('text that may be base64', () => {
  it.each([
    ['nothing', '', ''],
    ['a file', 'SOG7k2kgw4Jt', '48e1bb936920c3826d'],
    ['padding', 'SA==', '48'],
    ['padding left away', 'SA', '48'],
    ['lines', 'SOG7\r\nk2kg\r\nw4Jt\r\n', '48e1bb936920c3826d'],
    ['padding apart', 'SA= =', '48'],
  ])('decodes %s', (_what, text, hex) => {
    expect(decoded(text)).toBe(hex);
  });

  it.each([
    ['a letter left over', 'SOG7k'],
    ['the alphabet of addresses', 'SO-_'],
    ['a foreign character', 'SOG7k2k*'],
    ['a foreign character that makes four', 'SOG*'],
    ['a letter beyond ASCII', 'SOG\u00e1'],
    ['a zero', 'SOG7\0k2k'],
    ['padding inside', 'SA==SOG7'],
    ['too much padding', 'S==='],
    ['padding alone', '===='],
    ['padding too short', 'SA='],
  ])('refuses %s', (_what, text) => {
    expect(decoded(text)).toBeNull();
  });

  it('takes exactly what the rule takes, and gives it back', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('AZaz09+/AZaz09+/== -_*\n\u00e1')),
      maxLength: 24,
    });
    checkProperty(
      fc.property(letters, fc.array(fc.nat(), { maxLength: 4 }), (text, ends) => {
        const expected = isWritten(text) ? Buffer.from(text, 'base64').toString('hex') : null;
        expect(decoded(text)).toBe(expected);
        expect(decodedInPieces(text, ends)).toBe(expected);
      }),
      { numRuns: 5_000 },
    );
  });

  it('gives back any file, written whole or in lines', () => {
    checkProperty(
      fc.property(fc.uint8Array({ maxLength: 300 }), (file) => {
        const base64 = Buffer.from(file).toString('base64');
        for (const text of [base64, base64.replace(/(.{76})/gu, '$1\r\n'), base64.replace(/=/gu, '')]) {
          expect(decoded(text)).toBe(Buffer.from(file).toString('hex'));
        }
      }),
    );
  });
});
