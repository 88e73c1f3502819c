import type { RegisterEntry } from '../signer/entry-text.js';

/** What puts real signatures into a PDF: apart from the desks, so that a rehearsal can hand them other pens. */
export interface Pens {
  /** @throws SigningRefused when the file has no place for the signature, or it is taken */
  signAsLeader(pdf: Buffer, userCode: string, at: Date): Promise<Buffer>;
  /**
   * @param entry number and date to fill in; null in order (b), where both are already printed
   * @throws SigningRefused when the file has no places for them or for the seal, or no leader has signed it
   */
  sealAsAgency(pdf: Buffer, entry: RegisterEntry | null, at: Date): Promise<Buffer>;
  /**
   * The agency's signature alone, on a copy or an annex.
   *
   * @throws SigningRefused when the file bears a signature already
   */
  sealFile(pdf: Buffer, text: string, at: Date): Promise<Buffer>;
}
