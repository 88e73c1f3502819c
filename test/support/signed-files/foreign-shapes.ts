import {
  certification,
  entryField,
  filledEntry,
  leaderField,
  letterObjects,
  PAGE,
  preparedLetter,
  sealField,
} from '../test-authority/letter.js';
import { newPdf, type Objects, streamText } from '../test-authority/pdf-writer.js';
import { type GoodRow, goodFiles } from './signed-file-case.js';
import {
  ANNOTATIONS,
  CATALOG,
  EMPTY_APPEARANCE,
  FIELDS,
  FORM_REST,
  newField,
  sealed,
  signed,
  signedAgain,
  withDocumentTimestamp,
  withNewField,
  withSecurityStore,
} from './signing-authority.js';

const VISIBLE = '/V 70 0 R /AP << /N 72 0 R >>';
const PLACE = '80 300 200 340';
const BOX = '/Type /XObject /Subtype /Form /BBox [0 0 120 40]';

/** The look that Acrobat, iText 5 and PDFBox draw: a frame that holds layers, some of them empty. */
const layered = (widget: Objects, look: number): Objects => ({
  ...widget,
  [look]: streamText('/FRM Do', `${BOX} /Resources << /XObject << /FRM 173 0 R >> >>`),
  173: streamText('q /n0 Do Q q /n2 Do Q', `${BOX} /Resources << /XObject << /n0 174 0 R /n2 175 0 R >> >>`),
  174: streamText('% DSBlank', BOX),
  175: streamText('0 0 1 RG 4 4 112 32 re S', BOX),
});

const added = withNewField(VISIBLE, PLACE);

/** What word processors and browsers put into one object for all pages, and what tools that sign make of it. */
const SHARED = '<< /Font << /F1 6 0 R >> /ProcSet [/PDF /Text] >>';
const twoPages = (change: Objects = {}): Buffer =>
  preparedLetter({
    2: '<< /Type /Pages /Kids [3 0 R 30 0 R] /Count 2 >>',
    3: `${PAGE.replace('<< /Font << /F1 6 0 R >> >>', '32 0 R')} ${ANNOTATIONS}] >>`,
    30: `${PAGE.replace('<< /Font << /F1 6 0 R >> >>', '32 0 R').replace('5 0 R', '31 0 R')} >>`,
    31: streamText('BT /F1 13 Tf 85 600 Td (trang hai) Tj ET'),
    32: SHARED,
    ...change,
  });
const form = (fields: string, resources = '<< /Font << /F1 6 0 R >> >>', more = ''): string =>
  `<< ${FIELDS} ${fields}] /SigFlags 3 /DR ${resources} ${more} >>`;
const pageWith = (more: string): string =>
  `${PAGE.replace('<< /Font << /F1 6 0 R >> >>', '32 0 R')} ${ANNOTATIONS} ${more}] >>`;

const containers: readonly GoodRow[] = [
  ['pages that share their resources', () => sealed(signed(twoPages()))],
  [
    'pages that share their resources, and a second signature on one of them',
    () => signedAgain(signed(twoPages()), { ...added, 3: pageWith('71 0 R') }),
  ],
  [
    'the form shares the resources of the pages and leaves them alone',
    () => sealed(signed(twoPages({ 4: form('', '32 0 R') }))),
  ],
  [
    'the form shares a font of the pages and gets one more of its own',
    () =>
      sealed(signed(twoPages()), {
        objects: {
          4: form('', '<< /Font << /F1 6 0 R /Helv 97 0 R >> >>'),
          97: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
        },
      }),
  ],
  [
    'the fonts of the form are an object and get one more',
    () =>
      sealed(signed(preparedLetter({ 4: form('', '33 0 R'), 33: '<< /Font 34 0 R >>', 34: '<< /F1 6 0 R >>' })), {
        objects: {
          4: form('', '33 0 R', '/DA (/F1 0 Tf 0 g)'),
          34: '<< /F1 6 0 R /Helv 97 0 R >>',
          33: '<< /Font 34 0 R /ProcSet [/PDF] >>',
          97: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
        },
      }),
  ],
  [
    'the pictures of signatures stand in the resources of the form',
    () =>
      signedAgain(signed(), { ...added, 4: form('71 0 R', '<< /Font << /F1 6 0 R >> /XObject << /FRM 72 0 R >> >>') }),
  ],
  [
    'one list is the fields of the form and the annotations of the page',
    () =>
      sealed(
        signed(
          preparedLetter({
            3: `${PAGE} /Annots 33 0 R >>`,
            4: `<< /Fields 33 0 R ${FORM_REST} >>`,
            33: '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R]',
          }),
        ),
      ),
  ],
  [
    'one list is both, and gets a new field',
    () =>
      signedAgain(
        signed(
          preparedLetter({
            3: `${PAGE} /Annots 33 0 R >>`,
            4: `<< /Fields 33 0 R ${FORM_REST} >>`,
            33: '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R]',
          }),
        ),
        { 33: '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 71 0 R]', 71: added[71]!, 72: EMPTY_APPEARANCE },
      ),
  ],
  [
    'the looks of a field are an object and are drawn anew in their place',
    () => {
      const seal = (more: string): string => sealField(`/AP 33 0 R ${more}`);
      const prepared = preparedLetter({ 11: seal(''), 33: '<< /N 34 0 R >>', 34: streamText('', BOX) });
      return sealed(signed(prepared), {
        objects: { 11: seal('/V 60 0 R'), 34: streamText('1 0 0 RG 9 9 80 20 re S', BOX) },
      });
    },
  ],
  [
    'the empty look of a field is drawn anew in its place',
    () => {
      const number = (more: string): string => entryField('so', `/AP << /N 33 0 R >> ${more}`);
      const prepared = preparedLetter({ 7: number(''), 33: streamText('', '/Subtype /Form /BBox [0 0 40 16]') });
      return sealed(signed(prepared), { objects: { 7: number('/Ff 1 /V (513)'), 33: filledEntry()[61]! } });
    },
  ],
  [
    'fields that share one empty look get looks of their own',
    () => {
      const empty = '/AP << /N 33 0 R >>';
      const prepared = preparedLetter({
        7: entryField('so', empty),
        8: entryField('ngay', empty),
        9: entryField('thang', empty),
        11: sealField(empty),
        33: streamText('', BOX),
      });
      return sealed(signed(prepared));
    },
  ],
  [
    'a page that is reached from the outline, an action and the structure',
    () =>
      signedAgain(
        signed(
          preparedLetter({
            1: `${CATALOG} /OpenAction [3 0 R /Fit] /Outlines 33 0 R >>`,
            33: '<< /Type /Outlines /First 34 0 R /Last 34 0 R /Count 1 >>',
            34: '<< /Title (Cong van) /Parent 33 0 R /Dest [3 0 R /Fit] >>',
          }),
        ),
        { ...added, 1: `${CATALOG} /OpenAction [3 0 R /Fit] /Outlines 33 0 R >>` },
      ),
  ],
  [
    'fields that an action names',
    () =>
      sealed(
        signed(
          preparedLetter({
            3: `${PAGE} ${ANNOTATIONS} 33 0 R] >>`,
            33: '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /ResetForm /Fields [7 0 R] >> >>',
          }),
        ),
      ),
  ],
  [
    'fields in the order of calculation',
    () => sealed(signed(preparedLetter({ 4: `<< ${FIELDS}] ${FORM_REST} /CO [7 0 R 8 0 R] >>` })), { objects: {} }),
  ],
];

const writers: readonly GoodRow[] = [
  ['Acrobat: a look of layers in a new field', () => signedAgain(signed(), layered(added, 72))],
  [
    'PDFBox: a look of layers in the prepared field',
    () => sealed(signed(), { objects: layered({ 11: sealField('/V 60 0 R /AP << /N 64 0 R >>') }, 64) }),
  ],
  [
    'PDFBox: catalog, form and page written again with the signature',
    () =>
      signedAgain(signed(), {
        ...added,
        1: `${CATALOG} >>`,
        2: letterObjects()[2]!,
        12: '<< /Producer (PDFBox) /Title (Cong van) /ModDate (D:20260318) >>',
      }),
  ],
  [
    'LibreOffice: the form written into the catalog, with the list of the page an object',
    () => {
      const fields = (more: string): string =>
        `<< /Type /Catalog /Pages 2 0 R /AcroForm << ${FIELDS} ${more}] ${FORM_REST} >> >>`;
      const prepared = preparedLetter({
        1: fields(''),
        4: 'null',
        3: `${PAGE} /Annots 33 0 R >>`,
        33: '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R]',
      });
      return signedAgain(signed(prepared), {
        1: fields('71 0 R'),
        33: '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 71 0 R]',
        71: added[71]!,
        72: EMPTY_APPEARANCE,
      });
    },
  ],
  [
    'pdf-lib: all objects packed, and the saves with streams',
    () => {
      const save = { asStream: true, packed: [3, 4] };
      return signedAgain(
        signed(preparedLetter({}, { asStream: true, packed: [1, 2, 3, 4, 6, 7, 8, 9, 10, 11] }), {
          save: { asStream: true },
        }),
        added,
        { save },
      );
    },
  ],
  [
    'Word: tagged, with a description, signed and sealed',
    () =>
      sealed(
        signed(
          preparedLetter({
            1: `${CATALOG} /StructTreeRoot 33 0 R /MarkInfo << /Marked true >> /Lang (vi-VN) /ViewerPreferences << /DisplayDocTitle true >> >>`,
            33: '<< /Type /StructTreeRoot /K 34 0 R /ParentTree 35 0 R >>',
            34: '<< /S /Document /P 33 0 R /K [36 0 R] >>',
            35: '<< /Nums [0 [36 0 R]] >>',
            36: '<< /S /P /P 34 0 R /Pg 3 0 R /K [0 << /Type /OBJR /Obj 11 0 R >>] >>',
          }),
        ),
      ),
  ],
  [
    'a signature that certifies for filling, then the seal in its prepared field',
    () => sealed(signed(undefined, { entries: certification(2) })),
  ],
  [
    'a signature that certifies for notes, then a timestamp and evidence',
    () => withSecurityStore(withDocumentTimestamp(signed(undefined, { entries: certification(3) })), []),
  ],
  [
    'two documents timestamps, one after the other',
    () =>
      withDocumentTimestamp(withDocumentTimestamp(sealed()), undefined, {
        object: 92,
        objects: {
          4: `<< ${FIELDS} 91 0 R 93 0 R] ${FORM_REST} >>`,
          93: newField('Timestamp2', '0 0 0 0', '/V 92 0 R'),
        },
      }),
  ],
  [
    'a first signature in a file without a form, then a second on another page',
    () => {
      const bare = newPdf({
        ...letterObjects(),
        1: '<< /Type /Catalog /Pages 2 0 R >>',
        2: '<< /Type /Pages /Kids [3 0 R 30 0 R] /Count 2 >>',
        3: `${PAGE} >>`,
        4: 'null',
        10: 'null',
        30: `${PAGE.replace('5 0 R', '31 0 R')} >>`,
        31: streamText('BT ET'),
      });
      const once = signed(bare, {
        objects: {
          1: `${CATALOG} >>`,
          3: `${PAGE} /Annots [10 0 R] >>`,
          4: '<< /Fields [10 0 R] /SigFlags 3 >>',
          10: leaderField('/V 50 0 R /AP << /N 51 0 R >>'),
        },
      });
      return signedAgain(once, {
        4: '<< /Fields [10 0 R 71 0 R] /SigFlags 3 >>',
        30: `${PAGE.replace('5 0 R', '31 0 R')} /Annots [71 0 R] >>`,
        71: newField('Them', PLACE, VISIBLE),
        72: EMPTY_APPEARANCE,
      });
    },
  ],
];

/** Saves as other writers make them, in which nothing that was signed is another. */
export const FOREIGN_SHAPES = goodFiles([...containers, ...writers]);
