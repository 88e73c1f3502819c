import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { REGISTER_LENGTHS } from '../../../documents/domain/register-lengths.js';
import type { FileSignature } from '../../../documents/domain/file-signature.js';
import type { IncomingEntry } from '../../../documents/index.js';
import { IncomingFiles } from '../../../files/index.js';
import { CheckPackageSignatures, CheckSignatures, type CheckedSignatures } from '../../../signing/index.js';
import { Clock } from '../../../kernel/clock.js';
import type { Attachment } from '../../ports/message.js';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { fileNameInLine } from './register-fit.js';

const PDF_BEGINS = '%PDF-';
/** So long a message waits for a machine that is too busy to look at its files; what takes too long after that is the file's own doing. */
const WAITS_MS = 60 * 60_000;
const ARCHIVE_BEGINS = 'PK\u0003\u0004';

interface ArrivedFile {
  readonly content: Buffer;
  readonly sha256: string;
  readonly refusal: string | null;
}

type Evidence = NonNullable<CheckedSignatures['evidence']>;

interface Checked {
  readonly note: FileSignature | null;
  readonly evidence: Evidence | null;
}

interface JudgedFile {
  readonly name: string;
  readonly evidence: Evidence;
}

/** The files of a message as the register keeps them, and those whose signatures were judged. */
export interface CheckedArrival {
  readonly files: IncomingEntry['files'];
  readonly judged: readonly JudgedFile[];
}

/** Keeps what came within a message, and says of each file whether it may be opened and what its signatures are worth. */
@Injectable()
export class CheckArrival {
  constructor(
    private readonly clock: Clock,
    private readonly incoming: IncomingFiles,
    private readonly checkSignatures: CheckSignatures,
    private readonly checkPackageSignatures: CheckPackageSignatures,
  ) {}

  /** @param receivedAt when the message came @throws OutsideUnavailable while its files cannot be looked at */
  async check(attachments: readonly Attachment[], receivedAt: Date): Promise<CheckedArrival> {
    const mayWait = this.clock.now().getTime() - receivedAt.getTime() < WAITS_MS;
    const files: IncomingEntry['files'][number][] = [];
    const judged: JudgedFile[] = [];
    for (const { name, contentType, content } of attachments) {
      const { size, sha256, refusal } = await this.incoming.keepArrived({ name, content }, { mayWait });
      const { note, evidence } = await this.signaturesOf({ content, sha256, refusal });
      files.push({
        name: fileNameInLine(name),
        contentType: beginningOf(contentType, REGISTER_LENGTHS.contentType),
        size,
        sha256,
        refusal: refusal === null ? null : beginningOf(refusal, REGISTER_LENGTHS.refusal),
        signature: note,
      });
      if (evidence !== null) judged.push({ name: fileNameInLine(name), evidence });
    }
    return { files, judged };
  }

  /** Keeps what the verdicts rest on, in the transaction that enters the document or returns it to its sender. */
  async record(tx: EntityManager, { judged }: Pick<CheckedArrival, 'judged'>): Promise<void> {
    for (const { name, evidence } of judged) await this.checkSignatures.record(tx, name, evidence);
  }

  /** What the inspection refuses is opened by nobody, so an archive among it is not unpacked for its signatures either. */
  private async signaturesOf({ content, sha256, refusal }: ArrivedFile): Promise<Checked> {
    if (isPdf(content)) return this.checkSignatures.check(sha256);
    const note = refusal === null && isArchive(content) ? await this.checkPackageSignatures.check(content) : null;
    return { note, evidence: null };
  }
}

/** By its bytes: neither its name nor what the sender says of it decides. */
function isPdf(content: Buffer): boolean {
  return content.subarray(0, 1024).includes(PDF_BEGINS);
}

function isArchive(content: Buffer): boolean {
  return content.toString('latin1', 0, ARCHIVE_BEGINS.length) === ARCHIVE_BEGINS;
}
