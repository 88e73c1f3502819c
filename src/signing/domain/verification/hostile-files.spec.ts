import { deflateSync } from 'node:zlib';

import { openTestAuthority, type TestAuthority } from '../../../../test/support/test-authority/authority.js';
import { type Holder } from '../../../../test/support/test-authority/certificates.js';
import {
  leaderField,
  letterObjects,
  preparedLetter,
  signAsLeader,
} from '../../../../test/support/test-authority/letter.js';
import { lastCrossReference, newPdf, save, streamText } from '../../../../test/support/test-authority/pdf-writer.js';
import { type SignWish, signSave } from '../../../../test/support/test-authority/signing.js';
import { type Verification, verifyPdf } from './verify-pdf.js';

let house: TestAuthority;
let leader: Holder;
beforeAll(() => {
  house = openTestAuthority();
  ({ leader } = house);
});

const judge = (pdf: Buffer): Verification =>
  verifyPdf(pdf, { anchors: [house.root.der], crls: [], now: new Date('2026-06-01T00:00:00Z') });
const codes = ({ reasons }: Verification): string[] => reasons.map(({ code }) => code);
const signed = (prepared = preparedLetter(), wish: Partial<SignWish> = {}): Buffer =>
  signAsLeader(prepared, { signer: leader, chain: [house.sub], ...wish });
const ranged = (range: (plain: readonly number[]) => readonly number[]): Buffer => signed(undefined, { range });
const withDictionary = (dictionary: string): Buffer =>
  save(preparedLetter(), { 10: leaderField('/V 50 0 R'), 50: dictionary });
const replaced = (pdf: Buffer, from: string, to: string): Buffer => {
  const text = pdf.toString('latin1');
  return Buffer.from(text.replace(from, to.padEnd(from.length)), 'latin1');
};

type Row = readonly [rule: string, code: string, make: () => Buffer];
const checks = (rows: readonly Row[]): void => {
  it.each(rows)('%s', (_rule, code, make) => {
    const result = judge(make());
    expect(result.accept).toBe(false);
    expect(codes(result)).toContain(code);
  });
};

describe('byte range tricks and wrapping', () => {
  checks([
    ['does not begin at 0', 'byte-range-malformed', () => ranged(([, a = 0, b = 0, c = 0]) => [1, a - 1, b, c])],
    [
      'ends before the end',
      'byte-range-not-at-revision',
      () => ranged(([z = 0, a = 0, b = 0, c = 0]) => [z, a, b, c - 20]),
    ],
    [
      'leaves more out than the contents',
      'byte-range-not-around-contents',
      () => ranged(([z = 0, a = 0, b = 0, c = 0]) => [z, a, b + 10, c - 10]),
    ],
    [
      'leaves more out before the contents',
      'byte-range-not-around-contents',
      () => ranged(([z = 0, a = 0, b = 0, c = 0]) => [z, a - 10, b, c]),
    ],
    [
      'signs the brackets',
      'byte-range-not-around-contents',
      () => ranged(([z = 0, a = 0, b = 0, c = 0]) => [z, a + 1, b - 1, c + 1]),
    ],
    ['overlaps itself', 'byte-range-malformed', () => ranged(([z = 0, a = 0, , c = 0]) => [z, a, a - 5, c])],
    [
      'reaches beyond the file',
      'byte-range-malformed',
      () => ranged(([z = 0, a = 0, b = 0, c = 0]) => [z, a, b, c + 5000]),
    ],
    ['wrapped: the second part moved to the end', 'byte-range-not-around-contents', () => wrapped()],
    [
      'a blank inside the contents',
      'byte-range-not-around-contents',
      () => {
        const pdf = signed();
        pdf.write(' ', pdf.indexOf('/Contents <') + 11 + 11_990, 'latin1');
        return pdf;
      },
    ],
    [
      'zeros behind the signature are used for other bytes',
      'cms-malformed',
      () => {
        const pdf = signed();
        pdf.write('41', pdf.indexOf('/Contents <') + 11 + 11_990, 'latin1');
        return pdf;
      },
    ],
    [
      'a second byte range beside the first',
      'file-malformed',
      () => signed(undefined, { entries: '/ByteRange [0 1 2 3]' }),
    ],
    [
      'another signature written in a comment',
      'signature-stray',
      () => signed(undefined, { save: { hidden: '% /ByteRange [0 1 2 3]\n' } }),
    ],
  ]);

  /** The signed second part moves to the end; in its old place stands a cross-reference that shows other content. */
  function wrapped(): Buffer {
    const pdf = signed();
    const text = pdf.toString('latin1');
    const [range, gapEnd = '', rest = ''] = /\/ByteRange \[0 \d+ (\d+) (\d+)\] */u.exec(text)!;
    const place = lastCrossReference(pdf);
    const table = text.slice(place, text.lastIndexOf('startxref'));
    const ending = text.slice(Number(gapEnd), text.indexOf('endobj', Number(gapEnd)) + 7);
    const forged = `${ending.padEnd(place - Number(gapEnd) - 1)}\n${table}startxref\n${place}\n%%EOF\n`;
    const moved = text.slice(0, Number(gapEnd)) + forged + text.slice(Number(gapEnd));
    const claimed = `${Number(gapEnd) + forged.length} ${rest}`;
    return Buffer.from(
      moved.replace(range, range.replace(`${gapEnd} ${rest}`, claimed).slice(0, range.length)),
      'latin1',
    );
  }
});

describe('universal forgery: parts of the signature missing or empty', () => {
  const base = '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached';
  checks([
    ['no byte range', 'byte-range-malformed', () => withDictionary(`<< ${base} /Contents <00> >>`)],
    ['an empty byte range', 'byte-range-malformed', () => withDictionary(`<< ${base} /ByteRange [] /Contents <00> >>`)],
    [
      'a byte range that is null',
      'byte-range-malformed',
      () => withDictionary(`<< ${base} /ByteRange null /Contents <00> >>`),
    ],
    [
      'a byte range of zeros',
      'byte-range-malformed',
      () => withDictionary(`<< ${base} /ByteRange [0 0 0 0] /Contents <00> >>`),
    ],
    [
      'negative numbers',
      'byte-range-malformed',
      () => withDictionary(`<< ${base} /ByteRange [0 -5 9 9] /Contents <00> >>`),
    ],
    [
      'numbers that are no integers',
      'byte-range-malformed',
      () => withDictionary(`<< ${base} /ByteRange [0 1.5 9 9] /Contents <00> >>`),
    ],
    [
      'a byte range by reference',
      'byte-range-malformed',
      () => withDictionary(`<< ${base} /ByteRange 5 0 R /Contents <00> >>`),
    ],
    ['no contents', 'signature-malformed', () => withDictionary(`<< ${base} /ByteRange [0 1 2 3] >>`)],
    [
      'contents that are null',
      'signature-malformed',
      () => withDictionary(`<< ${base} /ByteRange [0 1 2 3] /Contents null >>`),
    ],
    [
      'contents of nothing',
      'byte-range-not-around-contents',
      () => withDictionary(`<< ${base} /ByteRange [0 1 2 3] /Contents <> >>`),
    ],
    [
      'contents of zeros',
      'cms-malformed',
      () => signSave(preparedLetter(), { objects: { 10: leaderField('/V 50 0 R') }, contents: () => Buffer.alloc(10) }),
    ],
    [
      'contents by reference',
      'signature-malformed',
      () => withDictionary(`<< ${base} /ByteRange [0 1 2 3] /Contents 5 0 R >>`),
    ],
    [
      'no kind',
      'signature-malformed',
      () => withDictionary('<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >>'),
    ],
    ['an empty dictionary', 'signature-malformed', () => withDictionary('<< >>')],
    ['a number for a signature', 'signature-malformed', () => withDictionary('7')],
    [
      'a signature that is not there',
      'signature-value-missing',
      () => save(preparedLetter(), { 10: leaderField('/V 50 0 R') }),
    ],
    [
      'a signature in a field of another kind',
      'byte-range-malformed',
      () =>
        save(preparedLetter(), {
          7: leaderField('/V 50 0 R').replace('/FT /Sig', '/FT /Tx').replace('ChuKyLanhDao', 'so'),
          50: `<< ${base} /ByteRange [0 0 0 0] /Contents <00> >>`,
        }),
    ],
  ]);
});

describe('files made to break a reader', () => {
  const letter = letterObjects();
  const bomb = deflateSync(Buffer.alloc(300 * 1024 * 1024));
  checks([
    ['nothing', 'file-malformed', () => Buffer.alloc(0)],
    ['no PDF', 'file-malformed', () => Buffer.from('<html>not a PDF</html>')],
    [
      'random bytes behind a header',
      'file-malformed',
      () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 0x9c)]),
    ],
    ['bytes before the header', 'file-malformed', () => Buffer.concat([Buffer.from('x\n'), signed()])],
    ['cut in the middle', 'signature-stray', () => signed().subarray(0, 2000)],
    ['cut before the end', 'file-malformed', () => signed().subarray(0, -12)],
    ['saves in a ring', 'file-malformed', () => ringOfSaves()],
    [
      'a cross-reference that refers to itself',
      'file-malformed',
      () => newPdf(letter, { trailer: `/Prev ${lastCrossReference(newPdf(letter))}` }),
    ],
    ['an object twice in one cross-reference', 'file-malformed', () => replaced(newPdf(letter), '\n6 1\n', '\n5 1\n')],
    ['an entry that leads to another object', 'file-malformed', () => newPdf(letter, { offsets: { 4: 15 } })],
    ['an entry that leads out of the file', 'file-malformed', () => newPdf(letter, { offsets: { 4: 99_999_999 } })],
    [
      'arrays nested a thousand deep',
      'file-malformed',
      () => newPdf({ ...letter, 4: `<< /Fields ${'['.repeat(1000)}${']'.repeat(1000)} >>` }),
    ],
    [
      'a form that holds itself',
      'file-malformed',
      () => newPdf({ ...letter, 4: '<< /Fields [20 0 R] >>', 20: '<< /T (a) /Kids [20 0 R] >>' }),
    ],
    ['a reference to itself', 'file-malformed', () => newPdf({ ...letter, 4: '4 0 R' })],
    [
      'a length that needs itself',
      'file-malformed',
      () => newPdf({ ...letter, 4: '<< /Length 4 0 R >>\nstream\nx\nendstream' }),
    ],
    ['a key given twice', 'file-malformed', () => newPdf({ ...letter, 4: '<< /Fields [] /Fields [10 0 R] >>' })],
    [
      'a stream longer than it says',
      'file-malformed',
      () => newPdf({ ...letter, 4: '<< /Length 1 >>\nstream\nlonger\nendstream' }),
    ],
    ['an object stream that unfolds to 300 MB', 'file-too-large', () => withObjectStream(bomb)],
    [
      'a cross-reference of a million objects',
      'file-too-large',
      () => replaced(newPdf(letter), '\n12 1\n', '\n12 9999999\n'),
    ],
    ['two fields of one name', 'file-malformed', () => newPdf({ ...letter, 11: letter[10]! })],
    ['encrypted', 'file-encrypted', () => newPdf(letter, { trailer: '/Encrypt << /Filter /Standard >>' })],
  ]);

  it('is done with each of them in time', () => {
    const started = process.hrtime.bigint();
    judge(withObjectStream(bomb));
    judge(overlapping(4000));
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2000);
  });

  it('a structure nested a million deep inside the signature', () => {
    const pdf = signSave(preparedLetter(), {
      objects: { 10: leaderField('/V 50 0 R') },
      contents: () => Buffer.concat(Array.from({ length: 1400 }, () => Buffer.from([0x30, 0x80]))),
    });
    expect(codes(judge(pdf))).toContain('cms-malformed');
  });

  function withObjectStream(data: Buffer): Buffer {
    const packed = newPdf(letter, { asStream: true, packed: [4] });
    const number = /(\d+) 0 obj\n<< \/Type \/ObjStm/u.exec(packed.toString('latin1'))![1]!;
    return save(
      packed,
      { [number]: streamText(data.toString('latin1'), '/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode') },
      { asStream: true },
    );
  }

  /** Strings that contain each other: every entry is a sound object, all of them together are the file squared. */
  function overlapping(count: number): Buffer {
    const opening = Array.from({ length: count }, (_, at) => `${at + 20} 0 obj (`);
    const body = `${opening.join('')}${') endobj '.repeat(count)}`;
    const start = newPdf({}).indexOf('xref');
    let at = start;
    const offsets = Object.fromEntries(opening.map((text, index) => [index + 20, (at += text.length) - text.length]));
    const fields = Array.from({ length: count }, (_, index) => `${index + 20} 0 R`).join(' ');
    return newPdf({ ...letter, 4: `<< /Fields [${fields}] >>` }, { hidden: body, offsets });
  }

  function ringOfSaves(): Buffer {
    const first = newPdf(letter, { prev: null });
    const second = save(first, { 5: letter[5]! });
    const ring = `/Root 1 0 R /Prev ${lastCrossReference(second)}`;
    return replaced(second, `/Root 1 0 R${' '.repeat(1)}`, ring);
  }
});
