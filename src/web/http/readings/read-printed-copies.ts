import { Injectable } from '@nestjs/common';
import { ConversionQueries, type ConversionEntity, type ConversionSource } from '../../../copies/index.js';
import { RegisterQueries } from '../../../documents/index.js';
import { House } from '../../../house/index.js';
import { readConversionCode } from '../../../copies/domain/conversion.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { SignatureQueries } from '../../../signing/index.js';
import type { ConvertedDocument, LookUpReading, PrintedCopiesReading } from '../../presenters/printed-copies.js';
import { KeptFiles, type KeptFile } from './kept-files.js';

/** Reads printed copies: for those who may read the document, and for anybody who holds the paper. */
@Injectable()
export class ReadPrintedCopies {
  constructor(
    private readonly conversions: ConversionQueries,
    private readonly registers: RegisterQueries,
    private readonly signatures: SignatureQueries,
    private readonly house: House,
    private readonly kept: KeptFiles,
    private readonly files: FileStore,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see the document */
  async execute(actor: Actor, { kind, id }: ConversionSource): Promise<PrintedCopiesReading> {
    await this.requireSeen(actor, { kind, id });
    const documentId = kind === 'outgoing' ? id : ((await this.registers.fileById(id))?.documentId ?? '');
    const document = await this.documentOf(kind, documentId);
    if (!document) throw missing();
    return { kind, id, document, made: await this.conversions.of(documentId, kind === 'outgoing' ? null : id) };
  }

  /** @throws DomainError `not-found`, also for those who may not see the document */
  async requireSeen(actor: Actor, { kind, id }: ConversionSource): Promise<void> {
    await (kind === 'outgoing' ? this.kept.letter(actor, id) : this.kept.attachment(actor, id));
  }

  /** A printed copy as it was made. @throws DomainError `not-found` */
  async file(actor: Actor, code: string): Promise<KeptFile> {
    const made = await this.conversions.byCode(readConversionCode(code));
    if (!made) throw missing();
    await this.requireSeen(actor, { kind: made.kind, id: made.fileId ?? made.documentId });
    return {
      content: await this.files.get(made.copySha256),
      name: `ban-in-${made.code}.pdf`,
      type: 'application/pdf',
    };
  }

  /** What whoever holds the paper may know; null where no copy bears the code. */
  async lookUp(typed: string): Promise<LookUpReading | null> {
    const made = await this.conversions.byCode(readConversionCode(typed));
    if (!made) return null;
    const document = await this.documentOf(made.kind, made.documentId);
    return document && { made, document, proof: await this.proofOf(made) };
  }

  private async documentOf(kind: ConversionEntity['kind'], id: string): Promise<ConvertedDocument | null> {
    if (kind === 'incoming') {
      const incoming = await this.registers.incomingById(id);
      if (!incoming) return null;
      const { typeName, code, issuedDate, senderName, subject } = incoming;
      return { typeName, code, issuedDate, issuer: senderName, subject, state: null };
    }
    const letter = await this.registers.outgoingById(id);
    if (!letter) return null;
    const issuer = (await this.house.at(letter.issuedDate)).name;
    const { amendedBy } = (await this.registers.amendmentLinks([letter])).of(letter);
    const { typeName, issuedDate, subject, number, notation, state, recalledAt } = letter;
    return { typeName, issuedDate, subject, number, notation, state, recalledAt, amendedBy, code: null, issuer };
  }

  private async proofOf({ kind, documentId }: ConversionEntity): Promise<object | null> {
    if (kind === 'incoming') return null;
    const letter = await this.registers.outgoingById(documentId);
    return (await this.signatures.byId(letter?.signatureRequestId ?? ''))?.proof ?? null;
  }
}

function missing(): DomainError {
  return new DomainError('not-found', { what: 'conversion' });
}
