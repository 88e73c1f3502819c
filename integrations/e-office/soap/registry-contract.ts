import type { CivilDate } from '../../../src/kernel/civil-date.js';

/** Number and date that the e-office's own book gives a letter which all its signers have signed. */
export interface TakeNumberRequest {
  readonly clientRequestId: string;
  readonly signatureRequestId: string;
}

export interface TakeNumberResponse {
  readonly documentNumber: string;
  readonly documentNotation?: string;
  readonly issuedDate: CivilDate;
  readonly duplicate: boolean;
}

/** Takes a letter back from its signers. */
export interface CancelSignatureRequest {
  readonly clientRequestId: string;
  readonly signatureRequestId?: string;
  readonly reason: string;
}
