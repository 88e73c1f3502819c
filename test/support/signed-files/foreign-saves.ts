import { preparedLetter } from '../test-authority/letter.js';
import { type Objects, save, type SaveWish } from '../test-authority/pdf-writer.js';
import { badFiles, type GoodRow, goodFiles } from './signed-file-case.js';
import {
  CATALOG,
  FIELDS,
  FORM_REST,
  newField,
  sealed,
  signed,
  signedAgain,
  withDocumentTimestamp,
  withNewField,
} from './signing-authority.js';

const VISIBLE = '/V 70 0 R /AP << /N 72 0 R >>';
const PLACE = '80 300 200 340';
const rooted = (objects: Objects, catalog = `${CATALOG} >>`, wish: SaveWish = {}): Buffer =>
  signedAgain(signed(), { ...objects, 195: catalog }, { save: { root: 195, ...wish } });
const added = withNewField(VISIBLE, PLACE);

const catalogs: readonly GoodRow[] = [
  ['the catalog stands under a number of its own', () => rooted(added)],
  [
    'the catalog stands under a number of its own, in a save with a stream',
    () => rooted(added, undefined, { asStream: true, packed: [195, 3, 4] }),
  ],
  [
    'the catalog moves and evidence comes with it',
    () => rooted({ ...added, 196: '<< /Type /DSS /Certs [] >>' }, `${CATALOG} /DSS 196 0 R >>`),
  ],
  [
    'the catalog moves twice',
    () => {
      const once = rooted(added);
      const field = { 4: `<< ${FIELDS} 71 0 R 89 0 R] ${FORM_REST} >>`, 89: newField('Sau', '0 0 0 0', '/V 90 0 R') };
      return signedAgain(once, { ...field, 197: `${CATALOG} >>` }, { object: 90, save: { root: 197 } });
    },
  ],
];

const hybrids: readonly GoodRow[] = [
  [
    'a save for older and newer readers, its look hidden from the older',
    () =>
      signedAgain(
        signed(),
        { ...added, 98: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>' },
        { save: { asHybrid: true, packed: [98] } },
      ),
  ],
  [
    'a save for older and newer readers, its widget hidden from the older',
    () => signedAgain(signed(), added, { save: { asHybrid: true, packed: [71] } }),
  ],
  [
    'two saves for older and newer readers',
    () => {
      const once = signedAgain(signed(), added, { save: { asHybrid: true, packed: [71] } });
      return withDocumentTimestamp(once, undefined, {
        objects: {
          4: `<< ${FIELDS} 71 0 R 91 0 R] ${FORM_REST} >>`,
          91: newField('Timestamp1', '0 0 0 0', '/V 90 0 R'),
        },
        save: { asHybrid: true, packed: [91] },
      });
    },
  ],
  [
    'a letter of a word processor, whose second save only names a stream, signed and sealed',
    () => sealed(signed(save(preparedLetter(), { 99: '<< /Type /Font >>' }, { asHybrid: true, packed: [99] }))),
  ],
];

/** Catalogs that move, and saves that older readers read in part. */
export const FOREIGN_SAVES = goodFiles([...catalogs, ...hybrids]);

/** The same kinds of saves, with what was signed exchanged. */
export const FOREIGN_ATTACKS = [
  ...badFiles('isa', [
    [
      'the catalog moves, and opens with an action',
      'changedAfterSigning',
      'catalog-changed',
      () => rooted(added, `${CATALOG} /OpenAction << /S /URI /URI (x) >> >>`),
    ],
    [
      'the catalog moves to another list of pages',
      'changedAfterSigning',
      'catalog-changed',
      () =>
        rooted(
          { ...added, 196: '<< /Type /Pages /Kids [3 0 R] /Count 1 /Rotate 180 >>' },
          '<< /Type /Catalog /Pages 196 0 R /AcroForm 4 0 R >>',
        ),
    ],
    [
      'a catalog that was prepared is switched to while signing',
      'changedAfterSigning',
      'catalog-changed',
      () => signedAgain(signed(preparedLetter({ 195: `${CATALOG} >>` })), added, { save: { root: 195 } }),
    ],
    [
      'a save for older and newer readers hides another font from the older',
      'changedAfterSigning',
      'increment-malformed',
      () =>
        signedAgain(
          signed(),
          { ...added, 6: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' },
          { save: { asHybrid: true, packed: [6] } },
        ),
    ],
    [
      'a save for older and newer readers hides the page from the older',
      'changedAfterSigning',
      'increment-malformed',
      () => signedAgain(signed(), added, { save: { asHybrid: true, packed: [3] } }),
    ],
  ]),
];
