import { Check, Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { FURTHER_DECISIONS, type FurtherDecision } from '../domain/intake/further-document.js';

/** A document that the hotline sent about feedback that had its ticket, and what was made of it. */
@Entity('further_document')
@Index('ix_further_document_ticket', ['ticketId', 'decision'])
@Index('ix_further_document_waiting', ['decision', 'arrivedAt'])
@Check(
  'ck_further_document_decision',
  `"decision" in (${FURTHER_DECISIONS.map((decision) => `'${decision}'`).join(', ')})`,
)
export class FurtherDocumentEntity {
  /** The line of the incoming register. */
  @KeyColumn({ text: 36 }, 'pk_further_document')
  documentId!: string;

  /** The ticket it is about. */
  @KindColumn({ text: 36 })
  ticketId!: string;

  /** The message that brought it. */
  @KindColumn({ text: 36 })
  inboxId!: string;

  @KindColumn('instant')
  arrivedAt!: Date;

  /** What the citizen says in it, as received. */
  @KindColumn('longText')
  words!: string;

  /** Null while the desk owes it: the ticket had ended when it came. */
  @KindColumn({ text: 10 }, { nullable: true })
  decision!: FurtherDecision | null;

  @KindColumn('longText', { nullable: true })
  reason!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  decidedById!: string | null;

  @KindColumn('instant', { nullable: true })
  decidedAt!: Date | null;
}
