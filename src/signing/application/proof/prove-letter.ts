import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LetterExpectation } from '../../domain/proof/letter-proof.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { KeepEvidence, type PreparedEvidence } from '../evidence/keep-evidence.js';
import type { ProvedLetter } from '../signature-job.js';
import { VerifyNow, type SignedFile } from '../evidence/verify-now.js';

export type { ProvedLetter } from '../signature-job.js';

/** The proof, and what it rests on. */
export interface JudgedLetter {
  readonly proof: ProvedLetter;
  readonly evidence: PreparedEvidence;
}

/** Verifies what came back from the e-office, holds it against what was submitted, and keeps what the proof rests on. */
@Injectable()
export class ProveLetter {
  constructor(
    private readonly verify: VerifyNow,
    private readonly evidence: KeepEvidence,
  ) {}

  /** @returns with lines left open where a list of revocations is not available now @throws VerificationStopped as `VerifyNow` does */
  async prove(submitted: SignedFile, returned: SignedFile, expectation: LetterExpectation): Promise<JudgedLetter> {
    const question = { kind: 'letter', submitted: await this.verify.forThread(submitted), expectation } as const;
    const { answer, judgement } = await this.verify.judge(await this.verify.forThread(returned), question, 'judge');
    return { proof: answer, evidence: await this.evidence.prepare({ file: returned, submitted }, judgement) };
  }

  async record(
    tx: EntityManager,
    { id, clientRequestId }: SignatureRequestEntity,
    judged: JudgedLetter,
  ): Promise<void> {
    const about = { subjectKind: 'letter', subjectId: id, fileName: `${clientRequestId}.pdf` } as const;
    await this.evidence.record(tx, judged.evidence, about);
  }
}

/** The first line that did not hold. */
export function reasonOf({ lines }: ProvedLetter): string {
  const failed = lines.find(({ result }) => result === 'fail' || result === 'unknown');
  return failed ? `${failed.title}: ${failed.detail}`.slice(0, 500) : '';
}
