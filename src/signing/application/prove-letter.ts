import { Injectable } from '@nestjs/common';
import { proveSignedLetter, type LetterExpectation, type LetterProof } from '../domain/proof/letter-proof.js';
import { LEADER_FIELD, signatureIn } from '../domain/proof/proof-case.js';
import type { Verification } from '../domain/verification/verify-pdf.js';
import { VerifyNow } from './verify-now.js';

export interface ProvedLetter extends LetterProof {
  readonly verdict: Verification['verdict'];
  /** When the leader signed, ISO 8601; null where the file does not say. */
  readonly signedAt: string | null;
}

/** Verifies what came back from the e-office and holds it against what was submitted. */
@Injectable()
export class ProveLetter {
  constructor(private readonly verify: VerifyNow) {}

  /** @throws OutsideUnavailable as `VerifyNow` does */
  async execute(submitted: Buffer, returned: Buffer, expectation: LetterExpectation): Promise<ProvedLetter> {
    const proofCase = { submitted, returned, verification: await this.verify.execute(returned), expectation };
    const signedAt = signatureIn(proofCase, LEADER_FIELD)?.findings?.signedAt?.toISOString() ?? null;
    return { ...proveSignedLetter(proofCase), verdict: proofCase.verification.verdict, signedAt };
  }
}
