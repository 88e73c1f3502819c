import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import { proveSignedLetter, type LetterExpectation, type LetterProof } from '../domain/proof/letter-proof.js';
import { LEADER_FIELD, signatureIn } from '../domain/proof/proof-case.js';
import { verifyPdf, type Verification } from '../domain/verification/verify-pdf.js';
import { CrlSource, TrustAnchors } from '../ports/crl-source.port.js';

export interface ProvedLetter extends LetterProof {
  readonly verdict: Verification['verdict'];
  /** When the leader signed, ISO 8601; null where the file does not say. */
  readonly signedAt: string | null;
}

/** Verifies what came back from the e-office, with the lists of revoked certificates of the day, and holds it against what was submitted. */
@Injectable()
export class ProveLetter {
  constructor(
    private readonly trust: TrustAnchors,
    private readonly crlSource: CrlSource,
    private readonly clock: Clock,
  ) {}

  /** @throws OutsideUnavailable when a certificate's list of revocations cannot be had now: nothing is judged without it */
  async execute(submitted: Buffer, returned: Buffer, expectation: LetterExpectation): Promise<ProvedLetter> {
    const anchors = await this.trust.anchors();
    const now = this.clock.now();
    const first = verifyPdf(returned, { anchors, crls: [], now });
    const crls = await this.fetchAll(first.wantedCrls);
    const verification = crls.length === 0 ? first : verifyPdf(returned, { anchors, crls, now });
    const proofCase = { submitted, returned, verification, expectation };
    const signedAt = signatureIn(proofCase, LEADER_FIELD)?.findings?.signedAt?.toISOString() ?? null;
    return { ...proveSignedLetter(proofCase), verdict: verification.verdict, signedAt };
  }

  private async fetchAll(urls: readonly string[]): Promise<Buffer[]> {
    const crls: Buffer[] = [];
    for (const url of urls) {
      try {
        crls.push(await this.crlSource.fetch(url));
      } catch (error) {
        if (error instanceof OutsideUnavailable) throw error;
        if (!(error instanceof OutsideRefused)) throw error;
      }
    }
    return crls;
  }
}
