import { PAGE, PAGE_CONTENT, preparedLetter, sealField } from '../test-authority/letter.js';
import { flateText, type Objects, save, streamText } from '../test-authority/pdf-writer.js';
import { badFiles } from './signed-file-case.js';
import {
  ANNOTATIONS,
  certified,
  countersigned,
  FIELDS,
  FORM_REST,
  sealed,
  signed,
  signedAgain,
  withDocumentTimestamp,
  withNewField,
} from './signing-authority.js';

const VISIBLE = '/V 70 0 R /AP << /N 72 0 R >>';
/** Signatures and empty fields that cover what was signed. */
export const SNEAKY_SIGNATURES = badFiles('ssa', [
  ...[1, 2, 3].map(
    (level) =>
      [
        `a visible signature on a letter certified with P=${level}`,
        'changedAfterSigning',
        'certified-no-changes',
        () => signedAgain(certified(level), withNewField(VISIBLE, '80 300 200 340')),
      ] as const,
  ),
  [
    'a visible signature over text, on a page that does not say it is one',
    'changedAfterSigning',
    'signature-overlay',
    () => {
      const untyped = (page: string): string => page.replace('/Type /Page ', '');
      const objects = withNewField(VISIBLE);
      return signedAgain(signed(preparedLetter({ 3: untyped(`${PAGE} ${ANNOTATIONS}] >>`) })), {
        ...objects,
        3: untyped(objects[3]!),
      });
    },
  ],
  ...['/Rect [80 590 300 620]', '/AP << /N 72 0 R >>', ''].map(
    (more) =>
      [
        `a field that is no annotation, with ${more === '' ? 'nothing' : more.slice(0, 5)}, put on the page`,
        'changedAfterSigning',
        more === '' ? 'annotation-added' : 'signature-overlay',
        () => signedAgain(signed(), { ...withNewField(''), 71: `<< /FT /Sig /T (Them) /V 70 0 R ${more} >>` }),
      ] as const,
  ),
  [
    'an empty field with a look of its own',
    'changedAfterSigning',
    'signature-overlay',
    () => save(signed(), withNewField('/AP << /N 72 0 R >>')),
  ],
  [
    'an empty field with a coloured ground, over text',
    'changedAfterSigning',
    'signature-overlay',
    () => save(signed(), withNewField('/MK << /BG [1 1 1] >>')),
  ],
  [
    'an empty field with a coloured ground, last of all',
    'changedAfterSigning',
    'not-covered',
    () => save(signed(), withNewField('/MK << /BG [1 1 1] >>', '80 300 200 340')),
  ],
  [
    'an empty visible field on a certified letter',
    'changedAfterSigning',
    'certified-no-changes',
    () =>
      countersigned(
        save(certified(2), { 4: `<< ${FIELDS} 73 0 R] ${FORM_REST} >>`, 73: withNewField('', '80 300 90 310')[71]! }),
      ),
  ],
  [
    'a signature over half the page',
    'changedAfterSigning',
    'signature-overlay',
    () => signedAgain(signed(), withNewField(VISIBLE, '0 0 595 842')),
  ],
  [
    'a signature in a prepared field as large as the page',
    'changedAfterSigning',
    'signature-overlay',
    () => {
      const page = (more: string): string => sealField(more).replace(/\/Rect \[[^\]]*\]/u, '/Rect [0 0 595 842]');
      const prepared = preparedLetter({ 11: page('') });
      return sealed(signed(prepared), { objects: { 11: page('/V 60 0 R /AP << /N 64 0 R >>') } });
    },
  ],
  [
    'a signature over signed text',
    'changedAfterSigning',
    'signature-overlay',
    () => signedAgain(signed(), withNewField(VISIBLE)),
  ],
  ...(
    [
      ['a note', '/Subtype /FreeText /Contents (25/3/2026) /DA (/F1 13 Tf 0 g)'],
      ['a choice that was made', '/Subtype /Widget /FT /Ch /T (Chon) /V (a) /Opt [(a) (b)] /DA (/F1 13 Tf 0 g)'],
    ] as const
  ).map(
    ([what, kind]) =>
      [
        `a signature over ${what} before signing`,
        'changedAfterSigning',
        'signature-overlay',
        () => {
          const place = '80 300 200 340';
          const prepared = preparedLetter({
            3: `${PAGE} ${ANNOTATIONS} 20 0 R] >>`,
            20: `<< /Type /Annot ${kind} /Rect [${place}] /F 4 >>`,
          });
          const page = `${PAGE} ${ANNOTATIONS} 20 0 R 71 0 R] >>`;
          return signedAgain(signed(prepared), { ...withNewField(VISIBLE, place), 3: page });
        },
      ] as const,
  ),
  ...(
    [
      ['drawn apart', '20 Tc', '320 590 500 620'],
      ['drawn wide', '300 Tz', '320 590 500 620'],
      ['drawn above its line', '55 Ts', '80 650 280 680'],
    ] as const
  ).map(
    ([how, step, place]) =>
      [
        `a signature over signed text that is ${how}`,
        'changedAfterSigning',
        'signature-overlay',
        () => {
          const content = PAGE_CONTENT.replace('BT', `BT ${step}`);
          return signedAgain(signed(preparedLetter({ 5: streamText(content) })), withNewField(VISIBLE, place));
        },
      ] as const,
  ),
  [
    'a signature in strips that lie side by side over signed text',
    'changedAfterSigning',
    'signature-overlay',
    () => {
      const strips = Array.from({ length: 20 }, (_, at) => 100 + at);
      const references = strips.map((one) => `${one} 0 R`).join(' ');
      const strip = (one: number): string => `/Rect [80 ${597 + (one - 100) * 0.9} 300 ${597.9 + (one - 100) * 0.9}]`;
      const widgets = strips.map((one) => [
        one,
        `<< /Type /Annot /Subtype /Widget /Parent 71 0 R /F 132 ${strip(one)} /AP << /N 72 0 R >> >>`,
      ]);
      return signedAgain(signed(), {
        ...withNewField(''),
        ...(Object.fromEntries(widgets) as Objects),
        3: `${PAGE} ${ANNOTATIONS} ${references}] >>`,
        71: `<< /FT /Sig /T (Them) /V 70 0 R /Kids [${references}] >>`,
      });
    },
  ],
  [
    'a signature over signed text, its corners the other way round',
    'changedAfterSigning',
    'signature-overlay',
    () => signedAgain(signed(), withNewField(VISIBLE, '300 620 80 590')),
  ],
  [
    'a signature over the number of the letter',
    'changedAfterSigning',
    'signature-overlay',
    () => signedAgain(sealed(), withNewField(VISIBLE, '70 735 130 760')),
  ],
  [
    'a signature over text inside a form of the page',
    'changedAfterSigning',
    'signature-overlay',
    () => {
      const prepared = preparedLetter({
        3: `${PAGE.replace('>> >>', '>> /XObject << /X 20 0 R >> >>')} ${ANNOTATIONS}] >>`,
        5: streamText('q 1 0 0 1 80 590 cm /X Do Q'),
        20: streamText('BT /F1 13 Tf 2 3 Td (25/3/2026) Tj ET', '/Type /XObject /Subtype /Form /BBox [0 0 220 30]'),
      });
      return signedAgain(signed(prepared), withSamePage(prepared));
    },
  ],
  [
    'a signature over a picture of the page',
    'changedAfterSigning',
    'signature-overlay',
    () => {
      const prepared = preparedLetter({
        3: `${PAGE.replace('>> >>', '>> /XObject << /X 20 0 R >> >>')} ${ANNOTATIONS}] >>`,
        5: streamText('q 595 0 0 842 0 0 cm /X Do Q'),
        20: flateText(
          Buffer.alloc(4),
          '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
        ),
      });
      return signedAgain(signed(prepared), withSamePage(prepared));
    },
  ],
  [
    'a signature over a picture written into the page',
    'changedAfterSigning',
    'signature-overlay',
    () => {
      const picture = 'q 400 0 0 300 80 400 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q';
      return signedAgain(signed(preparedLetter({ 5: streamText(picture) })), withNewField(VISIBLE));
    },
  ],
  [
    'a signature field with an action',
    'changedAfterSigning',
    'signature-overlay',
    () => signedAgain(signed(), withNewField('/V 70 0 R /A << /S /URI /URI (x) >>', '0 0 0 0')),
  ],
  [
    'a signature field that is a note',
    'changedAfterSigning',
    'signature-overlay',
    () => {
      const objects = withNewField(VISIBLE, '80 300 200 340');
      return signedAgain(signed(), { ...objects, 71: objects[71]!.replace('/Widget', '/Stamp') });
    },
  ],
  [
    'a timestamp that is seen on a certified letter',
    'changedAfterSigning',
    'certified-no-changes',
    () =>
      withDocumentTimestamp(certified(2), undefined, {
        objects: withNewField('/V 90 0 R /AP << /N 72 0 R >>', '80 300 200 340'),
      }),
  ],
]);
function withSamePage(prepared: Buffer): Objects {
  const page = /\n3 0 obj\n([\s\S]*?)\nendobj/u.exec(prepared.toString('latin1'))![1]!;
  return { ...withNewField(VISIBLE), 3: page.replace('11 0 R]', '11 0 R 71 0 R]') };
}
