import { Injectable } from '@nestjs/common';
import type { FileSignature } from '../../documents/domain/file-signature.js';
import { UNDECIDED } from '../domain/verification/signature-note.js';
import { VerificationStopped, VerifyNow } from './verify-now.js';

/** Says of a PDF from outside whose signatures it bears and what they are worth. */
@Injectable()
export class CheckSignatures {
  constructor(private readonly verify: VerifyNow) {}

  /**
   * @param sha256 of a file of the store
   * @returns also for lists of revocations that cannot be had, and for a file that takes too long: not enough to judge by
   */
  async execute(sha256: string): Promise<FileSignature> {
    try {
      return await this.verify.ask(this.verify.forThread(sha256), { kind: 'note' }, 'judge');
    } catch (error) {
      if (error instanceof VerificationStopped) return UNDECIDED;
      throw error;
    }
  }
}
