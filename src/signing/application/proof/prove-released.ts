import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OutgoingDocumentEntity } from '../../../documents/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { KeptLine, ReleasedProof } from '../../domain/proof/released-letter.js';
import { ExpectedSigners } from './expected-signers.js';
import { KeepEvidence, type PreparedEvidence } from '../evidence/keep-evidence.js';
import { VerificationStopped, VerifyNow, type Judged } from '../evidence/verify-now.js';

/** A letter that passed the proof, with the evidence to keep. */
export interface ReleasedLetter {
  readonly proof: ReleasedProof;
  readonly sha256: string;
  readonly evidence: PreparedEvidence;
}

const FIELD = 'file';
const STOPPED = 'Kiểm tra quá lâu nên đã dừng; thử lại sau.';

/** Verifies a letter that was released before a restore. All that is left of it in this database is its number in the register. */
@Injectable()
export class ProveReleased {
  constructor(
    private readonly verify: VerifyNow,
    private readonly evidence: KeepEvidence,
    private readonly expected: ExpectedSigners,
  ) {}

  /** @throws DomainError `input-invalid` for the field `file`, with the first check that failed */
  async require(pdf: Buffer, line: OutgoingDocumentEntity): Promise<ReleasedLetter> {
    const { number, year, notation, issuedDate } = line;
    const { answer: proof, judgement } = await this.judge(pdf, { number, year, notation, issuedDate });
    const failed = proof.lines.find(({ result }) => result !== 'pass');
    if (failed !== undefined || !proof.passed) throw refused(failed ? `${failed.title}: ${failed.detail}` : '');
    const evidence = await this.evidence.prepare({ file: pdf, submitted: null }, judgement);
    return { proof, sha256: evidence.fileSha256, evidence };
  }

  /** Stores the evidence of the proof with the letter of this register line. */
  async record(tx: EntityManager, line: OutgoingDocumentEntity, { evidence }: ReleasedLetter): Promise<void> {
    const { id, signatureRequestId: subjectId } = line;
    await this.evidence.record(tx, evidence, { subjectKind: 'letter', subjectId, fileName: `${id}.pdf` });
  }

  private async judge(pdf: Buffer, line: KeptLine): Promise<Judged<ReleasedProof>> {
    const question = { kind: 'released', agency: await this.expected.agency(), line } as const;
    try {
      return await this.verify.judge(await this.verify.forThread(pdf), question, 'judge');
    } catch (error) {
      if (error instanceof VerificationStopped) throw refused(STOPPED);
      throw error;
    }
  }
}

function refused(why: string): DomainError {
  return new DomainError('input-invalid', { field: FIELD, message: `Chưa đưa lại được tệp này. ${why}`.trim() });
}
