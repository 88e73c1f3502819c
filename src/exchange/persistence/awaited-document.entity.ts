import { Entity, Index } from 'typeorm';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { Following } from '../domain/awaited.js';

/** A name under which a document may come that a received message speaks of; gone once the message goes on. */
@Entity('awaited_document')
@Index('ix_awaited_document_name', ['name'])
@Index('ix_awaited_document_until', ['until'])
export class AwaitedDocumentEntity {
  /** The message that waits. */
  @KeyColumn({ text: 36 }, 'pk_awaited_document')
  inboxId!: string;

  @KeyColumn({ exact: REGISTER_LENGTHS.documentId }, 'pk_awaited_document')
  name!: string;

  /** What the message wants. */
  @KindColumn({ text: 20 })
  kind!: Following;

  /** When it goes on without. */
  @KindColumn('instant')
  until!: Date;
}
