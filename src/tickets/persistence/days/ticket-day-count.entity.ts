import { Entity, Index } from 'typeorm';
import type { CivilDate } from '../../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../../platform/database/columns.js';

/** How many tickets of a unit and a category were received on a day, are still open of those, and were answered on it; changed in the transaction that moves a ticket. */
@Entity({ name: 'ticket_day_count', withoutRowid: true })
@Index('ix_ticket_day_count_open', ['day'], { where: '"stillOpen" > 0' })
export class TicketDayCountEntity {
  @KeyColumn('day', 'pk_ticket_day_count')
  day!: CivilDate;

  /** Empty for tickets that no unit has yet. */
  @KeyColumn({ text: 36 }, 'pk_ticket_day_count')
  unitId!: string;

  @KeyColumn({ text: 20 }, 'pk_ticket_day_count')
  category!: string;

  /** By the legal start of its periods. */
  @KindColumn('integer')
  received!: number;

  /** Of those received on the day. */
  @KindColumn('integer')
  stillOpen!: number;

  /** By the present answer: a reopened ticket counts again only when it is answered again. */
  @KindColumn('integer')
  answered!: number;
}
