import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FileSignature } from '../../../documents/domain/file-signature.js';
import { UNDECIDED } from '../../domain/verification/signature-note.js';
import { KeepEvidence, type PreparedEvidence } from './keep-evidence.js';
import { VerificationStopped, VerifyNow } from './verify-now.js';

/** What the signatures of a file are worth, and what that rests on; null where nobody signed it, or nobody could judge it. */
export interface CheckedSignatures {
  readonly note: FileSignature;
  readonly evidence: PreparedEvidence | null;
}

/** Says of a PDF from outside whose signatures it bears and what they are worth. */
@Injectable()
export class CheckSignatures {
  constructor(
    private readonly verify: VerifyNow,
    private readonly evidence: KeepEvidence,
  ) {}

  /**
   * @param sha256 of a file of the store
   * @returns also for revocation lists that are not available, and for a file that takes too long: not enough to judge by
   */
  async check(sha256: string): Promise<CheckedSignatures> {
    try {
      const { answer, judgement } = await this.verify.judge(
        await this.verify.forThread(sha256),
        { kind: 'note' },
        'judge',
      );
      if (answer.verdict === 'unsigned') return { note: answer, evidence: null };
      return { note: answer, evidence: await this.evidence.prepare({ file: sha256, submitted: null }, judgement) };
    } catch (error) {
      if (error instanceof VerificationStopped) return { note: UNDECIDED, evidence: null };
      throw error;
    }
  }

  /** Keeps what was judged of a file that came in, in the transaction that heeds it. */
  async record(tx: EntityManager, fileName: string, evidence: PreparedEvidence): Promise<void> {
    await this.evidence.record(tx, evidence, { subjectKind: 'incoming', subjectId: null, fileName });
  }
}
