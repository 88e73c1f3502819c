import type { EntryOnPage } from '../../../agency-profile/domain/agency-profile.js';
import type { CivilDate } from '../../../kernel/civil-date.js';
import type { SignatureVerdict, Verification } from '../verification/verify-pdf.js';

export const PROOF_CODES = [
  'submittedFile',
  'coverage',
  'unchanged',
  'signer',
  'validity',
  'revocation',
  'algorithm',
  'register',
  'seal',
] as const;
export type ProofCode = (typeof PROOF_CODES)[number];

/** `notChecked`: not yet its turn; `unknown`: not enough evidence, which blocks like a failure until a leader decides. */
export type ProofResult = 'pass' | 'fail' | 'unknown' | 'notChecked';

/** One line of the proof, in words for clerks. */
export interface ProofLine {
  readonly code: ProofCode;
  readonly title: string;
  readonly result: ProofResult;
  readonly detail: string;
}

export interface RegisterExpectation {
  readonly number: string;
  readonly notation: string;
  readonly issuedDate: CivilDate;
  /** fields: filled in by the seal, which locks them · printed: in the page before the leader signed. */
  readonly stands: 'fields' | 'printed';
  /** What becomes of a file in which both were written into the page in place of the fields. */
  readonly onPage: EntryOnPage;
}

/** The signer's known certificates, by sha256 in lower-case hex; left out where none is known: code or name are compared then. */
interface KnownCertificates {
  readonly certificates?: readonly string[];
}

/** The leader who was asked. */
export interface LeaderExpectation extends KnownCertificates {
  readonly userCode?: string;
  readonly name: string;
  /** By the staff directory; a certificate may state another title. */
  readonly position?: string;
}

export interface AgencyExpectation extends KnownCertificates {
  readonly code: string;
  readonly name: string;
}

export interface LetterExpectation {
  readonly stage: 'leaderSigned' | 'sealed';
  readonly leader: LeaderExpectation;
  readonly agency: AgencyExpectation;
  /** When the leader was asked; left out, the time of the signature is compared with nothing. */
  readonly submittedAt?: Date;
  /** What our register gave the letter; compared once it is sealed, and from the leader's signature on where both were printed before it. */
  readonly register?: RegisterExpectation;
}

export interface LetterProof {
  readonly lines: readonly ProofLine[];
  /** Every line that was due passed, and the file as a whole is valid. */
  readonly passed: boolean;
}

/** The signature fields that a letter is prepared with. */
export const LEADER_FIELD = 'ChuKyLanhDao';
export const SEAL_FIELD = 'DauCoQuan';

/** What every line is drawn from. */
export interface ProofInput {
  readonly submitted: Buffer;
  readonly returned: Buffer;
  readonly verification: Verification;
  readonly expectation: LetterExpectation;
}

/** The signature in a field of that name. */
export function signatureIn({ verification }: ProofInput, field: string): SignatureVerdict | undefined {
  return verification.signatures.find((signature) => signature.field === field);
}
