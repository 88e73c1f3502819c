import {
  EMPTY_LOOK,
  house,
  NOW,
  signed,
  signedAgain,
  withNewField,
} from '../../../../test/support/signed-files/signing-house.js';
import type { FileSignature } from '../../../documents/domain/file-signature.js';
import { isBroken, noteOf } from './signature-note.js';
import { verifyPdf } from './verify-pdf.js';

const VISIBLE = '/V 70 0 R /AP << /N 72 0 R >>';

const note = (pdf: Buffer): FileSignature =>
  noteOf(verifyPdf(pdf, { anchors: [house.root.der], crls: [], now: NOW }), pdf);

describe('what is noted of a signed file that comes in', () => {
  const overWords = (): Buffer => signedAgain(signed(), { ...withNewField(VISIBLE), 72: EMPTY_LOOK });

  it('is no broken signature where a later one stands over words: a person has to look', () => {
    const found = note(overWords());
    expect(found).toMatchObject({ verdict: 'changedAfterSigning', onlyOverlay: true });
    expect([isBroken(found), found.reasons]).toEqual([false, ['Trường chữ ký thêm sau che nội dung đã ký.']]);
  });

  it('is a broken one where more stands against it', () => {
    const found = note(Buffer.concat([overWords(), Buffer.from('x')]));
    expect([isBroken(found), found.onlyOverlay]).toEqual([true, undefined]);
  });
});
