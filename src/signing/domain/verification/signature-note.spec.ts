import { type Holder, issue, keyUsage, nameOf } from '../../../../test/support/test-authority/certificates.js';
import { FIELD, leaderField, preparedLetter } from '../../../../test/support/test-authority/letter.js';
import { save, streamText } from '../../../../test/support/test-authority/pdf-writer.js';
import { cmsContents, signSave } from '../../../../test/support/test-authority/signing.js';
import {
  certified,
  EMPTY_APPEARANCE,
  testAuthority,
  letter,
  NOW,
  replaced,
  REVOCATION_LISTS,
  revokedBefore,
  signed,
  signedAgain,
  signedBy,
  withNewField,
} from '../../../../test/support/signed-files/signing-authority.js';
import type { FileSignature } from '../../../documents/domain/file-signature.js';
import { isBroken, noteOf } from './signature-note.js';
import { verifyPdf } from './verify-pdf.js';

const VISIBLE = '/V 70 0 R /AP << /N 72 0 R >>';

const UNLISTED = Buffer.from(`5 0 obj\n${streamText('BT ET')}\nendobj\n%%EOF\n`);

const note = (pdf: Buffer): FileSignature =>
  noteOf(verifyPdf(pdf, { anchors: [testAuthority.root.der], crls: REVOCATION_LISTS, now: NOW }), pdf);

const ended = testAuthority.signer({ notAfter: new Date('2026-04-01T00:00:00Z') });
const ownIssuer = issue({ name: nameOf('Tự cấp'), extensions: [keyUsage('digitalSignature')] });
const undated = (signer: Holder): Buffer =>
  signSave(preparedLetter(), {
    objects: { [FIELD.leader]: leaderField('/V 50 0 R') },
    contents: cmsContents({ signer, chain: [testAuthority.sub] }),
  });

describe('what is noted of a signed file that comes in', () => {
  const overWords = (): Buffer => signedAgain(signed(), { ...withNewField(VISIBLE), 72: EMPTY_APPEARANCE });

  it('is no broken signature where a later one stands over words: a person has to look', () => {
    const found = note(overWords());
    expect(found).toMatchObject({ verdict: 'changedAfterSigning', onlyOverlay: true });
    expect([isBroken(found), found.reasons]).toEqual([false, ['Trường chữ ký thêm sau che nội dung đã ký.']]);
  });

  it.each<[string, boolean, () => Buffer]>([
    ['its text was exchanged', true, () => replaced(signed(), '25/3/2026', '25/4/2026')],
    ['another key signed', true, () => signedBy({ ...testAuthority.leader, key: testAuthority.agency.key })],
    ['its end is missing', true, () => signed().subarray(0, -600)],
    ['bytes hang behind it', true, () => Buffer.concat([signed(), Buffer.from('x')])],
    [
      'bytes with an end mark of their own hang behind it',
      true,
      () => Buffer.concat([signed(), Buffer.from('x\n%%EOF\n')]),
    ],
    ['another text and a second end hang behind it', true, () => Buffer.concat([signed(), UNLISTED])],
    ['the certificate was revoked before', true, () => signedBy(revokedBefore)],
    ['it is signed with SHA-1', true, () => signed(undefined, { cms: { digest: 'sha1' } })],
    ['the signer issued his own certificate', true, () => signedBy(ownIssuer, {}, [])],
    [
      'line ends and zeros hang behind it',
      false,
      () => Buffer.concat([signed(), Buffer.from('\r\n\n\0\0'.repeat(20))]),
    ],
    ['the certificate ended and nobody says when it was signed', false, () => undated(ended)],
    ['its kind of signature is not taken', false, () => signed(undefined, { subFilter: 'adbe.pkcs7.sha1' })],
    ['two signers stand in one signature', false, () => signed(undefined, { cms: { fault: 'twoSigners' } })],
    ['it names no certificate', false, () => signed(undefined, { cms: { ess: 'none' } })],
    ['an object was saved behind it', false, () => save(signed(), { 6: letter[6]! })],
    [
      'a signature lies in no field',
      false,
      () => preparedLetter({ 20: '<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>' }),
    ],
    ['its structure cannot be read', false, () => Buffer.from('%PDF-1.7 /ByteRange [0 1 2 3]')],
  ])('is proven or not when %s: %s', (_what, isProven, make) => {
    const found = note(make());
    expect(['invalid', 'changedAfterSigning']).toContain(found.verdict);
    expect([isBroken(found), found.forClerk === true]).toEqual([isProven, !isProven]);
  });

  it.each([2, 3])(
    'is no broken signature where a page certified with P=%i got a visible one in its empty part',
    (level) => {
      const found = note(signedAgain(certified(level), withNewField(VISIBLE, '80 300 200 340')));
      expect([found.verdict, isBroken(found), found.reasons]).toEqual([
        'changedAfterSigning',
        false,
        ['Chữ ký chứng nhận không cho phép thay đổi này. (thêm chữ ký hiện trên trang, không ở chỗ chừa sẵn)'],
      ]);
    },
  );

  it('is one for a clerk where a page certified with P=1 got a visible signature', () => {
    const found = note(signedAgain(certified(1), withNewField(VISIBLE, '80 300 200 340')));
    expect([isBroken(found), found.onlyOverlay, found.forClerk]).toEqual([false, undefined, true]);
  });

  it('is one for a clerk where the text of the certified page was exchanged besides', () => {
    const pdf = signedAgain(certified(3), {
      ...withNewField(VISIBLE, '80 300 200 340'),
      5: streamText('BT /F1 13 Tf 85 600 Td (truoc ngay 25/4/2026) Tj ET'),
    });
    const found = note(pdf);
    expect([found.verdict, isBroken(found), found.forClerk]).toEqual(['changedAfterSigning', false, true]);
  });

  it('is a broken one where more stands against it', () => {
    const found = note(Buffer.concat([overWords(), Buffer.from('x')]));
    expect([isBroken(found), found.onlyOverlay]).toEqual([true, undefined]);
  });
});
