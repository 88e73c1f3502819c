import type { CivilDate } from '../../../../src/kernel/civil-date.js';

/** Number and date that the registry writes into the prepared places of a letter. */
export interface RegisterEntry {
  readonly number: string;
  readonly issuedDate: CivilDate;
}

/** What puts real signatures into a PDF: apart from the desks, so that a rehearsal can hand them other pens. */
export interface Pens {
  /** @throws Error when the file has no place for the signature */
  signAsLeader(pdf: Buffer, userCode: string, at: Date): Promise<Buffer>;
  /** @param entry null in order (b), where number and date are already printed */
  sealAsAgency(pdf: Buffer, entry: RegisterEntry | null, at: Date): Promise<Buffer>;
}
