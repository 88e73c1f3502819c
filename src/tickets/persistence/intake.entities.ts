import { Check, Entity, Index } from 'typeorm';
import { ListFile } from '../../files/index.js';
import type { RefusalReason } from '../../law/index.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/**
 * How a ticket came in by other ways than the e-office: once for each key, so that a form pressed twice or a file brought twice makes one ticket.
 */
@Entity('ticket_intake')
@Index('ix_ticket_intake_import', ['importId', 'line'])
@Check('ck_ticket_intake_decision', `"decision" in ('accept', 'acceptWithoutReply', 'reject')`)
export class TicketIntakeEntity {
  /** The form's token, or channel and number of the feedback where it came from. */
  @KeyColumn({ exact: 120 }, 'pk_ticket_intake')
  key!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  /** What the rules on unknown senders made of it. */
  @KindColumn({ text: 20 })
  decision!: 'accept' | 'acceptWithoutReply' | 'reject';

  /** The file it came with, and its line there; null where a clerk wrote it down. */
  @KindColumn({ text: 36 }, { nullable: true })
  importId!: string | null;

  @KindColumn('integer', { nullable: true })
  line!: number | null;

  @KindColumn('instant')
  enteredAt!: Date;
}

/** A file of feedback as it was brought: looked at first, entered when someone confirms it. The bytes lie in the file store. */
@Entity('ticket_import')
@Index('ix_ticket_import_uploaded', ['uploadedAt'])
export class TicketImportEntity extends ListFile {
  @KeyColumn({ text: 36 }, 'pk_ticket_import')
  id!: string;

  /** Rows to be entered when it was confirmed. */
  @KindColumn('integer')
  total!: number;

  /** Rows entered so far. */
  @KindColumn('integer')
  entered!: number;

  /** Rows that were known already. */
  @KindColumn('integer')
  skipped!: number;

  @KindColumn('instant', { nullable: true })
  finishedAt!: Date | null;
}

/** Why feedback was refused, or to whom it was returned: once in each cycle, and before it where the ticket's own sender was refused alone. */
@Entity('ticket_refusal')
@Index('ix_ticket_refusal_cycle', ['ticketId', 'cycle'])
@Check('ck_ticket_refusal_kind', `"kind" in ('rejected', 'returned')`)
export class TicketRefusalEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_refusal')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn('integer')
  cycle!: number;

  @KindColumn({ text: 10 })
  kind!: 'rejected' | 'returned';

  /** The ground of a refusal; null for a return. */
  @KindColumn({ text: 40 }, { nullable: true })
  reason!: RefusalReason | null;

  /** Whom a return names as competent; null for a refusal. */
  @KindColumn({ text: 200 }, { nullable: true })
  agency!: string | null;

  @KindColumn('longText')
  text!: string;

  @KindColumn({ text: 36 })
  decidedById!: string;

  @KindColumn('instant')
  decidedAt!: Date;
}
