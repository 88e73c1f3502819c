import type { CivilDate } from '../../kernel/civil-date.js';

export interface SignatureSubmission {
  /** `SGDDT-{ticket}-{draft}-r{n}`; constant over retries, new for each revision of the draft. */
  readonly clientRequestId: string;
  readonly documentTypeCode: string;
  readonly subject: string;
  readonly notation: string;
  /** 0 thường … 4 hỏa tốc hẹn giờ. */
  readonly priority: number;
  /** The incoming document answered, as the e-office knows it. */
  readonly replyToIncomingId?: string;
  readonly preparedBy: string;
  readonly dueAt?: Date;
  /** In order; the last may be the agency seal. */
  readonly signers: readonly {
    readonly order: number;
    readonly userCode: string;
    readonly displayName: string;
    readonly action: 'initial' | 'sign' | 'seal';
  }[];
  readonly recipients: readonly string[];
  /** Order (b): number and date, which the file shows already. Left out in order (a). */
  readonly entry?: { readonly number: string; readonly issuedDate: CivilDate };
  readonly file: SubmittedFile;
}

export interface SubmittedFile {
  readonly fileId: string;
  readonly fileName: string;
  readonly content: Buffer;
}

export const SIGNATURE_STATUSES = [
  'received',
  'inProgress',
  'returned',
  'rejected',
  'signed',
  'numbered',
  'sealed',
  'published',
  'cancelled',
  'failed',
] as const;
export type RemoteSignatureStatus = (typeof SIGNATURE_STATUSES)[number];

export interface RemoteSignatureState {
  readonly signatureRequestId: string;
  readonly clientRequestId: string;
  /** Grows with every change; a state with a lower one than seen is ignored. */
  readonly revision: number;
  readonly status: RemoteSignatureStatus;
  readonly changedAt: Date;
  readonly comment?: string;
  readonly lastActor?: string;
  /** Its sha256 is empty where the e-office states none. */
  readonly signedFile?: { readonly fileId: string; readonly sha256: string };
  /** Number, notation and date under which the e-office has it; left out where it has none, or does not tell. */
  readonly entry?: { readonly number: string; readonly notation: string; readonly issuedDate: CivilDate | null };
  /** What became of each desk of the route that was submitted; left out where the e-office does not tell. */
  readonly steps?: readonly {
    readonly order: number;
    /** waiting · done · returned · cancelled; other words tell nothing. */
    readonly status: string;
    readonly at?: Date | undefined;
    readonly comment?: string | undefined;
  }[];
}

export interface SealOrder {
  readonly clientRequestId: string;
  readonly signatureRequestId: string;
  readonly fileId: string;
  /** sha256 of the leader-signed file that is to be sealed. */
  readonly sha256: string;
  /** Order (a): number, notation and date to fill in. Left out in order (b). */
  readonly entry?: EntryOfLetter;
}

/** A letter that the e-office's own book is to number, by either side's id. */
export type LetterToNumber = Pick<SealOrder, 'clientRequestId' | 'signatureRequestId'>;

/** As it stands in a register; the notation is empty where the e-office says none. */
export interface EntryOfLetter {
  readonly number: string;
  readonly notation: string;
  readonly issuedDate: CivilDate;
}

/** A file of ours that the agency alone signs: a certified copy, or an annex in a file of its own. */
export interface FileToSeal {
  readonly clientRequestId: string;
  /** What stands at the top right of page 1 before the time of signing. */
  readonly text: string;
  readonly fileName: string;
  readonly content: Buffer;
}

export const SIGNING_ABILITIES = [
  'submit',
  'states',
  'signedFile',
  'seal',
  'sealFile',
  'takeNumber',
  'cancel',
] as const;
export type SigningAbility = (typeof SIGNING_ABILITIES)[number];

/**
 * The e-office as the desk where leaders sign and the registry seals.
 *
 * Every method: @throws OutsideUnavailable try again later · @throws OutsideRefused never try again, tell a clerk; `not-offered` for what is not among
 * the abilities.
 */
export abstract class SigningDesk {
  /** What this e-office offers; the rest a person does there by hand. */
  abstract readonly abilities: ReadonlySet<SigningAbility>;
  /** Puts a letter before its leader. Safe to repeat with the same `clientRequestId`. */
  abstract submit(
    submission: SignatureSubmission,
  ): Promise<{ readonly signatureRequestId: string; readonly duplicate: boolean }>;
  /** Looks by our own ids, at most 100. */
  abstract states(clientRequestIds: readonly string[]): Promise<readonly RemoteSignatureState[]>;
  /** Every letter that the e-office has or had before its leaders; none where it does not tell. For finding numbers that were given before a restore. */
  allStates(): Promise<readonly RemoteSignatureState[]> {
    return Promise.resolve([]);
  }
  /** The file as it stands in the e-office, its stated sha256 already compared with the bytes. */
  abstract signedFile(signatureRequestId: string, fileId: string): Promise<Buffer>;
  /** Hands number and date over and asks for the agency's seal. Safe to repeat: same answer. */
  abstract applySeal(
    order: SealOrder,
  ): Promise<{ readonly status: RemoteSignatureStatus; readonly duplicate: boolean }>;
  /** Has a file signed by the agency with its text and the time, no image shown. @returns the signed file. Safe to repeat: same file. */
  abstract sealFile(file: FileToSeal): Promise<Buffer>;
  /** Has the e-office's own book number a letter that its leader has signed. Safe to repeat: same number. */
  abstract takeNumber(letter: LetterToNumber): Promise<EntryOfLetter>;
  abstract cancel(clientRequestId: string, reason: string): Promise<void>;
}
