import { PDFArray, PDFName } from '@cantoo/pdf-lib';
import type { PDFDict } from '@cantoo/pdf-lib';
import type { SigningIdentity } from '../authority/identity.js';
import { pictureIn, show } from './appearance.js';
import { handwriting } from './drawing/handwriting.js';
import { OutlinedText } from './drawing/outlined-text.js';
import { Increment } from './increment.js';

/** The field in which the leader signs. */
export const LEADER_FIELD = 'ChuKyLanhDao';

export interface LeaderSigning {
  readonly identity: SigningIdentity;
  /** A transparent PNG of the signature; without it one is drawn for the name. */
  readonly image?: Buffer;
  readonly at: Date;
}

/**
 * Puts the leader's signature into the letter, as one increment.
 *
 * @throws SigningRefused `field-missing` when the letter was not prepared, `already-signed`
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 điểm d (blue, on a transparent ground).
 */
export async function signAsLeader(pdf: Buffer, { identity, image, at }: LeaderSigning): Promise<Buffer> {
  const { increment, field } = await drawnSignature(pdf, identity.name, image);
  return increment.sign(field, { identity, at });
}

/** What a signature looks like in its place, not signed yet. @throws SigningRefused as `signAsLeader` does */
export async function drawnSignature(
  pdf: Buffer,
  name: string,
  image?: Buffer,
): Promise<{ readonly increment: Increment; readonly field: PDFDict }> {
  const increment = await Increment.open(pdf);
  const field = increment.emptySignature(LEADER_FIELD);
  const box = field.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
  const drawing = image
    ? await pictureIn(increment.document, image, box)
    : { operators: handwriting(await OutlinedText.load(), name, box), resources: {} };
  show(field, box, drawing);
  return { increment, field };
}
