import { Injectable } from '@nestjs/common';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import type { FileSignature } from '../../documents/domain/file-signature.js';
import type { IncomingEntry } from '../../documents/index.js';
import { IncomingFiles } from '../../files/index.js';
import { CheckPackageSignatures, CheckSignatures } from '../../signing/index.js';
import type { Attachment } from '../ports/message.js';
import { beginningOf } from '../../kernel/beginning-of.js';

const PDF_BEGINS = '%PDF-';
const ARCHIVE_BEGINS = 'PK\u0003\u0004';

interface ArrivedFile {
  readonly content: Buffer;
  readonly sha256: string;
  readonly refusal: string | null;
}

/** Keeps what came within a message, and says of each file whether it may be opened and what its signatures are worth. */
@Injectable()
export class CheckArrival {
  constructor(
    private readonly incoming: IncomingFiles,
    private readonly signatures: CheckSignatures,
    private readonly packages: CheckPackageSignatures,
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
        signature: await this.signatureOf({ content, sha256, refusal }),
      });
    }
    return files;
  }

  /** What the inspection refuses is opened by nobody, so an archive among it is not unpacked for its signatures either. */
  private async signatureOf({ content, sha256, refusal }: ArrivedFile): Promise<FileSignature | null> {
    if (isPdf(content)) return this.signatures.execute(sha256);
    return refusal === null && isArchive(content) ? this.packages.execute(content) : null;
  }
}

/** By its bytes: neither its name nor what the sender says of it decides. */
function isPdf(content: Buffer): boolean {
  return content.subarray(0, 1024).includes(PDF_BEGINS);
}

function isArchive(content: Buffer): boolean {
  return content.toString('latin1', 0, ARCHIVE_BEGINS.length) === ARCHIVE_BEGINS;
}
