import { PAGE, preparedLetter } from '../test-authority/letter.js';
import { save, streamText } from '../test-authority/pdf-writer.js';
import { badFiles, type BadRow } from './signed-file-case.js';
import { ANNOTATIONS, CATALOG, OTHER_TEXT, sealed, signed, withSecurityStore } from './signing-authority.js';

const TWO_PAGES = {
  2: '<< /Type /Pages /Kids [3 0 R 30 0 R] /Count 2 >>',
  30: `${PAGE.replace('5 0 R', '31 0 R')} >>`,
  31: streamText('BT /F1 13 Tf 85 600 Td (trang hai) Tj ET'),
};
const contents: readonly BadRow[] = [
  ['the page content is overwritten', 'changedAfterSigning', 'object-changed', () => save(signed(), { 5: OTHER_TEXT })],
  [
    'the page content is overwritten under a seal',
    'changedAfterSigning',
    'object-changed',
    () => sealed(signed(), { objects: { 5: OTHER_TEXT } }),
  ],
  [
    'the page content is overwritten after the seal',
    'changedAfterSigning',
    'object-changed',
    () => save(sealed(), { 5: OTHER_TEXT }),
  ],
  [
    'the page content is overwritten between two signatures, in a save of its own',
    'changedAfterSigning',
    'object-changed',
    () => sealed(save(signed(), { 5: OTHER_TEXT })),
  ],
  [
    'the page content is overwritten beside evidence',
    'changedAfterSigning',
    'object-changed',
    () => save(withSecurityStore(signed()), { 1: `${CATALOG} /DSS << /Certs [81 0 R] >> >>`, 5: OTHER_TEXT }),
  ],
  [
    'the page content is overwritten with a cross-reference stream',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(), { 5: OTHER_TEXT }, { asStream: true }),
  ],
  ...(
    [
      [
        'an attachment',
        { 1: `${CATALOG} /Names << /EmbeddedFiles << /Names [(a) << /EF << /F 20 0 R >> >>] >> >> >>` },
      ],
      ['what a link does', { 3: `${PAGE} ${ANNOTATIONS} 21 0 R] >>`, 21: '<< /Subtype /Link /A << /F 20 0 R >> >>' }],
    ] as const
  ).map(([what, objects]): BadRow => [
    `${what} is written again under another generation`,
    'changedAfterSigning',
    'object-changed',
    () => {
      const attached = { 20: streamText('phu luc', '/Type /EmbeddedFile') };
      const pdf = signed(preparedLetter({ ...objects, ...attached }));
      return sealed(pdf, { objects: attached, save: { generations: { 20: 1 } } });
    },
  ]),
  [
    'a packed object is overwritten by one that is not',
    'changedAfterSigning',
    'object-changed',
    () =>
      save(signed(preparedLetter({}, { asStream: true, packed: [2, 6] })), { 6: '<< /Type /Font /Subtype /Type3 >>' }),
  ],
  [
    'an object is overwritten by a packed one',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(), { 6: '<< /Type /Font /Subtype /Type3 >>' }, { asStream: true, packed: [6] }),
  ],
  [
    'the store of packed objects is overwritten whole',
    'changedAfterSigning',
    'object-changed',
    () => {
      const pdf = signed(preparedLetter({}, { asStream: true, packed: [2, 6] }));
      const number = /(\d+) 0 obj\n<< \/Type \/ObjStm/u.exec(pdf.toString('latin1'))![1]!;
      const header = '2 0 6 48 ';
      const body = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>       << /Type /Font /Subtype /Type3 >> ';
      return save(pdf, { [number]: streamText(header + body, '/Type /ObjStm /N 2 /First 9') }, { asStream: true });
    },
  ],
  [
    'content is added to an array of contents',
    'changedAfterSigning',
    'object-changed',
    () =>
      save(signed(preparedLetter({ 3: `${PAGE.replace('5 0 R', '20 0 R')} ${ANNOTATIONS}] >>`, 20: '[5 0 R]' })), {
        20: '[5 0 R 90 0 R]',
        90: OTHER_TEXT,
      }),
  ],
  [
    'a font is replaced',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(), { 6: '<< /Type /Font /Subtype /Type3 >>' }),
  ],
  [
    'the look of the signature is replaced',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(), { 51: streamText('', '/Subtype /Form /BBox [0 0 9 9]') }),
  ],
  [
    'the length of the content is an object, and grows',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(preparedLetter({ 5: '<< /Length 20 0 R >>\nstream\nBT ET\nendstream', 20: '5' })), { 20: '2' }),
  ],
];
const pages: readonly BadRow[] = [
  [
    'the page points to new content',
    'changedAfterSigning',
    'page-changed',
    () => save(signed(), { 3: `${PAGE.replace('5 0 R', '90 0 R')} ${ANNOTATIONS}] >>`, 90: OTHER_TEXT }),
  ],
  [
    'the page gets another size',
    'changedAfterSigning',
    'page-changed',
    () => save(signed(), { 3: `${PAGE.replace('842', '400')} ${ANNOTATIONS}] >>` }),
  ],
  [
    'the page is cropped',
    'changedAfterSigning',
    'page-changed',
    () => save(signed(), { 3: `${PAGE} /CropBox [0 0 595 500] ${ANNOTATIONS}] >>` }),
  ],
  [
    'the page is turned',
    'changedAfterSigning',
    'page-changed',
    () => save(signed(), { 3: `${PAGE} /Rotate 180 ${ANNOTATIONS}] >>` }),
  ],
  [
    'the page gets resources of its own',
    'changedAfterSigning',
    'page-changed',
    () =>
      save(signed(), {
        3: `${PAGE.replace('6 0 R', '90 0 R')} ${ANNOTATIONS}] >>`,
        90: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>',
      }),
  ],
  [
    'the page gets an action',
    'changedAfterSigning',
    'page-changed',
    () => save(signed(), { 3: `${PAGE} /AA << /O << /S /JavaScript /JS (x) >> >> ${ANNOTATIONS}] >>` }),
  ],
  [
    'a page is appended',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(), { 2: '<< /Type /Pages /Kids [3 0 R 90 0 R] /Count 2 >>', 90: `${PAGE} >>` }),
  ],
  [
    'a page is put in front',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(), { 2: '<< /Type /Pages /Kids [90 0 R 3 0 R] /Count 2 >>', 90: `${PAGE} >>` }),
  ],
  [
    'a page is taken out',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(preparedLetter(TWO_PAGES)), { 2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' }),
  ],
  [
    'pages change places',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(preparedLetter(TWO_PAGES)), { 2: '<< /Type /Pages /Kids [30 0 R 3 0 R] /Count 2 >>' }),
  ],
  [
    'the second page is emptied',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(preparedLetter(TWO_PAGES)), { 31: streamText('') }),
  ],
  [
    'what all pages inherit is changed',
    'changedAfterSigning',
    'object-changed',
    () => save(signed(), { 2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /Rotate 180 >>' }),
  ],
  [
    'the list of pages is emptied under a seal',
    'changedAfterSigning',
    'object-changed',
    () => sealed(signed(preparedLetter(TWO_PAGES)), { objects: { 2: '<< /Type /Pages /Kids [30 0 R] /Count 1 >>' } }),
  ],
];
/** Incremental saving attacks on what the pages show. */
export const INCREMENTAL_CONTENTS = badFiles('isa', [...contents, ...pages]);
