import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** Somebody who acted on a ticket while its sender, or that of one merged with it, was hidden from their unit. Rows are never changed. */
@Entity('ticket_uninformed_author')
@Index('ix_ticket_uninformed_author_ticket', ['ticketId', 'staffId'])
export class UninformedAuthorEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_uninformed_author')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  /** Who acted; in somebody's place, the one who stood in. */
  @KindColumn({ text: 36 })
  staffId!: string;

  @KindColumn('instant')
  since!: Date;
}
