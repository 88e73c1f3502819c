import { entryField } from '../test-authority/letter.js';
import { type Objects, streamText } from '../test-authority/pdf-writer.js';
import { overWords } from './covered-by-parts.js';
import { badFiles, type BadRow, type GoodRow, goodFiles } from './signed-file-case.js';
import { sealed, signed } from './signing-authority.js';

const USUAL = '/Font << /F1 6 0 R >>';
const TIMES = '/Type /Font /Subtype /Type1 /BaseFont /Times-Roman';
const WRITTEN = 'BT /F1 13 Tf 2 3 Td (513) Tj ET';
const BY_STATE = 'BT /F1 13 Tf /G gs 2 3 Td (513) Tj ET';
const withState = `${USUAL} /ExtGState << /G << /Font [95 0 R 13] >> >>`;
const font = (entries: string): string => `/Font << /F1 << ${entries} >> >>`;
const coded = (codes: string): string => font(`${TIMES} /Encoding << /Differences [${codes}] >>`);

/** The number 513 in a look that is drawn so. */
function numbered(content: string, resources: string, objects: Objects = {}): Buffer {
  return sealed(signed(), {
    objects: {
      7: entryField('so', '/Ff 1 /V (513) /AP << /N 61 0 R >>'),
      61: streamText(content, `/Subtype /Form /BBox [0 0 40 16] /Resources << ${resources} >>`),
      ...objects,
    },
  });
}

const bad = (what: string, make: () => Buffer): BadRow => [
  `a field is filled and shows ${what}`,
  'changedAfterSigning',
  'field-shows-other',
  make,
];

/** Fields whose letters some readers, or all, show otherwise than the fonts seem to say. */
export const FONTS_READ_APART = badFiles('field-look', [
  bad('letters in a font that a state brings', () =>
    numbered(BY_STATE, withState, { 95: `<< ${TIMES} /Encoding << /Differences [53 /nine] >> >>` }),
  ),
  bad('letters in a font that is not there', () => numbered(WRITTEN.replace('F1', 'F2'), USUAL)),
  bad('ornaments of another name', () =>
    numbered(WRITTEN, font('/Type /Font /Subtype /TrueType /BaseFont /Wingdings')),
  ),
  bad('signs for experts', () => numbered(WRITTEN, font(`${TIMES} /Encoding /MacExpertEncoding`))),
  bad('signs for experts, but for some', () =>
    numbered(WRITTEN, font(`${TIMES} /Encoding << /BaseEncoding /MacExpertEncoding /Differences [53 /five] >>`)),
  ),
  bad('letters whose codes have a point', () => numbered(WRITTEN, coded('53 /nine 53. /five'))),
]);

/** A seal that is drawn with a font of which its own letters say nothing. */
export const SEAL_BY_STATE = badFiles('ssa', [
  [
    'a seal in a field prepared over words shows blanks in a font that a state brings',
    'changedAfterSigning',
    'signature-overlay',
    () =>
      overWords(
        'BT /F1 13 Tf /G gs 5 10 Td (   ) Tj ET',
        `/Subtype /Form /BBox [0 0 220 30] /Resources << ${withState} >>`,
        { 95: `<< ${TIMES} /Encoding << /Differences [32 /nine] >> >>` },
      ),
  ],
]);

const good: readonly GoodRow[] = [
  ['in a font that is named again', () => numbered(WRITTEN, coded('49 /nine 49 /one 51 /three'))],
  ['by the codes that are usual', () => numbered(WRITTEN, font(`${TIMES} /Encoding /WinAnsiEncoding`))],
  [
    'by the usual codes and some more',
    () => numbered(WRITTEN, font(`${TIMES} /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [160 /space] >>`)),
  ],
];

/** Fields filled as tools do, which all readers show alike. */
export const FONTS_READ_ALIKE = goodFiles(
  good.map(([how, make]): GoodRow => [`the number filled, written ${how}`, make]),
);
