import { PAGE, preparedLetter } from '../test-authority/letter.js';
import { type Objects, save, streamText } from '../test-authority/pdf-writer.js';
import { badFiles } from './signed-file-case.js';
import { ANNOTATIONS, CATALOG, certified, countersigned, sealed, signed } from './signing-authority.js';

const OVER_THE_DATE = '80 590 300 620';
const note = (kind: string, more = ''): string =>
  `<< /Type /Annot /Subtype /${kind} /Rect [${OVER_THE_DATE}] /Contents (25/4/2026) /F 4 ${more} >>`;
const withNote = (kind: string, more?: string): Objects => ({
  3: `${PAGE} ${ANNOTATIONS} 92 0 R] >>`,
  92: note(kind, more),
  93: streamText('1 g 0 0 220 30 re f', '/Subtype /Form /BBox [0 0 220 30]'),
});
const LOOK = '/AP << /N 93 0 R >>';
const annotations = badFiles('annotation', [
  ['a note is added', 'changedAfterSigning', 'annotation-added', () => save(signed(), withNote('FreeText'))],
  [
    'a note is added under a seal',
    'changedAfterSigning',
    'annotation-added',
    () => sealed(signed(), { objects: withNote('FreeText') }),
  ],
  [
    'a note is added after the seal',
    'changedAfterSigning',
    'annotation-added',
    () => save(sealed(), withNote('FreeText')),
  ],
  [
    'a note is added by a save whose cross-reference stream has no end',
    'changedAfterSigning',
    'annotation-added',
    () => save(signed(), withNote('FreeText'), { asStream: true, withoutEndobj: true }),
  ],
  ['a stamp is added', 'changedAfterSigning', 'annotation-added', () => save(signed(), withNote('Stamp', LOOK))],
  [
    'a note is added beside evidence',
    'changedAfterSigning',
    'annotation-added',
    () => save(signed(), { ...withNote('Square', LOOK), 1: `${CATALOG} /DSS << /Certs [] >> >>` }),
  ],
  [
    'a note is written into the list of the page',
    'changedAfterSigning',
    'annotation-added',
    () => save(signed(), { 3: `${PAGE} ${ANNOTATIONS} ${note('FreeText')}] >>` }),
  ],
  [
    'a note that stands in the list of the page is written there once more',
    'changedAfterSigning',
    'annotation-added',
    () =>
      save(signed(preparedLetter({ 3: `${PAGE} ${ANNOTATIONS} ${note('FreeText')}] >>` })), {
        3: `${PAGE} ${ANNOTATIONS} ${note('FreeText')} ${note('FreeText')}] >>`,
      }),
  ],
  [
    'a note is added to a list that is an object',
    'changedAfterSigning',
    'annotation-added',
    () =>
      save(signed(preparedLetter({ 3: `${PAGE} /Annots 20 0 R >>`, 20: `${ANNOTATIONS.replace('/Annots ', '')}]` })), {
        20: `${ANNOTATIONS.replace('/Annots ', '')} 92 0 R]`,
        92: note('FreeText'),
      }),
  ],
  [
    'a note is changed',
    'changedAfterSigning',
    'object-changed',
    () =>
      save(signed(preparedLetter({ 3: `${PAGE} ${ANNOTATIONS} 20 0 R] >>`, 20: note('FreeText') })), {
        20: note('FreeText').replace('25/4', '25/5'),
      }),
  ],
  [
    'a note is taken off',
    'changedAfterSigning',
    'annotation-removed',
    () =>
      save(signed(preparedLetter({ 3: `${PAGE} ${ANNOTATIONS} 20 0 R] >>`, 20: note('FreeText') })), {
        3: `${PAGE} ${ANNOTATIONS}] >>`,
      }),
  ],
  [
    'a note is exchanged for another',
    'changedAfterSigning',
    'annotation-removed',
    () =>
      save(signed(preparedLetter({ 3: `${PAGE} ${ANNOTATIONS} 20 0 R] >>`, 20: note('FreeText') })), withNote('Stamp')),
  ],
  [
    'a widget is taken off the page',
    'changedAfterSigning',
    'annotation-removed',
    () => save(signed(), { 3: `${PAGE} /Annots [7 0 R 8 0 R 9 0 R 11 0 R] >>` }),
  ],
  [
    'a widget stands on the page twice',
    'changedAfterSigning',
    'annotation-added',
    () => countersigned(save(signed(), { 3: `${PAGE} ${ANNOTATIONS} 7 0 R] >>` })),
  ],
  [
    'a link is added',
    'changedAfterSigning',
    'annotation-added',
    () => save(signed(), withNote('Link', '/A << /S /URI /URI (x) >>')),
  ],
]);
const eaa = badFiles(
  'eaa',
  [1, 2, 3].flatMap((level) =>
    (['FreeText', 'Stamp', 'Redact', 'Highlight'] as const)
      .slice(0, level === 1 ? 1 : 4)
      .map(
        (kind) =>
          [
            `a note (${kind}) is added to a letter certified with P=${level}`,
            'changedAfterSigning' as const,
            'annotation-added' as const,
            () => save(certified(level), withNote(kind, LOOK)),
          ] as const,
      ),
  ),
);
/** Notes after signing; on certified letters, evil annotation attacks. */
export const ANNOTATIONS_AFTER_SIGNING = [...annotations, ...eaa];
