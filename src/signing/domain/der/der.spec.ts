import {
  element,
  integer,
  octets,
  oid,
  sequence,
  time,
  utf8,
} from '../../../../test/support/test-authority/der-writer.js';
import { DerMalformed, readDer, readWholeDer } from './der.js';
import {
  instantOfBerTime,
  instantOfTime,
  integerHex,
  octetsOf,
  oidOf,
  sequenceOf,
  smallInteger,
  stringOf,
} from './der-values.js';

describe('DER', () => {
  it('reads what it is made of', () => {
    const [number, name, text] = sequenceOf(readWholeDer(sequence(integer(300), oid('1.2.840.113549'), utf8('Đỗ'))));
    expect([smallInteger(number), oidOf(name), stringOf(text!)]).toEqual([300, '1.2.840.113549', 'Đỗ']);
  });

  it('reads indefinite lengths and strings in pieces, as BER has them', () => {
    const pieces = Buffer.concat([
      Buffer.from([0x24, 0x80]),
      octets(Buffer.from('ab')),
      octets(Buffer.from('c')),
      Buffer.from([0, 0]),
    ]);
    expect(octetsOf(readWholeDer(pieces)).toString()).toBe('abc');
  });

  it.each([
    ['UTCTime of this century', time(new Date('2026-03-18T02:26:41Z')), '2026-03-18T02:26:41.000Z'],
    ['UTCTime of the last century', element(0x17, Buffer.from('990101000000Z')), '1999-01-01T00:00:00.000Z'],
    ['GeneralizedTime with a fraction', element(0x18, Buffer.from('20260318022641.5Z')), '2026-03-18T02:26:41.500Z'],
  ])('reads %s', (_rule, der, expected) => {
    expect(instantOfTime(readDer(der)).toISOString()).toBe(expected);
  });

  it('shows numbers without the zero that keeps them positive', () => {
    expect(integerHex(readDer(integer(Buffer.from('f0a1', 'hex'))))).toBe('F0A1');
    expect(integerHex(readDer(integer(0)))).toBe('00');
  });

  it.each([
    ['nothing', ''],
    ['a length beyond the bytes', '300500'],
    ['a child longer than its parent', '300302030101'],
    ['a length of five bytes', '30850000000000'],
    ['an indefinite length without end', '30800201'],
    ['an indefinite length of a plain value', '04800000'],
    ['a high tag', '1f8101'],
    ['bytes after the element', '020101ff'],
    ['indefinite lengths within each other without end', '3080'.repeat(100)],
  ])('refuses %s', (_rule, hex) => {
    expect(() => readWholeDer(Buffer.from(hex, 'hex')).children).toThrow(DerMalformed);
  });

  it.each([
    ['a time in another zone', element(0x18, Buffer.from('20260318022641+0700'))],
    ['a day that does not exist', element(0x17, Buffer.from('260231000000Z'))],
    ['a number for a time', integer(7)],
  ])('refuses %s', (_rule, der) => {
    expect(() => instantOfTime(readDer(der))).toThrow(DerMalformed);
  });
});

describe('a time that is merely claimed', () => {
  const at = (identifier: number, written: string): string =>
    instantOfBerTime(readDer(element(identifier, Buffer.from(written)))).toISOString();

  it.each([
    [0x17, '260318022641Z', '2026-03-18T02:26:41.000Z'],
    [0x17, '260318092641+0700', '2026-03-18T02:26:41.000Z'],
    [0x17, '260317202641-0600', '2026-03-18T02:26:41.000Z'],
    [0x17, '2603180226Z', '2026-03-18T02:26:00.000Z'],
    [0x18, '20260318022641.25Z', '2026-03-18T02:26:41.250Z'],
  ])('of kind %i is read as written: %s', (kind, written, instant) => {
    expect(at(kind, written)).toBe(instant);
  });

  it.each([
    [0x18, '20260318022641'],
    [0x18, '20260230000000Z'],
    [0x17, '260318092641+07'],
  ])('of kind %i is not guessed: %s', (kind, written) => {
    expect(() => at(kind, written)).toThrow(DerMalformed);
  });
});
