import { entryField, letterObjects, PAGE, preparedLetter, sealField, leaderField } from '../test-authority/letter.js';
import { flateText, newPdf, type Objects, save, streamText } from '../test-authority/pdf-writer.js';
import { foreignPdf, type Handwriting, hybridPdf, linearisedPdf } from './foreign-writer.js';
import { type GoodRow, goodFiles } from './signed-file-case.js';
import {
  ANNOTATIONS,
  CATALOG,
  EMPTY_APPEARANCE,
  FIELDS,
  FORM_REST,
  letter,
  newField,
  sealed,
  signed,
  signedAgain,
} from './signing-authority.js';

const written = (hand: Handwriting, change: Objects = {}): Buffer =>
  sealed(signed(foreignPdf({ ...letterObjects(), ...change }, hand)));
const prepared = (change: Objects): Buffer => sealed(signed(preparedLetter(change)));
const escaped = (text: string): string =>
  text.replace('/Type', '/T#79pe').replace('/Subtype', '/Su#62type').replace('/Fields', '/#46ields');
const asHex = (text: string): string =>
  text.replace(/\(([^()]*)\)/gu, (_, inner: string) => `<${Buffer.from(inner, 'latin1').toString('hex')}>`);
const spread = (text: string): string => text.replace(/ (?![^()]*\))/gu, '\r\n\t  ');
const tight = (text: string): string => text.replace(/ (?=[/<[(>])/gu, '').replace(/(?<=[>\])]) /gu, '');

const handwritings: readonly GoodRow[] = [
  ['lines end with CR and LF', () => written({ eol: '\r\n', rowEnd: '\r\n' })],
  ['lines end with CR', () => written({ eol: '\r', rowEnd: ' \r' })],
  ['version 1.4', () => written({ header: '%PDF-1.4\n' })],
  ['version 2.0', () => written({ header: '%PDF-2.0\n%\xe2\xe3\xcf\xd3\n' })],
  ['a header with words behind it', () => written({ header: '%PDF-1.6 written by hand\n% and a comment\n\n\n' })],
  ['comments between the objects', () => written({ between: '% a comment (with < brackets\n\n' })],
  ['a comment before startxref', () => written({ beforeEnd: '%Producer-5.5.13\n' })],
  ['end marks between the objects', () => written({ between: '% %%EOF\n' })],
  ['escapes in names', () => written({ rewrite: escaped })],
  ['strings in hex', () => written({ rewrite: asHex })],
  ['much white space', () => written({ rewrite: spread })],
  ['no white space where none is needed', () => written({ rewrite: tight })],
  [
    'objects of a later generation',
    () => written({ generations: { 6: 2 }, rewrite: (text) => text.replace(/\b6 0 R/gu, '6 2 R') }, withGeneration()),
  ],
  ['blank lines behind the end', () => written({ afterEnd: '\n\n  \n' })],
  ['zeros behind the end', () => written({ afterEnd: '\0\0\0\0' })],
  ['an identity of the file', () => written({ trailer: '/ID [<00112233> <00112233>]' })],
  ['laid out for fast web view', () => sealed(signed(linearisedPdf(letterObjects())))],
  ['a hybrid of table and stream', () => sealed(signed(hybridPdf(letterObjects(), [6, 8, 9])))],
  ['a cross-reference stream', () => signed(preparedLetter({}, { asStream: true }))],
  [
    'objects in an object stream',
    () => sealed(signed(preparedLetter({}, { asStream: true, packed: [1, 2, 4, 7, 8, 9] }))),
  ],
  [
    'saves with cross-reference streams',
    () =>
      sealed(signed(preparedLetter({}, { asStream: true }), { save: { asStream: true } }), {
        save: { asStream: true, packed: [7, 8] },
      }),
  ],
  ['tables behind a cross-reference stream', () => sealed(signed(preparedLetter({}, { asStream: true })))],
  ['a cross-reference stream behind tables', () => sealed(signed(), { save: { asStream: true } })],
  [
    'saved four times before it is signed',
    () =>
      sealed(signed([5, 5, 3, 12].reduce((pdf, number) => save(pdf, { [number]: letter[number]! }), preparedLetter()))),
  ],
  [
    'a cross-reference stream without its end, as pypdf saves, before it is signed',
    () => sealed(signed(save(preparedLetter(), { 12: letter[12]! }, { asStream: true, withoutEndobj: true }))),
  ],
  [
    'an object freed and used again before signing',
    () => sealed(signed(save(save(preparedLetter({ 20: '(x)' }), {}, { freed: [20] }), { 5: letter[5]! }))),
  ],
  [
    'no end of line behind the end of each save',
    () =>
      sealed(signed(preparedLetter({}, { end: '%%EOF' }), { save: { hidden: '\n', end: '%%EOF' } }), {
        save: { hidden: '\r\n', end: '%%EOF' },
      }),
  ],
  [
    'CR and LF behind the end of each save',
    () =>
      sealed(signed(preparedLetter({}, { end: '%%EOF\r\n' }), { save: { end: '%%EOF\r\n' } }), {
        save: { end: '%%EOF\r' },
      }),
  ],
  [
    'each save names the free number 0',
    () => sealed(signed(undefined, { save: { freed: [0] } }), { save: { freed: [0] } }),
  ],
  ['comments in the save that seals', () => sealed(signed(), { save: { hidden: '% sealed by the registry\n\n' } })],
];

function withGeneration(): Objects {
  return { 3: letter[3]!.replace('6 0 R', '6 2 R') };
}

const nested: Objects = {
  4: `<< /Fields [7 0 R 8 0 R 9 0 R 20 0 R] ${FORM_REST} >>`,
  20: '<< /T (ky) /FT /Sig /Kids [10 0 R 11 0 R] >>',
};
const kid = (field: string): string => field.replace('/FT /Sig', '/Parent 20 0 R');
const manyPages = (count: number): Objects => {
  const numbers = Array.from({ length: count }, (_, at) => 100 + 2 * at);
  return {
    2: `<< /Type /Pages /Kids [3 0 R ${numbers.map((one) => `${one} 0 R`).join(' ')}] /Count ${count + 1} >>`,
    ...Object.fromEntries(
      numbers.flatMap((one) => [
        [one, `${PAGE.replace('5 0 R', `${one + 1} 0 R`)} >>`],
        [one + 1, streamText(`BT /F1 13 Tf 85 600 Td (trang ${one}) Tj ET`)],
      ]),
    ),
  };
};
const XMP = streamText(
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>Cong van</dc:title><xmp:ModifyDate>2026-03-17</xmp:ModifyDate></x:xmpmeta>',
  '/Type /Metadata /Subtype /XML',
);

const structures: readonly GoodRow[] = [
  [
    'the form written into the catalog',
    () => prepared({ 1: `<< /Type /Catalog /Pages 2 0 R /AcroForm ${letter[4]!} >>`, 4: 'null' }),
  ],
  [
    'the list of fields is an object',
    () => prepared({ 4: `<< /Fields 20 0 R ${FORM_REST} >>`, 20: '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R]' }),
  ],
  [
    'the list of annotations is an object',
    () => prepared({ 3: `${PAGE} /Annots 20 0 R >>`, 20: '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R]' }),
  ],
  [
    'fields below a field that says their kind',
    () =>
      sealed(
        signed(preparedLetter({ ...nested, 10: kid(leaderField()), 11: kid(sealField()) }), {
          objects: { 10: kid(leaderField('/V 50 0 R /AP << /N 51 0 R >>')) },
        }),
        { objects: { 11: kid(sealField('/V 60 0 R /AP << /N 64 0 R >>')) } },
      ),
  ],
  [
    'a field whose place is an object of its own',
    () => {
      const field = (more: string): string => `<< /T (ChuKyLanhDao) /FT /Sig /Kids [20 0 R] ${more} >>`;
      const place = (more: string): string =>
        `<< /Type /Annot /Subtype /Widget /Parent 10 0 R /Rect [320 200 460 270] /F 4 /P 3 0 R ${more} >>`;
      const base = preparedLetter({
        3: `${PAGE} ${ANNOTATIONS.replace('10 0 R', '20 0 R')}] >>`,
        10: field(''),
        20: place(''),
      });
      return sealed(signed(base, { objects: { 10: field('/V 50 0 R'), 20: place('/AP << /N 51 0 R >>') } }));
    },
  ],
  ['a length that is an object', () => prepared({ 5: '<< /Length 20 0 R >>\nstream\nBT ET\nendstream', 20: '5' })],
  ['compressed content', () => prepared({ 5: flateText(Buffer.from('BT /F1 13 Tf 85 600 Td (chu) Tj ET')) })],
  ['a turned page', () => prepared({ 3: `${PAGE} /Rotate 90 ${ANNOTATIONS}] >>` })],
  [
    'a page that inherits its size',
    () =>
      prepared({
        2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>',
        3: `${PAGE.replace('/MediaBox [0 0 595 842]', '')} ${ANNOTATIONS}] >>`,
      }),
  ],
  [
    'a form that comes with the first signature',
    () =>
      signedAgain(firstSigned(), {
        4: '<< /Fields [10 0 R 71 0 R] /SigFlags 3 >>',
        71: newField('Them', '0 0 0 0', '/V 70 0 R'),
      }),
  ],
  [
    'a page without annotations gets a second signature that is seen',
    () => {
      const widget = newField('Them', '80 300 200 340', '/V 70 0 R /AP << /N 72 0 R >>');
      const form = '<< /Fields [10 0 R 71 0 R] /SigFlags 3 >>';
      return signedAgain(firstSigned(), {
        3: `${PAGE} /Annots [71 0 R] >>`,
        4: form,
        71: widget,
        72: EMPTY_APPEARANCE,
      });
    },
  ],
  ['three pages', () => prepared(manyPages(2))],
  ['two hundred pages', () => prepared(manyPages(200))],
  ['a large picture', () => prepared({ 20: streamText('x'.repeat(6_000_000), '/Type /XObject /Subtype /Image') })],
  [
    'notes and links from before',
    () =>
      prepared({
        3: `${PAGE} ${ANNOTATIONS} 20 0 R 21 0 R] >>`,
        20: '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://haiphong.gov.vn) >> >>',
        21: '<< /Type /Annot /Subtype /Text /Rect [20 0 29 9] /Contents (ghi chu) >>',
      }),
  ],
  [
    'a field that was filled before',
    () =>
      prepared({
        20: entryField('so', '/V (giu nguyen)').replace('(so)', '(khac)'),
        4: `<< ${FIELDS} 20 0 R] ${FORM_REST} >>`,
      }),
  ],
  [
    'outlines and names',
    () => prepared({ 1: `${CATALOG} /Outlines << /Type /Outlines >> /Names << >> /PageMode /UseOutlines >>` }),
  ],
  [
    'tagged for reading aloud',
    () =>
      prepared({
        1: `${CATALOG} /StructTreeRoot 20 0 R /MarkInfo << /Marked true >> /Lang (vi) >>`,
        20: '<< /Type /StructTreeRoot /K [21 0 R] >>',
        21: '<< /Type /StructElem /S /Form /P 20 0 R /K << /Type /OBJR /Obj 10 0 R >> >>',
      }),
  ],
  ['a description in XMP', () => prepared({ 1: `${CATALOG} /Metadata 20 0 R >>`, 20: XMP })],
  [
    'an attachment, compressed',
    () =>
      prepared({
        1: `${CATALOG} /Names << /EmbeddedFiles << /Names [(a) 20 0 R] >> >> >>`,
        20: '<< /Type /Filespec /F (a.txt) /EF << /F 21 0 R >> >>',
        21: flateText(Buffer.from('phu luc'), '/Type /EmbeddedFile'),
      }),
  ],
  [
    'layers that stay as they are',
    () =>
      prepared({
        1: `${CATALOG} /OCProperties << /OCGs [20 0 R] /D << /ON [20 0 R] >> >> >>`,
        20: '<< /Type /OCG /Name (Nen) >>',
      }),
  ],
  ['a reference that leads nowhere', () => prepared({ 3: `${PAGE} /Thumb 150 0 R ${ANNOTATIONS}] >>` })],
  ['a field name in UTF-16', () => newNames('<FEFF00530067011100740065006E>')],
  ['no description of the file', () => sealed(signed(newPdf({ ...letterObjects(), 12: 'null' })))],
];

/** A letter without a form, signed in a field that shows nothing. */
function firstSigned(): Buffer {
  const bare = newPdf({
    ...letterObjects(),
    ...{ 1: '<< /Type /Catalog /Pages 2 0 R >>', 3: `${PAGE} >>`, 4: 'null', 10: 'null' },
  });
  return signed(bare, {
    objects: {
      1: `${CATALOG} >>`,
      4: '<< /Fields [10 0 R] /SigFlags 3 >>',
      10: newField('ChuKy', '0 0 0 0', '/V 50 0 R'),
    },
  });
}

function newNames(name: string): Buffer {
  const named = (more = ''): string => leaderField(more).replace('(ChuKyLanhDao)', name);
  return sealed(signed(preparedLetter({ 10: named() }), { objects: { 10: named('/V 50 0 R /AP << /N 51 0 R >>') } }));
}

/** Files that nobody changed, written in every way that the standard allows. */
export const GOOD_STRUCTURES = goodFiles([...handwritings, ...structures]);
