import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SealedFileCase, SealedFileProof } from '../../domain/proof/sealed-file-proof.js';
import { SigningDesk, type FileToSeal } from '../../ports/signing-desk.port.js';
import { ExpectedSigners } from '../proof/expected-signers.js';
import { KeepEvidence, type EvidenceAbout, type PreparedEvidence } from '../evidence/keep-evidence.js';
import { VerifyNow } from '../evidence/verify-now.js';

/** What came back, whether it proves itself, and what that rests on. */
export interface SealedFile {
  readonly content: Buffer;
  readonly proof: SealedFileProof;
  readonly evidence: PreparedEvidence;
}

/** Has a copy or an annex signed by the agency alone, and proves what comes back. */
@Injectable()
export class SealFile {
  constructor(
    private readonly desk: SigningDesk,
    private readonly verify: VerifyNow,
    private readonly expected: ExpectedSigners,
    private readonly evidence: KeepEvidence,
  ) {}

  /** @throws OutsideUnavailable try again later, OutsideRefused tell a clerk, VerificationStopped as `VerifyNow` does */
  async seal(file: FileToSeal): Promise<SealedFile> {
    const returned = await this.desk.sealFile(file);
    return this.prove({ submitted: file.content, returned, text: file.text });
  }

  /** What a file is worth that came back, from the e-office or from a person. @throws VerificationStopped as `VerifyNow` does */
  async prove({
    submitted,
    returned,
    text,
  }: Pick<SealedFileCase, 'submitted' | 'returned' | 'text'>): Promise<SealedFile> {
    const agency = await this.expected.agency();
    const question = { kind: 'sealedFile', submitted: await this.verify.forThread(submitted), agency, text } as const;
    const { answer, judgement } = await this.verify.judge(await this.verify.forThread(returned), question, 'wait');
    const files = { file: returned, submitted };
    return { content: returned, proof: answer, evidence: await this.evidence.prepare(files, judgement) };
  }

  /** Keeps what the proof rests on, in the transaction that heeds it. */
  async record(tx: EntityManager, { evidence }: SealedFile, about: EvidenceAbout): Promise<void> {
    await this.evidence.record(tx, evidence, about);
  }
}
