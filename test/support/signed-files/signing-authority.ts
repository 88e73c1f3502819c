import { openTestAuthority } from '../test-authority/authority.js';
import {
  authorityExtension,
  crlAt,
  type Holder,
  issue,
  keyUsage,
  nameOf,
  revocationList,
} from '../test-authority/certificates.js';
import { type CmsWish, timestampToken } from '../test-authority/cms.js';
import {
  certification,
  letterObjects,
  type LetterSigning,
  PAGE,
  preparedLetter,
  sealAsAgency,
  SEALED_AT,
  signAsLeader,
} from '../test-authority/letter.js';
import { flateText, type Objects, save, type SaveWish, streamText } from '../test-authority/pdf-writer.js';
import { cmsContents, signSave, type SignWish } from '../test-authority/signing.js';

/** The authority of the whole catalogue: one root to trust and two lists of revocations judge every file. */
export const testAuthority = openTestAuthority();
export const NOW = new Date('2026-06-01T00:00:00Z');

const LISTED_UNTIL = new Date('2029-12-31T00:00:00Z');

export const revokedBefore = testAuthority.signer({
  extensions: [keyUsage('digitalSignature'), crlAt('http://ca.example/sub.crl')],
});
export const revokedLater = testAuthority.signer({
  extensions: [keyUsage('digitalSignature'), crlAt('http://ca.example/sub.crl')],
});
export const listed = testAuthority.signer({
  extensions: [keyUsage('digitalSignature'), crlAt('http://ca.example/sub.crl')],
});
export const revokedAuthority = issue({
  name: nameOf('Cấp dưới bị thu hồi'),
  issuer: testAuthority.root,
  extensions: [authorityExtension(0), keyUsage('keyCertSign', 'cRLSign')],
});

export const REVOCATION_LISTS: readonly Buffer[] = [
  revocationList(testAuthority.sub, {
    nextUpdate: LISTED_UNTIL,
    revoked: [
      { serial: revokedBefore.serial, at: new Date('2026-02-01T00:00:00Z') },
      { serial: revokedLater.serial, at: new Date('2026-04-01T00:00:00Z') },
    ],
  }),
  revocationList(testAuthority.root, {
    nextUpdate: LISTED_UNTIL,
    revoked: [{ serial: revokedAuthority.serial, at: new Date('2026-02-01T00:00:00Z') }],
  }),
];

export const letter = letterObjects();
export const ANNOTATIONS = '/Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R';
export const FIELDS = '/Fields [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R';
export const FORM_REST = '/SigFlags 3 /DR << /Font << /F1 6 0 R >> >>';
export const CATALOG = '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R';
export const OTHER_TEXT = streamText('BT /F1 13 Tf 85 600 Td (to chuc thi lai truoc ngay 25/4/2026) Tj ET');
export const EMPTY_APPEARANCE = streamText('', '/Subtype /Form /BBox [0 0 9 9]');

type Signing = Partial<LetterSigning>;

/** The leader's signature, in the field that was prepared for it. */
export function signed(prepared = preparedLetter(), wish: Signing = {}): Buffer {
  return signAsLeader(prepared, { signer: testAuthority.leader, chain: [testAuthority.sub], ...wish });
}

export const signedBy = (
  signer: Holder,
  cms: Partial<CmsWish> = {},
  chain: readonly Holder[] = [testAuthority.sub],
): Buffer => signed(undefined, { signer, chain, cms });

export const certified = (level: number, prepared = preparedLetter()): Buffer =>
  signed(prepared, { entries: certification(level) });

/** Number, date and the agency's seal after the leader, in one save that locks them. */
export function sealed(pdf = signed(), wish: Signing = {}): Buffer {
  return sealAsAgency(pdf, { signer: testAuthority.agency, chain: [testAuthority.sub], ...wish });
}

/** One more save that signs, with the objects that are given. */
export function signedAgain(pdf: Buffer, objects: Objects, wish: Partial<SignWish> = {}): Buffer {
  return signSave(pdf, {
    object: 70,
    at: SEALED_AT,
    objects,
    contents: cmsContents({ signer: testAuthority.agency, chain: [testAuthority.sub] }),
    ...wish,
  });
}

export const newField = (name: string, place: string, more = ''): string =>
  `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${name}) /Rect [${place}] /F 132 /P 3 0 R ${more} >>`;

/** The objects that put one more signature field into the letter and on its page. */
export function withNewField(more: string, place = '80 590 300 620'): Objects {
  return {
    3: `${PAGE} ${ANNOTATIONS} 71 0 R] >>`,
    4: `<< ${FIELDS} 71 0 R] ${FORM_REST} >>`,
    71: newField('Them', place, more),
    72: EMPTY_APPEARANCE,
  };
}

/** A second signature in a new field that shows nothing. */
export function countersigned(pdf: Buffer, wish: Partial<SignWish> = {}): Buffer {
  return signedAgain(
    pdf,
    { 4: `<< ${FIELDS} 71 0 R] ${FORM_REST} >>`, 71: newField('Them', '0 0 0 0', '/V 70 0 R') },
    wish,
  );
}

/** Evidence for later, as signing tools append it. */
export function withSecurityStore(
  pdf: Buffer,
  streams: readonly Buffer[] = [testAuthority.sub.der],
  wish?: SaveWish,
): Buffer {
  const list = streams.map((_, at) => `${81 + at} 0 R`).join(' ');
  const objects = Object.fromEntries(streams.map((der, at) => [81 + at, flateText(der)]));
  return save(
    pdf,
    { 1: `${CATALOG} /DSS 80 0 R >>`, 80: `<< /Type /DSS /Certs [${list}] /CRLs [] /OCSPs [] >>`, ...objects },
    wish,
  );
}

export const stamped =
  (at: Date, more: Partial<Parameters<typeof timestampToken>[1]> = {}) =>
  (bytes: Buffer): Buffer =>
    timestampToken(bytes, { authority: testAuthority.stamper, chain: [testAuthority.sub], at, ...more });

/** A document timestamp in a field of its own that shows nothing. */
export function withDocumentTimestamp(pdf: Buffer, at = SEALED_AT, wish: Partial<SignWish> = {}): Buffer {
  return signSave(pdf, {
    object: 90,
    type: 'DocTimeStamp',
    subFilter: 'ETSI.RFC3161',
    objects: {
      3: `${PAGE} ${ANNOTATIONS} 91 0 R] >>`,
      4: `<< ${FIELDS} 91 0 R] ${FORM_REST} >>`,
      91: newField('Timestamp1', '0 0 0 0', '/V 90 0 R'),
    },
    contents: stamped(at),
    ...wish,
  });
}

/** A text in place of another's first place, filled up with blanks to its length. */
export function replaced(pdf: Buffer, from: string, to: string): Buffer {
  const text = pdf.toString('latin1');
  if (!text.includes(from)) throw new Error(`Nothing to replace: "${from}".`);
  return Buffer.from(
    text.replace(from, () => to.padEnd(from.length)),
    'latin1',
  );
}
