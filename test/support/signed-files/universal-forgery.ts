import { leaderField, preparedLetter } from '../test-authority/letter.js';
import { save } from '../test-authority/pdf-writer.js';
import { signSave } from '../test-authority/signing.js';
import { badFiles, type BadRow } from './signed-file-case.js';
import { signed } from './signing-authority.js';

const base = '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached';
const withDictionary = (dictionary: string): Buffer =>
  save(preparedLetter(), { 10: leaderField('/V 50 0 R'), 50: dictionary });
const usfRow = (name: string, reason: BadRow[2], dictionary: string): BadRow => [
  name,
  'invalid',
  reason,
  () => withDictionary(dictionary),
];
/** Signatures with parts missing or of another kind. */
export const UNIVERSAL_FORGERY = badFiles('usf', [
  usfRow('no byte range', 'byte-range-malformed', `<< ${base} /Contents <00> >>`),
  usfRow('an empty byte range', 'byte-range-malformed', `<< ${base} /ByteRange [] /Contents <00> >>`),
  usfRow('a byte range that is null', 'byte-range-malformed', `<< ${base} /ByteRange null /Contents <00> >>`),
  usfRow('a byte range of zeros', 'byte-range-malformed', `<< ${base} /ByteRange [0 0 0 0] /Contents <00> >>`),
  usfRow('a byte range that is a number', 'byte-range-malformed', `<< ${base} /ByteRange 0 /Contents <00> >>`),
  usfRow('negative numbers', 'byte-range-malformed', `<< ${base} /ByteRange [0 -5 9 9] /Contents <00> >>`),
  usfRow('numbers that are no integers', 'byte-range-malformed', `<< ${base} /ByteRange [0 1.5 9 9] /Contents <00> >>`),
  usfRow(
    'numbers that are strings',
    'byte-range-malformed',
    `<< ${base} /ByteRange [(0) (1) (2) (3)] /Contents <00> >>`,
  ),
  usfRow('a byte range by reference', 'byte-range-malformed', `<< ${base} /ByteRange 5 0 R /Contents <00> >>`),
  usfRow('numbers by reference', 'byte-range-malformed', `<< ${base} /ByteRange [0 5 0 R 2 3] /Contents <00> >>`),
  usfRow('no contents', 'signature-malformed', `<< ${base} /ByteRange [0 1 2 3] >>`),
  usfRow('contents that are null', 'signature-malformed', `<< ${base} /ByteRange [0 1 2 3] /Contents null >>`),
  usfRow('contents that are a number', 'signature-malformed', `<< ${base} /ByteRange [0 1 2 3] /Contents 0 >>`),
  usfRow('contents that are a name', 'signature-malformed', `<< ${base} /ByteRange [0 1 2 3] /Contents /00 >>`),
  usfRow('contents of nothing', 'byte-range-not-around-contents', `<< ${base} /ByteRange [0 1 2 3] /Contents <> >>`),
  usfRow(
    'contents in round brackets',
    'byte-range-not-around-contents',
    `<< ${base} /ByteRange [0 1 2 3] /Contents (0) >>`,
  ),
  usfRow('contents by reference', 'signature-malformed', `<< ${base} /ByteRange [0 1 2 3] /Contents 5 0 R >>`),
  usfRow(
    'no kind',
    'signature-malformed',
    '<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >>',
  ),
  usfRow(
    'a kind that is null',
    'signature-malformed',
    '<< /Type /Sig /Filter /X /SubFilter null /ByteRange [0 1 2 3] /Contents <00> >>',
  ),
  usfRow(
    'no filter',
    'signature-malformed',
    '<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 1 2 3] /Contents <00> >>',
  ),
  usfRow(
    'another type',
    'signature-malformed',
    `<< ${base.replace('/Sig', '/Page')} /ByteRange [0 1 2 3] /Contents <00> >>`,
  ),
  usfRow('an empty dictionary', 'signature-malformed', '<< >>'),
  usfRow('a number for a signature', 'signature-malformed', '7'),
  usfRow('an array for a signature', 'signature-malformed', `[<< ${base} /ByteRange [0 1 2 3] /Contents <00> >>]`),
  [
    'contents of zeros',
    'invalid',
    'cms-malformed',
    () => signSave(preparedLetter(), { objects: { 10: leaderField('/V 50 0 R') }, contents: () => Buffer.alloc(10) }),
  ],
  [
    'contents that begin with a zero',
    'invalid',
    'cms-malformed',
    () => {
      const pdf = signed();
      pdf.write('00', pdf.indexOf('/Contents <') + 11, 'latin1');
      return pdf;
    },
  ],
  [
    'a signature that is not there',
    'invalid',
    'signature-value-missing',
    () => save(preparedLetter(), { 10: leaderField('/V 50 0 R') }),
  ],
  [
    'a signature that is another object',
    'invalid',
    'signature-malformed',
    () => save(preparedLetter(), { 10: leaderField('/V 3 0 R') }),
  ],
  [
    'a signature in a field of another kind',
    'invalid',
    'byte-range-malformed',
    () =>
      save(preparedLetter(), {
        7: leaderField('/V 50 0 R').replace('/FT /Sig', '/FT /Tx').replace('ChuKyLanhDao', 'so'),
        50: `<< ${base} /ByteRange [0 0 0 0] /Contents <00> >>`,
      }),
  ],
  [
    'a signature of nothing beside a good one',
    'invalid',
    'byte-range-malformed',
    () =>
      signed(
        preparedLetter({
          11: leaderField('/V 20 0 R').replace('ChuKyLanhDao', 'DauCoQuan'),
          20: `<< ${base} /ByteRange [] /Contents <00> >>`,
        }),
      ),
  ],
]);
