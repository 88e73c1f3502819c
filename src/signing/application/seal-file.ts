import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { House } from '../../house/index.js';
import type { SealedFileProof } from '../domain/proof/sealed-file-proof.js';
import { SigningDesk, type FileToSeal } from '../ports/signing-desk.port.js';
import { VerifyNow } from './verify-now.js';

/** Has a copy or an annex signed by the agency alone, and proves what comes back. */
@Injectable()
export class SealFile {
  constructor(
    private readonly desk: SigningDesk,
    private readonly verify: VerifyNow,
    private readonly settings: Settings,
    private readonly house: House,
  ) {}

  /** @throws OutsideUnavailable try again later, OutsideRefused tell a clerk, VerificationStopped as `VerifyNow` does */
  async execute(file: FileToSeal): Promise<{ readonly content: Buffer; readonly proof: SealedFileProof }> {
    const content = await this.desk.sealFile(file);
    const agency = { code: this.settings.agency.code, name: (await this.house.today()).name };
    const question = {
      kind: 'sealedFile',
      submitted: this.verify.forThread(file.content),
      agency,
      text: file.text,
    } as const;
    return { content, proof: await this.verify.ask(this.verify.forThread(content), question, 'wait') };
  }
}
