import { openTestAuthority, type TestAuthority } from '../../../../test/support/test-authority/authority.js';
import {
  certification,
  entryField,
  FIELD,
  filledEntry,
  leaderField,
  letterObjects,
  PAGE,
  preparedLetter,
  sealAsAgency,
  sealField,
  signAsLeader,
} from '../../../../test/support/test-authority/letter.js';
import { type Objects, save, streamText } from '../../../../test/support/test-authority/pdf-writer.js';
import { cmsContents, signSave } from '../../../../test/support/test-authority/signing.js';
import { type Verification, verifyPdf } from './verify-pdf.js';

let house: TestAuthority;
beforeAll(() => {
  house = openTestAuthority();
});

const judge = (pdf: Buffer): Verification =>
  verifyPdf(pdf, { anchors: [house.root.der], crls: [], now: new Date('2026-06-01T00:00:00Z') });
const codes = ({ reasons }: Verification): string[] =>
  reasons.map(({ code }) => code).filter((code) => code !== 'revocation-not-declared');

const signed = (prepared = preparedLetter(), entries = ''): Buffer =>
  signAsLeader(prepared, { signer: house.leader, chain: [house.sub], entries });
const sealed = (change: Objects = {}, entries?: string): Buffer =>
  sealAsAgency(signed(), {
    signer: house.agency,
    chain: [house.sub],
    objects: change,
    ...(entries === undefined ? {} : { entries }),
  });
const signedAgain = (pdf: Buffer, objects: Objects): Buffer =>
  signSave(pdf, { object: 70, objects, contents: cmsContents({ signer: house.agency, chain: [house.sub] }) });

const letter = letterObjects();
const ANNOTATIONS = '/Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R';
const note = '<< /Type /Annot /Subtype /FreeText /Rect [80 590 300 620] /Contents (25/4/2026) /DA (/F1 13 Tf) >>';
const newField = (name: string, place: string, more = ''): string =>
  `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${name}) /Rect [${place}] /F 132 /P 3 0 R ${more} >>`;
const FIELDS = '/Fields [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R';

type Row = readonly [rule: string, code: string, make: () => Buffer];

describe('fields after signing', () => {
  const rows: readonly Row[] = [
    ['number and date are filled unsigned', 'fill-not-signed', () => save(signed(), filledEntry())],
    ['filled and signed, but not locked', 'fill-not-locked', () => sealed({}, '')],
    [
      'filled and signed, another field locked',
      'fill-not-locked',
      () =>
        sealed(
          {},
          '/Reference [<< /TransformMethod /FieldMDP /TransformParams << /Action /Include /Fields [(so)] >> >>]',
        ),
    ],
    ['filled again after the seal', 'field-changed', () => save(sealed(), { 7: filledEntry('9999')[7]! })],
    ['filled again in place of its look', 'object-changed', () => save(sealed(), { 61: filledEntry('9999')[61]! })],
    [
      'filled again under one more signature',
      'field-changed',
      () =>
        signedAgain(sealed(), {
          7: filledEntry('9999')[7]!,
          4: `<< ${FIELDS} 71 0 R] >>`,
          71: newField('Them', '0 0 0 0', '/V 70 0 R'),
        }),
    ],
    [
      'the place of a field is moved',
      'field-changed',
      () => sealed({ 7: filledEntry()[7]!.replace('80 740', '80 600') }),
    ],
    ['a field is renamed', 'field-removed', () => sealed({ 7: filledEntry()[7]!.replace('(so)', '(sox)') })],
    [
      'a field is taken out of the form',
      'signature-stray',
      () => save(signed(), { 4: '<< /Fields [7 0 R 8 0 R 9 0 R 11 0 R] /SigFlags 3 >>' }),
    ],
    [
      'the signature is put into another field',
      'signature-value-shared',
      () => save(signed(), { [FIELD.seal]: sealField('/V 50 0 R') }),
    ],
    [
      'the signature is taken out of its field',
      'signature-stray',
      () => save(signed(), { [FIELD.leader]: leaderField() }),
    ],
    ['the signature object is freed', 'signature-value-missing', () => save(signed(), {}, { freed: [50] })],
    [
      'the look of the signature is replaced',
      'object-changed',
      () => save(signed(), { 51: streamText('', '/Subtype /Form /BBox [0 0 9 9]') }),
    ],
    [
      'a text field is added',
      'field-added',
      () =>
        signedAgain(signed(), {
          4: `<< ${FIELDS} 72 0 R 71 0 R] >>`,
          71: newField('Them', '0 0 0 0', '/V 70 0 R'),
          72: entryField('so').replace('(so)', '(moi)'),
        }),
    ],
    [
      'viewers are told to draw fields anew',
      'form-changed',
      () =>
        sealed({
          4: '<< /Fields [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R] /SigFlags 3 /NeedAppearances true /DR << /Font << /F1 6 0 R >> >> >>',
        }),
    ],
    [
      'the font of fields is replaced',
      'form-changed',
      () =>
        sealed({
          4: '<< /Fields [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R] /SigFlags 3 /DR << /Font << /F1 90 0 R >> >> >>',
          90: letter[6]!,
        }),
    ],
    [
      'an XFA form is added',
      'form-changed',
      () =>
        sealed({
          4: '<< /Fields [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R] /SigFlags 3 /DR << /Font << /F1 6 0 R >> >> /XFA 90 0 R >>',
          90: streamText(''),
        }),
    ],
  ];
  it.each(rows)('%s', (_rule, code, make) => {
    const result = judge(make());
    expect(result.accept).toBe(false);
    expect(codes(result)).toContain(code);
  });
});

describe('annotations and certification', () => {
  const withField = (more: string, place = '80 590 300 620'): Objects => ({
    3: `${PAGE} ${ANNOTATIONS} 71 0 R] >>`,
    4: `<< ${FIELDS} 71 0 R] /SigFlags 3 /DR << /Font << /F1 6 0 R >> >> >>`,
    71: newField('Them', place, more),
    72: streamText('', '/Subtype /Form /BBox [0 0 9 9]'),
  });
  const rows: readonly Row[] = [
    ['a note is added', 'annotation-added', () => save(signed(), { 3: `${PAGE} ${ANNOTATIONS} 90 0 R] >>`, 90: note })],
    [
      'a note is added under a signature',
      'annotation-added',
      () => sealed({ 3: `${PAGE} ${ANNOTATIONS} 90 0 R] >>`, 90: note }),
    ],
    [
      'a widget is taken off the page',
      'annotation-added',
      () => save(signed(), { 3: `${PAGE} /Annots [7 0 R 8 0 R 9 0 R 11 0 R] >>` }),
    ],
    [
      'a note is added to a certified letter (EAA, P=2)',
      'annotation-added',
      () => save(signed(undefined, certification(2)), { 3: `${PAGE} ${ANNOTATIONS} 90 0 R] >>`, 90: note }),
    ],
    [
      'a note is added to a certified letter (EAA, P=3)',
      'annotation-added',
      () => save(signed(undefined, certification(3)), { 3: `${PAGE} ${ANNOTATIONS} 90 0 R] >>`, 90: note }),
    ],
    [
      'a visible signature on a certified letter (SSA, P=2)',
      'certified-no-changes',
      () => signedAgain(signed(undefined, certification(2)), withField('/V 70 0 R /AP << /N 72 0 R >>')),
    ],
    [
      'a visible signature on a certified letter (SSA, P=3)',
      'certified-no-changes',
      () => signedAgain(signed(undefined, certification(3)), withField('/V 70 0 R /AP << /N 72 0 R >>')),
    ],
    [
      'an empty field with a look of its own (SSA)',
      'signature-overlay',
      () => save(signed(), withField('/AP << /N 72 0 R >>')),
    ],
    [
      'a signature over half the page',
      'signature-overlay',
      () => signedAgain(signed(), withField('/V 70 0 R /AP << /N 72 0 R >>', '0 0 595 842')),
    ],
    [
      'a signature over signed text',
      'signature-overlay',
      () => signedAgain(signed(), withField('/V 70 0 R /AP << /N 72 0 R >>')),
    ],
    [
      'a signature field with an action',
      'signature-overlay',
      () => signedAgain(signed(), withField('/V 70 0 R /A << /S /URI /URI (x) >>', '0 0 0 0')),
    ],
    [
      'certified without changes, then sealed',
      'certified-no-changes',
      () => sealAsAgency(signed(undefined, certification(1)), { signer: house.agency, chain: [house.sub] }),
    ],
    [
      'all fields locked by the leader, then filled',
      'field-locked',
      () =>
        sealAsAgency(
          signed(undefined, '/Reference [<< /TransformMethod /FieldMDP /TransformParams << /Action /All >> >>]'),
          { signer: house.agency, chain: [house.sub] },
        ),
    ],
    [
      'all but the seal locked by the leader, then filled',
      'field-locked',
      () =>
        sealAsAgency(
          signed(
            undefined,
            '/Reference [<< /TransformMethod /FieldMDP /TransformParams << /Action /Exclude /Fields [(DauCoQuan)] >> >>]',
          ),
          { signer: house.agency, chain: [house.sub] },
        ),
    ],
    [
      'the seal field locked by name, then signed',
      'field-locked',
      () =>
        sealAsAgency(
          signed(
            undefined,
            '/Reference [<< /TransformMethod /FieldMDP /TransformParams << /Action /Include /Fields [(DauCoQuan)] >> >>]',
          ),
          { signer: house.agency, chain: [house.sub] },
        ),
    ],
    [
      'evidence with a stranger among it',
      'security-store-malformed',
      () =>
        save(signed(), { 1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /DSS << /Certs [] /Other 5 0 R >> >>' }),
    ],
    [
      'a field is filled beside evidence',
      'fill-not-signed',
      () =>
        save(signed(), {
          1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /DSS << /Certs [] >> >>',
          ...filledEntry(),
        }),
    ],
  ];
  it.each(rows)('%s', (_rule, code, make) => {
    const result = judge(make());
    expect(result.accept).toBe(false);
    expect(codes(result)).toContain(code);
  });
});
