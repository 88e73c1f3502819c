import { readFileSync } from 'node:fs';
import { type Verification, verifyPdf } from '../../src/signing/domain/verification/verify-pdf.js';

const FOLDER = new URL('../support/other-tools/', import.meta.url);
const NOW = new Date('2026-12-01T00:00:00Z');
const read = (name: string): Buffer => readFileSync(new URL(name, FOLDER));
const anchorIn = (name: string): Buffer =>
  Buffer.from(
    read(name)
      .toString()
      .replace(/-----[^-]+-----/gu, ''),
    'base64',
  );

const verify = (pdf: Buffer): Verification => {
  const anchors = [anchorIn('root.pem'), anchorIn('root-plain.pem')];
  return verifyPdf(pdf, { anchors, crls: [], now: NOW });
};

const GOOD: readonly (readonly [string, readonly (readonly [string, string | null])[]])[] = [
  [
    'itext-b-lta.pdf',
    [
      ['Có danh sách', 'B-LTA'],
      ['TSA', null],
    ],
  ],
  ['itext-cms-crl-inside.pdf', [['Có danh sách', null]]],
  ['itext-certified-2.pdf', [['Đỗ Quốc Khánh', 'B-B']]],
  [
    'itext-leader-and-locking-seal.pdf',
    [
      ['Đỗ Quốc Khánh', 'B-B'],
      ['Nguyễn Văn Êm', 'B-B'],
    ],
  ],
  [
    'pdfbox-in-itext-field.pdf',
    [
      ['Đỗ Quốc Khánh', 'B-B'],
      ['Nguyễn Văn Êm', null],
    ],
  ],
  [
    'pdfbox-visible-ber-and-ec.pdf',
    [
      ['Đỗ Quốc Khánh', null],
      ['Sở Giáo dục', null],
    ],
  ],
  ['endesive.pdf', [['Đỗ Quốc Khánh', null]]],
  ['signpdf-plain.pdf', [['Do Quoc Khanh', null]]],
];

describe('files that other tools signed, kept', () => {
  it.each(GOOD)('%s is valid', (name, expected) => {
    const { verdict, signatures } = verify(read(name));
    expect([verdict, signatures.map(({ signer, level }) => [signer, level])]).toEqual(['valid', expected]);
  });

  it.each(GOOD)('%s is not valid with one byte changed', (name) => {
    const pdf = read(name);
    const at = pdf.indexOf('/MediaBox') + 1;
    pdf[at] = 'N'.charCodeAt(0);
    expect(verify(pdf).accept).toBe(false);
  });

  it.each(GOOD)('%s is not valid with bytes put after it', (name) => {
    expect(verify(Buffer.concat([read(name), Buffer.from('%more\n')])).accept).toBe(false);
  });

  it('PoDoFo writes its signer twice and is refused', () => {
    const { verdict, reasons } = verify(read('podofo-signer-twice.pdf'));
    expect([verdict, reasons.map(({ code }) => code)]).toEqual(['invalid', ['cms-signer-count']]);
  });
});
