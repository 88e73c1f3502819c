import { entryField, filledEntry, preparedLetter } from '../test-authority/letter.js';
import { flateText, type Objects, streamText } from '../test-authority/pdf-writer.js';
import { type GoodRow, goodFiles, type SignedFileCase } from './signed-file-case.js';
import { FIELDS, FORM_REST, sealed, signed, withDocumentTimestamp, withSecurityStore } from './signing-authority.js';

const LOOK = '/Subtype /Form /BBox [0 0 40 16]';
const WRITTEN = 'BT /F1 13 Tf 2 3 Td (513) Tj ET';
const shown = (content: string, entries = LOOK, objects: Objects = {}): Buffer =>
  sealed(signed(), { objects: { 61: streamText(content, entries), ...objects } });

const written: readonly GoodRow[] = [
  ['written with spaces between letters', () => shown('BT /F1 13 Tf 2 3 Td [(5) -20 (13)] TJ ET')],
  ['written in hex digits', () => shown('BT /F1 13 Tf 2 3 Td <353133> Tj ET')],
  ['written piece by piece', () => shown('BT /F1 13 Tf 1 0 0 1 2 3 Tm (5) Tj (13) Tj ET')],
  ['written within marks and bounds', () => shown(`/Tx BMC q 1 1 38 14 re W n ${WRITTEN} Q EMC`)],
  ['on a ground', () => shown(`q 0.9 g 0 0 40 16 re f Q ${WRITTEN}`)],
  ['in a border', () => shown(`q 0 G 0.5 0.5 39 15 re S Q ${WRITTEN}`)],
  ['between the parts of a comb', () => shown(`q 0 G 13 0 m 13 16 l S 26 0 m 26 16 l S Q ${WRITTEN}`)],
  ['in blue', () => shown(`0 0 0.8 rg ${WRITTEN}`)],
  [
    'in a form within its look',
    () => shown('/Fm Do', `${LOOK} /Resources << /XObject << /Fm 95 0 R >> >>`, { 95: filledEntry()[61]! }),
  ],
  [
    'in a font of two bytes a letter',
    () =>
      shown('BT /F2 13 Tf 2 3 Td <000500010003> Tj ET', `${LOOK} /Resources << /Font << /F2 95 0 R >> >>`, {
        95: '<< /Type /Font /Subtype /Type0 /BaseFont /Times /Encoding /Identity-H /DescendantFonts [96 0 R] /ToUnicode 97 0 R >>',
        96: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Times /DW 500 >>',
        97: streamText('1 beginbfrange <0001> <0009> <0031> endbfrange'),
      }),
  ],
  [
    'in a font with codes of its own',
    () =>
      shown('BT /F2 13 Tf 2 3 Td <393132> Tj ET', `${LOOK} /Resources << /Font << /F2 95 0 R >> >>`, {
        95: '<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Times /FontDescriptor 96 0 R /ToUnicode 97 0 R >>',
        96: '<< /Type /FontDescriptor /FontName /ABCDEF+Times /Flags 4 /FontFile2 98 0 R >>',
        97: streamText('3 beginbfchar <39> <0035> <31> <0031> <32> <0033> endbfchar'),
        98: flateText(Buffer.from('the program of a font'), '/Length1 21'),
      }),
  ],
  [
    'words in letters that the font does not name',
    () =>
      sealed(signed(), {
        objects: {
          7: entryField('so', '/Ff 1 /V (Ha Noi) /AP << /N 61 0 R >>'),
          61: streamText('BT /F1 8 Tf 2 3 Td (\\001\\002\\003) Tj ET', LOOK),
        },
      }),
  ],
  [
    'without a look, where readers draw by value',
    () => {
      const prepared = preparedLetter({ 4: `<< ${FIELDS}] ${FORM_REST} /NeedAppearances true >>` });
      return sealed(signed(prepared), { objects: { 7: entryField('so', '/Ff 1 /V (513)') } });
    },
  ],
];

const STATES = '/AP << /N << /Yes 21 0 R /Off 22 0 R >> >>';
const looks: Objects = {
  21: streamText('2 8 m 6 2 l 14 14 l S', '/Subtype /Form /BBox [0 0 16 16]'),
  22: streamText('', '/Subtype /Form /BBox [0 0 16 16]'),
};
const box = (more: string): string => entryField('so', `${STATES} ${more}`).replace('/FT /Tx', '/FT /Btn');
const choice = (more: string, offers = '(a) (b)'): string =>
  entryField('so', `/Ff 131072 /Opt [${offers}] ${more}`).replace('/FT /Tx', '/FT /Ch');

const chosen: readonly GoodRow[] = [
  ...['/V /Off /AS /Off', '/AS /Off'].map((before): GoodRow => [
    `a box is ticked under the seal, before ${before}`,
    () => sealed(signed(preparedLetter({ ...looks, 7: box(before) })), { objects: { 7: box('/V /Yes /AS /Yes') } }),
  ]),
  [
    'one of two is chosen under the seal',
    () => {
      const group = (more: string): string => `<< /FT /Btn /Ff 49152 /T (so) /Kids [23 0 R 24 0 R] ${more} >>`;
      const part = (name: string, left: number, state: string): string =>
        `<< /Type /Annot /Subtype /Widget /Parent 7 0 R /Rect [${left} 740 ${left + 16} 756] /F 4 /P 3 0 R /AS /${state} /AP << /N << /${name} 21 0 R /Off 22 0 R >> >> >>`;
      const prepared = preparedLetter({
        ...looks,
        3: preparedPage().replace('[7 0 R', '[23 0 R 24 0 R'),
        7: group(''),
        23: part('Co', 80, 'Off'),
        24: part('Khong', 100, 'Off'),
      });
      return sealed(signed(prepared), { objects: { 7: group('/V /Co'), 23: part('Co', 80, 'Co') } });
    },
  ],
  [
    'a choice is made under the seal',
    () =>
      sealed(signed(preparedLetter({ 7: choice('') })), {
        objects: {
          7: choice('/V (a) /I [0] /AP << /N 61 0 R >>'),
          61: streamText('BT /F1 13 Tf 2 3 Td (a) Tj ET', LOOK),
        },
      }),
  ],
  [
    'a choice is made under the seal that is called otherwise than its value',
    () => {
      const offers = '[(1) (Mot)] [(2) (Hai)]';
      return sealed(signed(preparedLetter({ 7: choice('', offers) })), {
        objects: {
          7: choice('/V (2) /I [1] /AP << /N 61 0 R >>', offers),
          61: streamText('BT /F1 13 Tf 2 3 Td (Hai) Tj ET', LOOK),
        },
      });
    },
  ],
];

const leftOpen: SignedFileCase = {
  class: 'good',
  name: 'number, date and seal in one save that locks nothing',
  verdict: 'valid',
  reason: 'fill-left-open',
  make: () => sealed(signed(), { entries: '' }),
};
const openThenEvidence: SignedFileCase = {
  ...leftOpen,
  name: 'number, date and seal in one save that locks nothing, then evidence and a timestamp',
  make: () => withDocumentTimestamp(withSecurityStore(leftOpen.make())),
};

function preparedPage(): string {
  return /\n3 0 obj\n([\s\S]*?)\nendobj/u.exec(preparedLetter().toString('latin1'))![1]!;
}

/** Fields that are filled as honest tools fill them, under a signature in the same save. */
export const GOOD_FILLS: readonly SignedFileCase[] = [
  ...goodFiles([...written.map(([how, make]): GoodRow => [`the number filled, ${how}`, make]), ...chosen]),
  leftOpen,
  openThenEvidence,
];
