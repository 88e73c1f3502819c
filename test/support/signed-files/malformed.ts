import { deflateSync } from 'node:zlib';

import { leaderField, PAGE_CONTENT, preparedLetter } from '../test-authority/letter.js';
import { lastCrossReference, newPdf, save, streamText } from '../test-authority/pdf-writer.js';
import { signSave } from '../test-authority/signing.js';
import { badFiles, type SignedFileCase } from './signed-file-case.js';
import {
  CATALOG,
  letter,
  newField,
  replaced,
  sealed,
  signed,
  signedAgain,
  withDocumentTimestamp,
  withNewField,
} from './signing-authority.js';

const bomb = (): Buffer => deflateSync(Buffer.alloc(300 * 1024 * 1024));

/** An object stream in a signed place whose data is given. */
export function withObjectStream(data: Buffer): Buffer {
  const packed = newPdf(letter, { asStream: true, packed: [4] });
  const number = /(\d+) 0 obj\n<< \/Type \/ObjStm/u.exec(packed.toString('latin1'))![1]!;
  return save(
    packed,
    { [number]: streamText(data.toString('latin1'), '/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode') },
    { asStream: true },
  );
}

/** Strings that contain each other: every entry is a sound object, all of them together are the file squared. */
export function overlapping(count: number): Buffer {
  const opening = Array.from({ length: count }, (_, at) => `${at + 20} 0 obj (`);
  const body = `${opening.join('')}${') endobj '.repeat(count)}`;
  const start = newPdf({}).indexOf('xref');
  let at = start;
  const offsets = Object.fromEntries(opening.map((text, index) => [index + 20, (at += text.length) - text.length]));
  const fields = Array.from({ length: count }, (_, index) => `${index + 20} 0 R`).join(' ');
  return newPdf({ ...letter, 4: `<< /Fields [${fields}] >>` }, { hidden: body, offsets });
}

/** A description whose one name is so long that looking for its end from each letter would take minutes. */
function endlessName(): Buffer {
  const xmp = `<x:xmpmeta><a ${'a'.repeat(200_000)}></a><${'b'.repeat(200_000)}</x:xmpmeta>`;
  const objects = { 1: `${CATALOG} /Metadata 90 0 R >>`, 90: streamText(xmp, '/Type /Metadata /Subtype /XML') };
  return save(signed(), objects);
}

/** A description with more values in one element than a call may have arguments. */
function manyValues(): Buffer {
  const xmp = `<x:xmpmeta><a ${'b="" '.repeat(150_000)}></a></x:xmpmeta>`;
  const objects = { 1: `${CATALOG} /Metadata 90 0 R >>`, 90: streamText(xmp, '/Type /Metadata /Subtype /XML') };
  return save(signed(), objects);
}

/** A path of more points than a call may have arguments, on a page that is signed visibly over its text. */
function manyPoints(): Buffer {
  const path = `${PAGE_CONTENT} 0 0 m ${'1 1 l '.repeat(150_000)} S`;
  const look = '/V 70 0 R /AP << /N 72 0 R >>';
  return signedAgain(signed(preparedLetter({ 5: streamText(path) })), withNewField(look));
}

/** Marks of signatures by the hundred thousand, all inside one of two thousand fields. */
function manyMarks(): Buffer {
  const numbers = Array.from({ length: 2000 }, (_, at) => 300 + at);
  const marks = `<< /X (${'/ByteRange'.repeat(100_000)}) >>`;
  const fields = Object.fromEntries(
    numbers.map((one, at) => [one, newField(`f${one}`, '0 0 0 0', at === 1999 ? `/V ${marks}` : '')]),
  );
  return newPdf({ ...letter, ...fields, 4: `<< /Fields [${numbers.map((one) => `${one} 0 R`).join(' ')}] >>` });
}

/** Files made to keep a reader busy. */
export const BOMBS = {
  inflating: () => withObjectStream(bomb()),
  overlapping: () => overlapping(4000),
  endlessName,
  manyMarks,
} as const;

function ringOfSaves(): Buffer {
  const first = newPdf(letter, { trailer: '/Prev 0000000000' });
  const second = save(first, { 5: letter[5]! });
  return replaced(second, '/Prev 0000000000', `/Prev ${lastCrossReference(second)}`);
}

export const MALFORMED: readonly SignedFileCase[] = badFiles('malformed', [
  ['nothing', 'invalid', 'file-malformed', () => Buffer.alloc(0)],
  ['no PDF', 'invalid', 'file-malformed', () => Buffer.from('<html>not a PDF</html>')],
  ['a header alone', 'invalid', 'file-malformed', () => Buffer.from('%PDF-1.7\n')],
  [
    'random bytes behind a header',
    'invalid',
    'file-malformed',
    () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 0x9c)]),
  ],
  ['bytes before the header', 'invalid', 'file-malformed', () => Buffer.concat([Buffer.from('x\n'), signed()])],
  ['cut in the middle', 'invalid', 'signature-stray', () => signed().subarray(0, 2000)],
  ['cut before the end', 'invalid', 'file-malformed', () => signed().subarray(0, -12)],
  ['saves in a ring', 'invalid', 'file-malformed', () => ringOfSaves()],
  [
    'a cross-reference that refers to itself',
    'invalid',
    'file-malformed',
    () => newPdf(letter, { trailer: `/Prev ${lastCrossReference(newPdf(letter))}` }),
  ],
  ['a save before the first that is none', 'invalid', 'file-malformed', () => newPdf(letter, { trailer: '/Prev 20' })],
  [
    'a save before the first that is no number',
    'invalid',
    'file-malformed',
    () => newPdf(letter, { trailer: '/Prev (20)' }),
  ],
  ['no catalog', 'invalid', 'file-malformed', () => replaced(newPdf(letter), '/Root 1 0 R', '/Roor 1 0 R')],
  ['a catalog that is a page', 'invalid', 'file-malformed', () => newPdf({ ...letter, 1: '[2 0 R]' })],
  [
    'an object twice in one cross-reference',
    'invalid',
    'file-malformed',
    () => replaced(newPdf(letter), '\n6 1\n', '\n5 1\n'),
  ],
  ['an entry that leads to another object', 'invalid', 'file-malformed', () => newPdf(letter, { offsets: { 4: 15 } })],
  [
    'an entry that leads out of the file',
    'invalid',
    'file-malformed',
    () => newPdf(letter, { offsets: { 4: 99_999_999 } }),
  ],
  [
    'a comment behind a cross-reference stream without its end',
    'invalid',
    'file-malformed',
    () => signed(preparedLetter({}, { asStream: true, withoutEndobj: true, beforeStart: '% x\n' })),
  ],
  [
    'arrays nested a thousand deep',
    'invalid',
    'file-malformed',
    () => newPdf({ ...letter, 4: `<< /Fields ${'['.repeat(1000)}${']'.repeat(1000)} >>` }),
  ],
  [
    'dictionaries nested a hundred thousand deep',
    'invalid',
    'file-malformed',
    () => newPdf({ ...letter, 4: `${'<< /A '.repeat(100_000)} 1 ${'>>'.repeat(100_000)}` }),
  ],
  [
    'a form that holds itself',
    'invalid',
    'file-malformed',
    () => newPdf({ ...letter, 4: '<< /Fields [20 0 R] >>', 20: '<< /T (a) /Kids [20 0 R] >>' }),
  ],
  ['a reference to itself', 'invalid', 'file-malformed', () => newPdf({ ...letter, 4: '4 0 R' })],
  [
    'a length that needs itself',
    'invalid',
    'file-malformed',
    () => newPdf({ ...letter, 4: '<< /Length 4 0 R >>\nstream\nx\nendstream' }),
  ],
  [
    'a key given twice',
    'invalid',
    'file-malformed',
    () => newPdf({ ...letter, 4: '<< /Fields [] /Fields [10 0 R] >>' }),
  ],
  [
    'a key given twice, once with an escape',
    'invalid',
    'file-malformed',
    () => newPdf({ ...letter, 4: '<< /Fields [] /F#69elds [10 0 R] >>' }),
  ],
  [
    'a name with a broken escape',
    'invalid',
    'file-malformed',
    () => newPdf({ ...letter, 4: '<< /Fields [] /A#G1 1 >>' }),
  ],
  [
    'a number that is none',
    'invalid',
    'file-malformed',
    () => newPdf({ ...letter, 4: '<< /Fields [] /SigFlags 3-1 >>' }),
  ],
  ['a string without end', 'invalid', 'file-malformed', () => newPdf({ ...letter, 4: '<< /Fields (abc >>' })],
  [
    'an object without end',
    'invalid',
    'file-malformed',
    () => replaced(newPdf({ ...letter, 4: '<< /Fields [] >> %' }), '%\nendobj', '%\nendobk'),
  ],
  [
    'a stream longer than it says',
    'invalid',
    'file-malformed',
    () => newPdf({ ...letter, 4: '<< /Length 1 >>\nstream\nlonger\nendstream' }),
  ],
  ['an object stream that unfolds to 300 MB', 'invalid', 'file-too-large', BOMBS.inflating],
  ['a description with an endless name', 'changedAfterSigning', 'not-covered', BOMBS.endlessName],
  ['a description with values by the hundred thousand', 'changedAfterSigning', 'not-covered', manyValues],
  ['a path of points by the hundred thousand', 'changedAfterSigning', 'signature-overlay', manyPoints],
  ['marks of signatures by the hundred thousand', 'invalid', 'signature-malformed', BOMBS.manyMarks],
  ['objects that contain each other', 'invalid', 'file-malformed', BOMBS.overlapping],
  [
    'a cross-reference of a million objects',
    'invalid',
    'file-too-large',
    () => replaced(newPdf(letter), '\n12 1\n', '\n12 9999999\n'),
  ],
  ['two fields of one name', 'invalid', 'file-malformed', () => newPdf({ ...letter, 11: letter[10]! })],
  ['encrypted', 'unknown', 'file-encrypted', () => newPdf(letter, { trailer: '/Encrypt << /Filter /Standard >>' })],
  [
    'encrypted after signing',
    'unknown',
    'file-encrypted',
    () => save(signed(), {}, { trailer: '/Encrypt << /Filter /Standard >>' }),
  ],
  [
    'a structure nested very deep inside the signature',
    'invalid',
    'cms-malformed',
    () =>
      signSave(preparedLetter(), {
        objects: { 10: leaderField('/V 50 0 R') },
        contents: () => Buffer.concat(Array.from({ length: 1400 }, () => Buffer.from([0x30, 0x80]))),
      }),
  ],
]);

const unsigned = (name: string, make: () => Buffer): SignedFileCase => ({
  class: 'unsigned',
  name,
  verdict: 'unsigned',
  reason: null,
  make,
});

/** Files that nobody attacked and nobody signed: not to be accepted, and not to be called broken. */
export const UNSIGNED: readonly SignedFileCase[] = [
  unsigned('a letter before signing', () => preparedLetter()),
  unsigned('a letter before signing, saved twice', () => save(preparedLetter(), { 5: letter[5]! })),
  unsigned('a letter without a form', () =>
    newPdf({ ...letter, 1: '<< /Type /Catalog /Pages 2 0 R >>', 3: `${letter[3]!.split('/Annots')[0]!} >>` }),
  ),
  unsigned('nothing but a timestamp', () => withDocumentTimestamp(preparedLetter())),
  unsigned('a sealed letter cut back to what was prepared', () => {
    const pdf = sealed();
    return pdf.subarray(0, pdf.indexOf('%%EOF\n') + 6);
  }),
];
