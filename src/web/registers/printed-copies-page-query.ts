import { Injectable } from '@nestjs/common';
import { ConversionQueries, type ConversionSource } from '../../copies/index.js';
import { RegisterQueries } from '../../documents/index.js';
import { readLookUpCode } from '../../documents/domain/look-up-code.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { PrintedCopiesReading } from './printed-copies-view.js';
import { ConvertedDocuments } from '../drafting/converted-documents.js';
import { KeptFiles, type KeptFile } from '../ticket-files/kept-files.js';

/** Reads printed copies for those who may read the document. */
@Injectable()
export class PrintedCopiesPageQuery {
  constructor(
    private readonly conversions: ConversionQueries,
    private readonly registers: RegisterQueries,
    private readonly documents: ConvertedDocuments,
    private readonly kept: KeptFiles,
    private readonly files: FileStore,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see the document */
  async read(actor: Actor, { kind, id }: ConversionSource): Promise<PrintedCopiesReading> {
    await this.requireSeen(actor, { kind, id });
    const documentId = kind === 'outgoing' ? id : ((await this.registers.fileById(id))?.documentId ?? '');
    const document = await this.documents.of(kind, documentId);
    if (!document) throw missing();
    return { kind, id, document, made: await this.conversions.of(documentId, kind === 'outgoing' ? null : id) };
  }

  /** @throws DomainError `not-found`, also for those who may not see the document */
  async requireSeen(actor: Actor, { kind, id }: ConversionSource): Promise<void> {
    await (kind === 'outgoing' ? this.kept.letter(actor, id) : this.kept.attachment(actor, id));
  }

  /** A printed copy as it was made. @throws DomainError `not-found` */
  async file(actor: Actor, code: string): Promise<KeptFile> {
    const made = await this.conversions.byCode(readLookUpCode(code));
    if (!made) throw missing();
    await this.requireSeen(actor, { kind: made.kind, id: made.fileId ?? made.documentId });
    return {
      content: await this.files.get(made.copySha256),
      name: `ban-in-${made.code}.pdf`,
      type: 'application/pdf',
    };
  }
}

function missing(): DomainError {
  return new DomainError('not-found', { what: 'conversion' });
}
