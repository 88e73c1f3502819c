import type { FileSignature } from '../../documents/domain/file-signature.js';
import type { WantedEvidence } from '../domain/certificates/revocation.js';
import type { Grounds } from '../domain/certificates/grounds.js';
import { evidenceReport, type EvidenceReport } from '../domain/evidence/evidence-report.js';
import { proveSignedLetter, type LetterExpectation, type LetterProof } from '../domain/proof/letter-proof.js';
import { LEADER_FIELD, signatureIn } from '../domain/proof/proof-case.js';
import { proveReleasedLetter, type KeptLine, type ReleasedProof } from '../domain/proof/released-letter.js';
import { proveSealedFile, type SealedFileProof } from '../domain/proof/sealed-file-proof.js';
import type { ReasonCode } from '../domain/verification/reasons.js';
import { noteOf } from '../domain/verification/signature-note.js';
import {
  evidenceWantedBy,
  verifyPdf,
  type Verification,
  type VerificationOptions,
} from '../domain/verification/verify-pdf.js';

/** A file on its way into a thread: one of the store, read there, or bytes that both sides see. */
export type FileForThread = { readonly path: string; readonly sha256: string } | { readonly shared: Uint8Array };

/** What is to be said of a signed file, besides whether its signatures hold. */
export type SignatureQuestion =
  | { readonly kind: 'verification' }
  | { readonly kind: 'note' }
  | { readonly kind: 'released'; readonly agency: LetterExpectation['agency']; readonly line: KeptLine }
  | { readonly kind: 'letter'; readonly submitted: FileForThread; readonly expectation: LetterExpectation }
  | {
      readonly kind: 'sealedFile';
      readonly submitted: FileForThread;
      readonly agency: LetterExpectation['agency'];
      readonly text: string;
    };

export interface ProvedLetter extends LetterProof {
  readonly verdict: Verification['verdict'];
  /** When the leader signed, ISO 8601; null where the file does not say. */
  readonly signedAt: string | null;
}

/** What each question is answered with. */
export interface SignatureAnswers {
  readonly verification: Verification;
  readonly note: FileSignature;
  readonly letter: ProvedLetter;
  readonly released: ReleasedProof;
  readonly sealedFile: SealedFileProof;
}

export interface SignatureJob {
  readonly file: FileForThread;
  /** `wanted`: nothing is judged, only told what a judgement wants to know of revocations. */
  readonly question: SignatureQuestion | 'wanted';
  readonly trust: {
    readonly anchors: readonly Uint8Array[];
    readonly timestampAnchors: readonly Uint8Array[];
    readonly intermediates: readonly Uint8Array[];
    readonly crls: readonly Uint8Array[];
    readonly ocsps: readonly Uint8Array[];
    readonly now: Date;
  };
}

/** What is to be kept of a judgement: all that it found, and what it rests on. */
export interface Judgement {
  readonly report: EvidenceReport;
  readonly grounds: Grounds;
}

const LACKING: readonly ReasonCode[] = ['revocation-unknown', 'timestamp-revocation-unknown'];

/** What the thread answers. */
export interface SignatureReport {
  readonly answer: SignatureAnswers[keyof SignatureAnswers];
  readonly judgement: Judgement;
  /** Whether the verdict is open because nobody said what was revoked. */
  readonly lacksEvidence: boolean;
}

/** Answers what was asked of a file. `read` is called for each file at most once. */
export function answerJob(
  { file, question, trust }: SignatureJob,
  read: (file: FileForThread) => Buffer,
): SignatureReport | WantedEvidence {
  const pdf = read(file);
  if (question === 'wanted') return evidenceWantedBy(pdf, optionsOf(trust));
  const verification = verifyPdf(pdf, optionsOf(trust));
  const answer = answerOf(question, { pdf, verification }, read);
  const report = evidenceReport(verification, 'lines' in answer ? answer : null);
  const { grounds } = verification;
  const lacksEvidence = verification.reasons.some(({ code }) => LACKING.includes(code));
  return { answer, judgement: { report, grounds }, lacksEvidence };
}

function answerOf(
  question: SignatureQuestion,
  { pdf, verification }: { readonly pdf: Buffer; readonly verification: Verification },
  read: (file: FileForThread) => Buffer,
): SignatureReport['answer'] {
  if (question.kind === 'verification') return verification;
  if (question.kind === 'note') return noteOf(verification, pdf);
  if (question.kind === 'released') {
    const { agency, line } = question;
    return proveReleasedLetter({ pdf, verification, agency, line });
  }
  const submitted = read(question.submitted);
  if (question.kind === 'sealedFile') {
    const { agency, text } = question;
    return proveSealedFile({ submitted, returned: pdf, verification, agency, text });
  }
  const proofInput = { submitted, returned: pdf, verification, expectation: question.expectation };
  const signedAt = signatureIn(proofInput, LEADER_FIELD)?.findings?.signedAt?.toISOString() ?? null;
  return { ...proveSignedLetter(proofInput), verdict: verification.verdict, signedAt };
}

function optionsOf({ now, ...given }: SignatureJob['trust']): VerificationOptions {
  return {
    anchors: given.anchors.map(bufferOf),
    timestampAnchors: given.timestampAnchors.map(bufferOf),
    intermediates: given.intermediates.map(bufferOf),
    crls: given.crls.map(bufferOf),
    ocsps: given.ocsps.map(bufferOf),
    now,
    demandsCurrent: true,
  };
}

/** The same bytes as what Node calls a buffer: threads receive them as plain ones. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
