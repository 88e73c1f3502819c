import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { BusinessType, EdxmlStatus } from '../ports/message.js';

/** The sender of a document in our register recalls it, changes it or replaces it; what we answered. */
@Entity('document_change')
@Index('uq_document_change_inbox', ['inboxId'], { unique: true })
@Index('ix_document_change_document', ['incomingDocumentId', 'arrivedAt'])
@Index('ix_document_change_waiting', ['answer', 'arrivedAt'])
export class DocumentChangeEntity {
  @KeyColumn({ text: 36 }, 'pk_document_change')
  id!: string;

  /** The message as it came. */
  @KindColumn({ text: 36 })
  inboxId!: string;

  @KindColumn({ text: 36 })
  incomingDocumentId!: string;

  @KindColumn({ text: 10 })
  business!: Exclude<BusinessType, 'new'>;

  /** In the sender's words. */
  @KindColumn({ text: 1000 })
  reason!: string;

  @KindColumn('instant')
  arrivedAt!: Date;

  /** 15 we agree, 16 we do not; null while nobody has decided. */
  @KindColumn({ text: 2 }, { nullable: true })
  answer!: Extract<EdxmlStatus, '15' | '16'> | null;

  @KindColumn({ text: 500 }, { nullable: true })
  answerReason!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  answeredById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  answeredByName!: string | null;

  @KindColumn('instant', { nullable: true })
  answeredAt!: Date | null;
}
