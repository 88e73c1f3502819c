import { keyUsage, ocspAt, ocspResponse } from '../test-authority/certificates.js';
import {
  certification,
  entryField,
  leaderField,
  LOCK_ON_ENTRY,
  PAGE,
  preparedLetter,
  sealField,
  SIGNED_AT,
} from '../test-authority/letter.js';
import { flateText, save, streamText } from '../test-authority/pdf-writer.js';
import { type GoodRow, goodFiles } from './signed-file-case.js';
import {
  ANNOTATIONS,
  CATALOG,
  certified,
  countersigned,
  EMPTY_APPEARANCE,
  FIELDS,
  FORM_REST,
  testAuthority,
  newField,
  REVOCATION_LISTS,
  sealed,
  signed,
  signedAgain,
  signedBy,
  withDocumentTimestamp,
  withNewField,
  withSecurityStore,
} from './signing-authority.js';

const contentsInCapitals = (): Buffer => {
  const pdf = signed();
  const at = pdf.indexOf('/Contents <') + 11;
  pdf.write(pdf.toString('latin1', at, pdf.indexOf('>', at)).toUpperCase(), at, 'latin1');
  return pdf;
};

const dictionaries: readonly GoodRow[] = [
  ['the leader signed', () => signed()],
  ['leader, then number, date and seal in one locked save', () => sealed()],
  [
    'reason, place and name in the signature',
    () => signed(undefined, { entries: '/Reason (Ky duyet) /Location (Hai Phong) /Name (Khanh) /ContactInfo ()' }),
  ],
  [
    'what the signing program says of itself',
    () =>
      signed(undefined, {
        entries: '/Prop_Build << /App << /Name /Signer /REx (1.0) >> /Filter << /Name /Adobe.PPKLite >> >>',
      }),
  ],
  ['the contents in capital digits', contentsInCapitals],
  [
    'a signature reached through an object that only refers to it',
    () => signed(undefined, { objects: { 10: leaderField('/V 95 0 R /AP << /N 51 0 R >>'), 95: '50 0 R' } }),
  ],
  [
    'a look in two states',
    () =>
      signed(undefined, {
        objects: {
          10: leaderField('/V 50 0 R /AS /On /AP << /N << /On 51 0 R /Off 52 0 R >> >>'),
          52: EMPTY_APPEARANCE,
        },
      }),
  ],
  ['no look at all', () => signed(undefined, { objects: { 10: leaderField('/V 50 0 R') } })],
  [
    'an empty look from before',
    () =>
      sealed(
        signed(
          preparedLetter({
            11: sealField('/AP << /N 20 0 R >>'),
            20: streamText('% DSBlank', '/Subtype /Form /BBox [0 0 100 100]'),
          }),
        ),
      ),
  ],
  [
    'a seal field that shows where to seal, beside the text',
    () =>
      sealed(
        signed(
          preparedLetter({
            11: sealField('/AP << /N 20 0 R >>'),
            20: streamText('0.9 g 0 0 100 100 re f', '/Subtype /Form /BBox [0 0 100 100]'),
          }),
        ),
      ),
  ],
  [
    'the lock announced by the field',
    () => {
      const lock = '/Lock << /Type /SigFieldLock /Action /Include /Fields [(so) (ngay) (thang)] >>';
      return sealed(signed(preparedLetter({ 11: sealField(lock) })), {
        objects: { 11: sealField(`${lock} /V 60 0 R /AP << /N 64 0 R >>`) },
      });
    },
  ],
  [
    'a seal that locks all',
    () =>
      sealed(signed(), {
        entries: '/Reference [<< /TransformMethod /FieldMDP /TransformParams << /Action /All >> >>]',
      }),
  ],
  [
    'a seal that locks all but a field of its own',
    () =>
      sealed(signed(), {
        entries:
          '/Reference [<< /TransformMethod /FieldMDP /TransformParams << /Action /Exclude /Fields [(khac)] >> >>]',
      }),
  ],
  [
    'the number filled into the gap of a line of text',
    () => {
      const line = 'BT /F1 13 Tf 60 744 Td (So:                            /SGDDT-GDTrH) Tj ET';
      return sealed(signed(preparedLetter({ 5: streamText(line) })));
    },
  ],
  [
    'the number filled on a ground of its own, beside the text',
    () => {
      const look = streamText(
        '0.9 g 0 0 40 16 re f 0 g BT /F1 13 Tf 2 3 Td (513) Tj ET',
        '/Subtype /Form /BBox [0 0 40 16]',
      );
      return sealed(signed(), { objects: { 61: look } });
    },
  ],
  ['only the number filled', () => sealed(signed(), { objects: { 8: entryField('ngay'), 9: entryField('thang') } })],
  [
    'nothing filled under the seal',
    () =>
      sealed(signed(), {
        objects: { 7: entryField('so'), 8: entryField('ngay'), 9: entryField('thang') },
        entries: '',
      }),
  ],
  [
    'the leader locks a field that nobody touches',
    () =>
      sealed(
        signed(
          preparedLetter({
            4: `<< ${FIELDS} 20 0 R] ${FORM_REST} >>`,
            20: entryField('so', '/V (x)').replace('(so)', '(khac)'),
          }),
          {
            entries:
              '/Reference [<< /TransformMethod /FieldMDP /TransformParams << /Action /Include /Fields [(khac)] >> >>]',
          },
        ),
      ),
  ],
];

const tools = (objects: Record<number, string>): Buffer => sealed(signed(), { objects });
const noted: readonly GoodRow[] = [
  [
    'date and producer noted',
    () => tools({ 12: '<< /Producer (Test; signer) /Title (Cong van) /ModDate (D:20260318) >>' }),
  ],
  [
    'a higher version and extensions noted',
    () => tools({ 1: `${CATALOG} /Version /2.0 /Extensions << /ESIC << /BaseVersion /1.7 /ExtensionLevel 2 >> >> >>` }),
  ],
  ['the page written again as it was', () => tools({ 3: preparedPage() })],
  ['the flags of the form', () => tools({ 4: `<< ${FIELDS}] /SigFlags 1 /DR << /Font << /F1 6 0 R >> >> >>` })],
  [
    'a font for fields comes along',
    () =>
      tools({
        4: `<< ${FIELDS}] /SigFlags 3 /DA (/Helv 0 Tf 0 g) /DR << /Font << /F1 6 0 R /Helv 97 0 R >> >> >>`,
        97: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      }),
  ],
  [
    'drawing by value is given up while nothing is filled',
    () =>
      sealed(signed(preparedLetter({ 4: `<< ${FIELDS}] ${FORM_REST} /NeedAppearances true >>` })), {
        objects: { 4: `<< ${FIELDS}] ${FORM_REST} >>` },
      }),
  ],
  [
    'the date in the description',
    () => {
      const xmp = (date: string): string =>
        streamText(
          `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>Cong van</dc:title><xmp:ModifyDate>${date}</xmp:ModifyDate></x:xmpmeta>`,
          '/Type /Metadata /Subtype /XML',
        );
      return sealed(signed(preparedLetter({ 1: `${CATALOG} /Metadata 20 0 R >>`, 20: xmp('2026-03-17') })), {
        objects: { 20: xmp('2026-03-18') },
      });
    },
  ],
];

function preparedPage(): string {
  return /\n3 0 obj\n([\s\S]*?)\nendobj/u.exec(preparedLetter().toString('latin1'))![1]!;
}

const VISIBLE = '/V 70 0 R /AP << /N 72 0 R >>';
const vri = (pdf: Buffer): Buffer =>
  save(pdf, {
    1: `${CATALOG} /DSS 80 0 R >>`,
    80: `<< /Type /DSS /Certs 84 0 R /CRLs [82 0 R] /VRI << /${'A1'.repeat(20)} << /Cert [81 0 R] /CRL [82 0 R] /TU (D:20260318) >> >> >>`,
    81: flateText(testAuthority.sub.der),
    82: flateText(REVOCATION_LISTS[0]!),
    84: '[81 0 R]',
  });
const answered = (): Buffer => {
  const signer = testAuthority.signer({ extensions: [keyUsage('digitalSignature'), ocspAt('http://ca.example/ocsp')] });
  const answer = ocspResponse(signer, testAuthority.sub, {
    status: 'good',
    at: SIGNED_AT,
    until: new Date('2029-01-01T00:00:00Z'),
  });
  return save(signedBy(signer), { 1: `${CATALOG} /DSS << /OCSPs [81 0 R] >> >>`, 81: flateText(answer) });
};

const later: readonly GoodRow[] = [
  ['a second signature in a new field that shows nothing', () => countersigned(signed())],
  [
    'a second signature seen in an empty part of the page',
    () => signedAgain(signed(), withNewField(VISIBLE, '80 300 200 340')),
  ],
  [
    'a second signature seen on a page whose list holds a link itself, not by reference',
    () => {
      const link =
        '<< /Type /Annot /Subtype /Link /Rect [50 700 150 720] /A << /S /URI /URI (http://haiphong.gov.vn) >> >>';
      const objects = withNewField(VISIBLE, '80 300 200 340');
      const withLink = (page: string): string => page.replace('11 0 R', `11 0 R ${link}`);
      return signedAgain(signed(preparedLetter({ 3: withLink(`${PAGE} ${ANNOTATIONS}] >>`) })), {
        ...objects,
        3: withLink(objects[3]!),
      });
    },
  ],
  ['leader, seal and countersignature', () => countersigned(sealed())],
  [
    'an empty field added, then signed',
    () => {
      const added = save(signed(), { 4: `<< ${FIELDS} 71 0 R] ${FORM_REST} >>`, 71: newField('Them', '0 0 0 0') });
      return signedAgain(added, { 71: newField('Them', '0 0 0 0', '/V 70 0 R') });
    },
  ],
  ['a security store added', () => withSecurityStore(sealed(), [testAuthority.sub.der, testAuthority.root.der])],
  [
    'a security store added by a cross-reference stream',
    () => withSecurityStore(sealed(), [testAuthority.sub.der], { asStream: true, packed: [80] }),
  ],
  ['a security store for each signature', () => vri(sealed())],
  [
    'a security store before the seal',
    () =>
      sealed(withSecurityStore(signed()), { objects: { 7: entryField('so', '/Ff 1 /V (513) /AP << /N 61 0 R >>') } }),
  ],
  ['an answer about the certificate in the store', answered],
  ['a document timestamp', () => withDocumentTimestamp(sealed())],
  [
    'store and timestamp',
    () =>
      withDocumentTimestamp(vri(sealed()), undefined, {
        objects: { 4: `<< ${FIELDS} 91 0 R] ${FORM_REST} >>`, 91: newField('Timestamp1', '0 0 0 0', '/V 90 0 R') },
      }),
  ],
  [
    'signature, store, timestamp, store',
    () =>
      save(withDocumentTimestamp(withSecurityStore(signed(), [testAuthority.sub.der])), {
        80: '<< /Type /DSS /Certs [81 0 R 89 0 R] >>',
        89: flateText(testAuthority.root.der),
      }),
  ],
  ['certified so that nothing may change', () => certified(1)],
  ['certified for filling, then sealed', () => sealed(certified(2))],
  ['certified for notes, then sealed', () => sealed(certified(3))],
  [
    'certified as the catalog says, then sealed',
    () =>
      sealed(
        signed(undefined, { entries: certification(2), objects: { 1: `${CATALOG} /Perms << /DocMDP 50 0 R >> >>` } }),
      ),
  ],
  ['certified without changes, then a security store', () => withSecurityStore(certified(1))],
  ['certified without changes, then a timestamp', () => withDocumentTimestamp(certified(1))],
  ['certified for filling, then a signature that shows nothing', () => countersigned(certified(2))],
  [
    'certified by the seal',
    () =>
      sealed(signed(), {
        entries: LOCK_ON_ENTRY.replace('[<<', '[<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >> <<'),
      }),
  ],
];

/** Files that were signed and changed as the law and the standards allow. */
export const GOOD_SIGNINGS = goodFiles([...dictionaries, ...noted, ...later]);
