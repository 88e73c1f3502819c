import { Injectable } from '@nestjs/common';
import { beginningOf, REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import type { IncomingEntry } from '../../documents/index.js';
import { IncomingFiles } from '../../files/index.js';
import { CheckSignatures } from '../../signing/index.js';
import type { Attachment } from '../ports/message.js';

const PDF_BEGINS = '%PDF-';

/** Keeps what came within a message, and says of each file whether it may be opened and what its signatures are worth. */
@Injectable()
export class CheckArrival {
  constructor(
    private readonly incoming: IncomingFiles,
    private readonly signatures: CheckSignatures,
  ) {}

  async execute(attachments: readonly Attachment[]): Promise<IncomingEntry['files']> {
    const files: IncomingEntry['files'][number][] = [];
    for (const { name, contentType, content } of attachments) {
      const { size, sha256, refusal } = await this.incoming.keepArrived({ name, content });
      files.push({
        name: beginningOf(name, REGISTER_LENGTHS.fileName),
        contentType: beginningOf(contentType, REGISTER_LENGTHS.contentType),
        size,
        sha256,
        refusal: refusal === null ? null : beginningOf(refusal, REGISTER_LENGTHS.refusal),
        signature: isPdf(content) ? await this.signatures.execute(sha256) : null,
      });
    }
    return files;
  }
}

/** By its bytes: neither its name nor what the sender says of it decides. */
function isPdf(content: Buffer): boolean {
  return content.subarray(0, 1024).includes(PDF_BEGINS);
}
