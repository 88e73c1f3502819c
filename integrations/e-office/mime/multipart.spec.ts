import fc from 'fast-check';
import { checkProperty } from '../../../test/support/check-property.js';
import { readMediaType } from './media-type.js';
import { boundaryOf, MimeRefused, MultipartScanner } from './multipart-scanner.js';
import { readMultipart, writeMultipart, type MimePart } from './multipart.js';

const TYPE = 'multipart/related; boundary=b';
const texts = (body: string, type = TYPE): unknown =>
  readMultipart(Buffer.from(body), type).map(({ headers, content }) => [headers, content.toString()]);

/** What comes of a message cut at these places. */
function scanned(body: Buffer, ends: readonly number[]): unknown {
  const parts: { headers: unknown; pieces: Buffer[] }[] = [];
  const places = [0, ...ends.map((end) => end % (body.length + 1)).sort((a, b) => a - b), body.length];
  try {
    const scanner = new MultipartScanner('b', (headers) => {
      const pieces: Buffer[] = [];
      parts.push({ headers, pieces });
      return { write: (piece) => pieces.push(piece) };
    });
    for (const [index, to] of places.entries()) scanner.push(body.subarray(places[index - 1] ?? 0, to));
    scanner.end();
  } catch (error) {
    if (error instanceof MimeRefused) return 'refused';
    throw error;
  }
  return parts.map(({ headers, pieces }) => [headers, Buffer.concat(pieces).toString()]);
}

describe('a message in parts', () => {
  it('is read part by part; what stands around them is passed over', () => {
    const body =
      'lời dẫn\r\n--b\r\nContent-ID: <a>\r\nX: 1\r\n\t2\r\n\r\nmột\r\n--b\r\n\r\n\r\n--bx\r\nhai\r\n--b--\r\nlời kết';
    expect(texts(body)).toEqual([
      [{ 'content-id': '<a>', x: '1 2' }, 'một'],
      [{}, '\r\n--bx\r\nhai'],
    ]);
  });

  it('may have blanks behind its boundaries, which are none with anything else on their line', () => {
    const body = '--b \t\r\n\r\nmột\r\n--b x\r\n--b  \r\n\r\nhai\r\n--b-- \r\n';
    expect(texts(body)).toEqual([
      [{}, 'một\r\n--b x'],
      [{}, 'hai'],
    ]);
    expect(texts(body.replace('\t', ' '.repeat(998)))).toEqual([[{}, 'hai']]);
  });

  it('comes back as it was written', () => {
    const parts: readonly MimePart[] = [
      { headers: { 'content-id': '<a>' }, content: Buffer.from('--HoiAm\r\n\r\n') },
      { headers: {}, content: Buffer.alloc(0) },
    ];
    const { body, contentType } = writeMultipart(parts, { type: 'text/xml', start: 'a' });
    expect(readMultipart(body, contentType)).toEqual(parts);
  });

  it('is the same message, wherever it is cut', () => {
    const fragments = [
      '\r\n',
      '--b',
      '\r\n--b\r\n',
      '--',
      '\r\n--b--',
      'A: 1',
      '\r\n\r\n',
      '-',
      '\r',
      'x',
      '--bx',
      ' \t',
    ];
    const body = fc.array(fc.constantFrom(...fragments), { maxLength: 20 }).map((parts) => Buffer.from(parts.join('')));
    checkProperty(
      fc.property(body, fc.array(fc.nat(), { maxLength: 10 }), (bytes, ends) => {
        expect(scanned(bytes, ends)).toEqual(scanned(bytes, []));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['a part without end', '--b\r\n\r\nmột\r\n'],
    ['no part at all', 'một'],
    ['another boundary than the one named', '--c\r\n\r\nmột\r\n--c--'],
    ['a head without end', `--b\r\nX: ${'y'.repeat(9000)}`],
    ['a head that is longer than any', `--b\r\nX: ${'y'.repeat(9000)}\r\n\r\nmột\r\n--b--`],
    ['a head that is cut off', '--b\r\nX: y'],
    ['more parts than anybody needs', `${'--b\r\n\r\nx\r\n'.repeat(201)}--b--`],
  ])('is refused with %s', (_what, body) => {
    expect(() => texts(body)).toThrow(MimeRefused);
  });

  it.each([
    ['none', 'multipart/related'],
    ['an empty one', 'multipart/related; boundary=""'],
    ['71 characters', `multipart/related; boundary="${'b'.repeat(71)}"`],
    ['71 characters without quotes', `multipart/related; boundary=${'b'.repeat(71)}`],
    ['a space at its end', 'multipart/related; boundary="b "'],
    ['a line break', 'multipart/related; boundary="a\r\nb"'],
  ])('has a boundary that is none: %s', (_what, type) => {
    expect(() => boundaryOf(readMediaType(type))).toThrow(MimeRefused);
  });

  it.each(['b', 'b'.repeat(70), "0'()+_,-./:=? 9"])('may have the boundary %s', (boundary) => {
    expect(texts(`--${boundary}\r\n\r\nmột\r\n--${boundary}--`, `multipart/related; BOUNDARY="${boundary}"`)).toEqual([
      [{}, 'một'],
    ]);
  });
});

it('reads a content type with quoted words in its parameters', () => {
  const written =
    'Multipart/Related;start-info="application/soap+xml; action=\\"urn:a;b\\"" ; Type=application/xop+xml';
  expect(readMediaType(written)).toEqual({
    type: 'multipart/related',
    parameters: new Map([
      ['start-info', 'application/soap+xml; action="urn:a;b"'],
      ['type', 'application/xop+xml'],
    ]),
  });
});
