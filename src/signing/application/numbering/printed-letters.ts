import { Injectable } from '@nestjs/common';
import { RegisterQueries } from '../../../documents/index.js';
import { printedNumber } from '../../../documents/domain/register.js';
import { DraftQueries } from '../../../drafting/index.js';
import { PdfMaker } from '../../../drafting/ports/pdf-maker.port.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { entryInLetter } from '../../domain/reserved-number.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import type { SignatureSubmission } from '../../ports/signing-desk.port.js';

/** The file that a leader is to sign, with the number and the date that stand in it already. */
export interface LetterToSign extends Pick<SignatureSubmission, 'entry'> {
  readonly content: Buffer;
  readonly sha256: string;
}

/** Makes the file that goes to the leader: the approved page, with number and date printed where they were given at submission. */
@Injectable()
export class PrintedLetters {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly registers: RegisterQueries,
    private readonly pdfMaker: PdfMaker,
    private readonly files: FileStore,
  ) {}

  /** The same bytes at every try. @throws DomainError `pdf-place-missing` when the page has no place for number or date */
  async toSign(request: SignatureRequestEntity): Promise<LetterToSign> {
    const { outgoingDocumentId, submittedSha256: sha256, draftId, draftRevision } = request;
    if (outgoingDocumentId === null) return { content: await this.files.get(sha256), sha256 };
    const line = await this.registers.outgoingById(outgoingDocumentId);
    const approved = (await this.drafts.revision(draftId, draftRevision))?.pdfSha256 ?? null;
    if (!line || approved === null) throw new DomainError('not-found', { what: 'outgoingDocument' });
    const content = await this.pdfMaker.printEntry(await this.files.get(approved), entryInLetter(line));
    const entry = { number: printedNumber(line.number), issuedDate: line.issuedDate };
    return { content, sha256: await this.files.put(content), entry };
  }
}
