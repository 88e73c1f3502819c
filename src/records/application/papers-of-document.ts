import { Injectable } from '@nestjs/common';
import { HandlingReader } from '../../correspondence/index.js';
import { RegisterQueries, type IncomingDocumentEntity, type OutgoingDocumentEntity } from '../../documents/index.js';
import { DraftQueries } from '../../drafting/index.js';
import { isAboutTicket } from '../../drafting/domain/case.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory } from '../../organisation/index.js';
import { SignatureQueries } from '../../signing/index.js';
import { outgoingPaper, type PaperRef } from '../domain/record-file.js';

/** A document by its line in a register. */
export interface RegisteredDocument {
  readonly book: 'incoming' | 'outgoing';
  readonly documentId: string;
  /** Lines that were read already: its own, and that of the document which a letter answers. */
  readonly lines?: {
    readonly incoming?: IncomingDocumentEntity | null;
    readonly outgoing?: OutgoingDocumentEntity;
  };
}

/** A document without a ticket, with what goes with it into a file. */
export interface FiledDocument {
  /** Whose documents these are, or who follows them; null while nobody leads on it. */
  readonly unitId: string | null;
  readonly startedOn: CivilDate;
  /** An incoming document with what answered it; an outgoing one that answers nothing alone. */
  readonly papers: readonly PaperRef[];
}

/** Finds what goes into one file with a document that belongs to no ticket. */
@Injectable()
export class PapersOfDocument {
  constructor(
    private readonly registers: RegisterQueries,
    private readonly handlings: HandlingReader,
    private readonly signatures: SignatureQueries,
    private readonly drafts: DraftQueries,
    private readonly staff: StaffDirectory,
  ) {}

  /** @returns null for a document of a ticket, and for the answer to one that is filed with it */
  of(document: RegisteredDocument): Promise<FiledDocument | null> {
    return document.book === 'incoming' ? this.ofIncoming(document) : this.ofOutgoing(document);
  }

  /** The document with which this one is filed: an answer goes with what it answers. */
  async matterOf(document: RegisteredDocument): Promise<RegisteredDocument> {
    if (document.book === 'incoming') return document;
    const answered = (await this.letterOf(document))?.replyToId ?? null;
    return answered === null ? document : { ...document, book: 'incoming', documentId: answered };
  }

  private async ofIncoming({ documentId, lines }: RegisteredDocument): Promise<FiledDocument | null> {
    const document = lines?.incoming ?? (await this.registers.incomingById(documentId));
    if (document === null) throw new DomainError('not-found', { what: 'incomingDocument' });
    if (this.handlings.ofLines([document]).size === 0) return null;
    const own: PaperRef = { kind: 'incoming', sourceId: documentId, at: document.queuedAt };
    const replies = (await this.registers.repliesTo([documentId])).filter(({ state }) => state === 'released');
    return {
      unitId: await this.handlings.leadOf(documentId),
      startedOn: document.arrivalDate,
      papers: [own, ...replies.map(outgoingPaper)],
    };
  }

  private async ofOutgoing(document: RegisteredDocument): Promise<FiledDocument | null> {
    const letter = await this.letterOf(document);
    if (letter === null) throw new DomainError('not-found', { what: 'outgoingDocument' });
    if (letter.replyToId !== null) return null;
    const request = await this.signatures.byId(letter.signatureRequestId);
    const draft = request && (await this.drafts.byId(request.draftId));
    if (draft === null || isAboutTicket(draft.caseKind)) return null;
    const paper = outgoingPaper(letter);
    const unitId = await this.staff.presentHolder(draft.unitId);
    return { unitId, startedOn: civilDateOf(paper.at), papers: [paper] };
  }

  private async letterOf({ documentId, lines }: RegisteredDocument): Promise<OutgoingDocumentEntity | null> {
    return lines?.outgoing ?? this.registers.outgoingById(documentId);
  }
}
