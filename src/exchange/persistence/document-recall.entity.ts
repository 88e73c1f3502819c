import { Check, Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { RECALL_DECISIONS, type RecallDecision } from '../domain/recall.js';

/** A wish to recall a released document, and what a second person made of it. */
@Entity('document_recall')
@Index('ix_document_recall_document', ['documentId', 'proposedAt'])
@Index('uq_document_recall_open', ['documentId'], { unique: true, where: `"decision" IS NULL` })
@Check('ck_document_recall_decision', `"decision" in (${RECALL_DECISIONS.map((one) => `'${one}'`).join(', ')})`)
export class DocumentRecallEntity {
  @KeyColumn({ text: 36 }, 'pk_document_recall')
  id!: string;

  @KindColumn({ text: 36 })
  documentId!: string;

  @KindColumn({ text: 500 })
  reason!: string;

  @KindColumn({ text: 36 })
  proposedById!: string;

  @KindColumn({ text: 100 })
  proposedByName!: string;

  @KindColumn('instant')
  proposedAt!: Date;

  /** Null while it waits. */
  @KindColumn({ text: 10 }, { nullable: true })
  decision!: RecallDecision | null;

  @KindColumn({ text: 500 }, { nullable: true })
  decisionReason!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  decidedById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  decidedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  decidedAt!: Date | null;
}
