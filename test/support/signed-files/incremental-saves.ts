import { letterObjects, PAGE, preparedLetter, sealAsAgency } from '../test-authority/letter.js';
import { lastCrossReference, newPdf, save, streamText } from '../test-authority/pdf-writer.js';
import { badFiles, type BadRow } from './signed-file-case.js';
import {
  ANNOTATIONS,
  CATALOG,
  certified,
  countersigned,
  testAuthority,
  letter,
  OTHER_TEXT,
  sealed,
  signed,
  withSecurityStore,
} from './signing-authority.js';

const XMP = (title: string): string =>
  streamText(
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>${title}</dc:title></x:xmpmeta>`,
    '/Type /Metadata /Subtype /XML',
  );
const catalogs: readonly BadRow[] = [
  [
    'the catalog shows other pages',
    'changedAfterSigning',
    'catalog-changed',
    () =>
      save(signed(), {
        1: '<< /Type /Catalog /Pages 90 0 R /AcroForm 4 0 R >>',
        90: '<< /Type /Pages /Kids [91 0 R] /Count 1 >>',
        91: `${PAGE} >>`,
      }),
  ],
  [
    'two catalogs named',
    'invalid',
    'file-malformed',
    () => save(signed(), { 90: letter[1]! }, { trailer: '/Root 90 0 R' }),
  ],
  [
    'another catalog in place of the first',
    'changedAfterSigning',
    'catalog-changed',
    () => {
      const pdf = save(signed(), { 90: `${CATALOG} >>` });
      const at = pdf.lastIndexOf('/Root 1 0 R ');
      pdf.write('/Root 90 0 R', at, 'latin1');
      return pdf;
    },
  ],
  [
    'an open action',
    'changedAfterSigning',
    'catalog-changed',
    () => save(signed(), { 1: `${CATALOG} /OpenAction << /S /JavaScript /JS (x) >> >>` }),
  ],
  [
    'layers',
    'changedAfterSigning',
    'catalog-changed',
    () => save(signed(), { 1: `${CATALOG} /OCProperties << /OCGs [] /D << >> >> >>` }),
  ],
  ['names', 'changedAfterSigning', 'catalog-changed', () => save(signed(), { 1: `${CATALOG} /Names << >> >>` })],
  ['outlines', 'changedAfterSigning', 'catalog-changed', () => save(signed(), { 1: `${CATALOG} /Outlines << >> >>` })],
  [
    'a way of reading aloud',
    'changedAfterSigning',
    'catalog-changed',
    () => save(signed(), { 1: `${CATALOG} /StructTreeRoot << /Type /StructTreeRoot >> >>` }),
  ],
  [
    'how the file opens',
    'changedAfterSigning',
    'catalog-changed',
    () => save(signed(), { 1: `${CATALOG} /ViewerPreferences << /HideToolbar true >> >>` }),
  ],
  [
    'the form is taken out',
    'invalid',
    'signature-stray',
    () => save(signed(), { 1: '<< /Type /Catalog /Pages 2 0 R >>' }),
  ],
  [
    'the title of the document is changed',
    'changedAfterSigning',
    'document-information-changed',
    () => save(signed(), { 12: '<< /Producer (Test) /Title (Khac) >>' }),
  ],
  [
    'the author of the document is added',
    'changedAfterSigning',
    'document-information-changed',
    () => save(signed(), { 12: '<< /Producer (Test) /Title (Cong van) /Author (Ai do) >>' }),
  ],
  [
    'metadata that is no XMP',
    'changedAfterSigning',
    'metadata-changed',
    () => save(signed(), { 1: `${CATALOG} /Metadata 90 0 R >>`, 90: streamText('x') }),
  ],
  [
    'another title in the metadata',
    'changedAfterSigning',
    'metadata-changed',
    () =>
      save(signed(preparedLetter({ 1: `${CATALOG} /Metadata 20 0 R >>`, 20: XMP('Cong van') })), { 20: XMP('Khac') }),
  ],
];
const saves: readonly BadRow[] = [
  [
    'a save that does nothing',
    'changedAfterSigning',
    'increment-without-purpose',
    () => save(signed(), { 90: '<< >>' }),
  ],
  ['an empty save', 'changedAfterSigning', 'increment-without-purpose', () => save(signed(), {})],
  [
    'an empty save between two signatures',
    'changedAfterSigning',
    'increment-without-purpose',
    () => sealed(save(signed(), {})),
  ],
  [
    'a save that only notes its date',
    'changedAfterSigning',
    'increment-without-purpose',
    () => save(signed(), { 12: '<< /Producer (Test) /Title (Cong van) /ModDate (D:20260401) >>' }),
  ],
  ['an object is freed', 'changedAfterSigning', 'object-removed', () => save(signed(), {}, { freed: [5] })],
  [
    'an object is freed beside a seal',
    'changedAfterSigning',
    'object-removed',
    () => sealed(signed(), { save: { freed: [5] } }),
  ],
  [
    'text is appended behind the end',
    'changedAfterSigning',
    'bytes-after-end',
    () => Buffer.concat([signed(), Buffer.from('% more')]),
  ],
  [
    'an end of line is appended',
    'changedAfterSigning',
    'bytes-after-end',
    () => Buffer.concat([signed(), Buffer.from('\n')]),
  ],
  [
    'a second end is appended',
    'changedAfterSigning',
    'bytes-after-end',
    () => Buffer.concat([signed(), Buffer.from('%%EOF\n')]),
  ],
  [
    'a save without cross-reference',
    'changedAfterSigning',
    'bytes-after-end',
    () => Buffer.concat([signed(), Buffer.from(`5 0 obj\n${OTHER_TEXT}\nendobj\n%%EOF\n`)]),
  ],
  [
    'a save closed with the offset of the signed one',
    'changedAfterSigning',
    'bytes-after-end',
    () => {
      const pdf = signed();
      return Buffer.concat([
        pdf,
        Buffer.from(`5 0 obj\n${OTHER_TEXT}\nendobj\nstartxref\n${lastCrossReference(pdf)}\n%%EOF\n`),
      ]);
    },
  ],
  [
    'a trailer that hides what has a higher number',
    'changedAfterSigning',
    'increment-malformed',
    () => {
      const pdf = signed(
        preparedLetter({ 3: `${PAGE.replace('5 0 R', '[5 0 R 60 0 R]')} ${ANNOTATIONS}] >>`, 60: OTHER_TEXT }),
      );
      const text = withSecurityStore(pdf, []).toString('latin1');
      const at = text.lastIndexOf('/Size ');
      return Buffer.from(text.slice(0, at) + text.slice(at).replace(/\/Size \d+/u, '/Size 060'), 'latin1');
    },
  ],
  [
    'a whole new letter behind the signed one',
    'invalid',
    'signature-stray',
    () => {
      const pdf = signed();
      const other = newPdf({ ...letterObjects(), 5: OTHER_TEXT });
      const shift = pdf.length;
      const moved = other
        .toString('latin1')
        .replace(
          /^(\d{10}) (\d{5}) n/gmu,
          (_, at: string, generation: string) => `${String(Number(at) + shift).padStart(10, '0')} ${generation} n`,
        )
        .replace(/startxref\n(\d+)/u, (_, at: string) => `startxref\n${Number(at) + shift}`);
      return Buffer.concat([pdf, Buffer.from(moved, 'latin1')]);
    },
  ],
  [
    'a certified letter is overwritten',
    'changedAfterSigning',
    'object-changed',
    () => save(certified(2), { 5: OTHER_TEXT }),
  ],
  [
    'the letter is overwritten between signature and countersignature',
    'changedAfterSigning',
    'object-changed',
    () => countersigned(save(signed(), { 5: OTHER_TEXT })),
  ],
  [
    'objects of no cross-reference beside a seal',
    'changedAfterSigning',
    'increment-malformed',
    () =>
      sealAsAgency(signed(), {
        signer: testAuthority.agency,
        chain: [testAuthority.sub],
        save: { hidden: `5 0 obj\n${OTHER_TEXT}\nendobj\n` },
      }),
  ],
];
/** Incremental saving attacks on the structure of the file, and saves that are none. */
export const INCREMENTAL_SAVES = badFiles('isa', [...catalogs, ...saves]);
