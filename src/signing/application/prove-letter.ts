import { Injectable } from '@nestjs/common';
import type { LetterExpectation } from '../domain/proof/letter-proof.js';
import type { ProvedLetter } from './signature-job.js';
import { VerifyNow, type SignedFile } from './verify-now.js';

export type { ProvedLetter } from './signature-job.js';

/** Verifies what came back from the e-office and holds it against what was submitted. */
@Injectable()
export class ProveLetter {
  constructor(private readonly verify: VerifyNow) {}

  /** @throws OutsideUnavailable, VerificationStopped as `VerifyNow` does: nothing of ours is judged without its lists */
  async execute(submitted: SignedFile, returned: SignedFile, expectation: LetterExpectation): Promise<ProvedLetter> {
    const question = { kind: 'letter', submitted: this.verify.forThread(submitted), expectation } as const;
    return this.verify.ask(this.verify.forThread(returned), question, 'wait');
  }
}
