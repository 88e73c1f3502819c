import type { CivilDate } from '../../../src/kernel/civil-date.js';
import type { Page, More, FileRef, FileContent } from './contract-parts.js';

export type SignatureStatus =
  | 'received'
  | 'inProgress'
  | 'returned'
  | 'rejected'
  | 'signed'
  | 'numbered'
  | 'sealed'
  | 'published'
  | 'cancelled'
  | 'failed';

export interface Signer {
  readonly order: number;
  readonly userCode: string;
  readonly displayName?: string;
  readonly action: 'initial' | 'sign' | 'seal' | 'number' | 'publish';
  /** Files that this signer acts on; none named = all. */
  readonly fileId: readonly string[];
  readonly dueAt?: Date;
}

export interface SignatureStep {
  readonly order: number;
  readonly userCode: string;
  readonly status: string;
  readonly at?: Date;
  readonly comment?: string;
}

export interface SignatureState {
  readonly signatureRequestId: string;
  readonly clientRequestId: string;
  /** Grows with every change of the request. */
  readonly revision: number;
  readonly status: SignatureStatus;
  readonly changedAt: Date;
  readonly comment?: string;
  readonly lastActor?: string;
  readonly documentNumber?: string;
  readonly documentNotation?: string;
  readonly issuedDate?: CivilDate;
  readonly step: readonly SignatureStep[];
  readonly signedFile: readonly FileRef[];
}

export interface SubmitForSignatureRequest {
  readonly clientRequestId: string;
  readonly documentTypeCode: string;
  readonly subject: string;
  readonly notation?: string;
  /** 0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc, 4 hỏa tốc hẹn giờ. */
  readonly priority: number;
  readonly replyToIncomingId?: string;
  readonly preparedBy: string;
  readonly dueAt?: Date;
  readonly signer: readonly Signer[];
  readonly recipient: readonly string[];
  /** Only when number and date were reserved before signing and are already printed in the file. */
  readonly documentNumber?: string;
  readonly issuedDate?: CivilDate;
  readonly file: readonly FileContent[];
}

export interface SubmitForSignatureResponse {
  readonly signatureRequestId: string;
  readonly status: SignatureStatus;
  readonly duplicate: boolean;
}

export type GetSignatureStatesRequest =
  | {
      readonly signatureRequestId: readonly string[];
      readonly clientRequestId?: undefined;
      readonly changedSince?: undefined;
    }
  | {
      readonly signatureRequestId?: undefined;
      readonly clientRequestId: readonly string[];
      readonly changedSince?: undefined;
    }
  | { readonly signatureRequestId?: undefined; readonly clientRequestId?: undefined; readonly changedSince: Page };

export interface GetSignatureStatesResponse extends More {
  readonly state: readonly SignatureState[];
}

export interface GetSignedFileRequest {
  readonly signatureRequestId: string;
  readonly fileId: string;
  /** Without either, the whole file is meant. */
  readonly offset?: number;
  readonly length?: number;
}

export interface GetSignedFileResponse {
  /** `size` and `sha256` are of the whole, whatever part of it `content` is. */
  readonly file: FileContent;
  /** Where `content` begins; there exactly when a part was asked for. An e-office that knows no ranges gives the whole without it. */
  readonly offset?: number;
}

export interface ApplySealRequest {
  readonly clientRequestId: string;
  readonly signatureRequestId: string;
  readonly fileId: string;
  /** Of the leader-signed file that is to be sealed. */
  readonly sha256: string;
  readonly documentNumber?: string;
  readonly documentNotation?: string;
  readonly issuedDate?: CivilDate;
}

/** A file that the agency alone signs: a certified copy, or an annex in a file of its own. */
export interface SealFileRequest {
  readonly clientRequestId: string;
  /** Stands at the top right of page 1, before the time of signing. */
  readonly text: string;
  readonly file: FileContent;
}
