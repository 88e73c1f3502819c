import type { RegisterEntry } from '../signer/entry-text.js';

/** A letter under the pen. */
interface LetterInHand {
  readonly requestId: string;
  readonly pdf: Buffer;
  readonly at: Date;
}

export interface LetterToSign extends LetterInHand {
  readonly userCode: string;
}

export interface LetterToSeal extends LetterInHand {
  /** Number and date to fill in; null in order (b), where both are already printed. */
  readonly entry: RegisterEntry | null;
}

/** What puts real signatures into a PDF: apart from the desks, so that a rehearsal can hand them other pens. */
export interface Pens {
  /** @throws SigningRefused when the file has no place for the signature, or it is taken */
  signAsLeader(letter: LetterToSign): Promise<Buffer>;
  /** @throws SigningRefused when the file has no places for number, date or seal, or no leader has signed it */
  sealAsAgency(letter: LetterToSeal): Promise<Buffer>;
  /**
   * The agency's signature alone, on a copy or an annex.
   *
   * @throws SigningRefused when the file bears a signature already
   */
  sealFile(pdf: Buffer, text: string, at: Date): Promise<Buffer>;
}
