import { Entity, Index } from 'typeorm';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { Following } from '../domain/awaited.js';

/** The id of a document that a received message refers to and waits for. The row is deleted once the message is processed. */
@Entity('awaited_document')
@Index('ix_awaited_document_name', ['name'])
@Index('ix_awaited_document_until', ['until'])
export class AwaitedDocumentEntity {
  /** The message that waits. */
  @KeyColumn({ text: 36 }, 'pk_awaited_document')
  inboxId!: string;

  @KeyColumn({ exact: REGISTER_LENGTHS.documentId }, 'pk_awaited_document')
  name!: string;

  /** The task that the message asks for. */
  @KindColumn({ text: 20 })
  kind!: Following;

  /** When the message is processed without the document. */
  @KindColumn('instant')
  until!: Date;
}
