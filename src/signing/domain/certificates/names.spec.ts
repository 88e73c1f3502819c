import { element, oid, sequence, set, utf8 } from '../../../../test/support/test-authority/der-writer.js';
import { readName } from './names.js';

const NAME = 'Nguyễn Thị Ước';
const named = (...parts: readonly (readonly [string, Buffer])[]): Buffer =>
  sequence(...parts.map(([type, value]) => set(sequence(oid(type), value))));
const bmp = (text: string): Buffer => element(30, Buffer.from(text, 'utf16le').swap16());
const universal = (text: string): Buffer =>
  element(
    28,
    ...Array.from(text, (letter) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(letter.codePointAt(0) ?? 0);
      return bytes;
    }),
  );

describe('names in certificates', () => {
  it.each([
    ['UTF8String', utf8(NAME)],
    ['UTF8String in decomposed letters', utf8(NAME.normalize('NFD'))],
    ['BMPString', bmp(NAME)],
    ['BMPString in decomposed letters', bmp(NAME.normalize('NFD'))],
    ['UniversalString', universal(NAME)],
    ['TeletexString with UTF-8', element(20, Buffer.from(NAME, 'utf8'))],
    ['PrintableString with UTF-8', element(19, Buffer.from(NAME, 'utf8'))],
  ])('are read from a %s', (_kind, value) => {
    expect(readName(named(['2.5.4.3', value])).commonName).toBe(NAME);
  });

  it('are read from a TeletexString in Latin-1', () => {
    expect(
      readName(named(['2.5.4.3', element(20, Buffer.from('Lê Văn Bé'.replace('ă', 'a'), 'latin1'))])).commonName,
    ).toBe('Lê Van Bé');
  });

  it('tell the person’s title, agency and mail, as certificates for public duty have them', () => {
    const name = named(
      ['2.5.4.10', utf8('Sở Giáo dục và Đào tạo')],
      ['2.5.4.12', utf8('Phó Giám đốc')],
      ['2.5.4.3', utf8(NAME)],
      ['1.2.840.113549.1.9.1', element(22, Buffer.from('uocnt@haiphong.gov.vn'))],
    );
    expect(readName(name)).toEqual({
      organization: 'Sở Giáo dục và Đào tạo',
      title: 'Phó Giám đốc',
      commonName: NAME,
      email: 'uocnt@haiphong.gov.vn',
    });
  });
});
