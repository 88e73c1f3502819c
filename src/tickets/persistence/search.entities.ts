import { Check, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { TERM_KINDS, type TermKind } from '../domain/search/search-words.js';
import type { TicketQuestion } from '../domain/search/search-question.js';

/**
 * A ticket as the search knows it. Its number is short, so that millions of words that point to it stay small; its words stand here too, so that
 * a change writes only what differs. See docs/adr/0015-search.md.
 */
@Entity('ticket_search')
@Index('uq_ticket_search_ticket', ['ticketId'], { unique: true })
@Index('ix_ticket_search_received', ['received', 'no'])
export class TicketSearchEntity {
  @PrimaryGeneratedColumn({ type: 'int', primaryKeyConstraintName: 'pk_ticket_search' })
  no!: number;

  @KindColumn({ text: 36 })
  ticketId!: string;

  /** When the ticket was received, in whole minutes since 1970 (UTC): lists of words are kept in this order. */
  @KindColumn('integer')
  received!: number;

  /** The words of each kind, with a blank before and after each. */
  @KindColumn('exactLongText')
  textWords!: string;

  /** Never null once a ticket has been entered; the column came later than its table. */
  @KindColumn('exactLongText', { nullable: true })
  peopleWords!: string | null;

  @KindColumn('exactLongText')
  nameWords!: string;

  @KindColumn('exactLongText')
  senderWords!: string;

  @KindColumn('exactLongText')
  codeWords!: string;

  @KindColumn('exactLongText')
  factWords!: string;
}

/** That a ticket may be found by a word; the key is the list of a word, walked newest first. */
@Entity({ name: 'ticket_word', withoutRowid: true })
@Check('ck_ticket_word_kind', `"kind" in (${TERM_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
export class TicketWordEntity {
  @KeyColumn({ text: 1 }, 'pk_ticket_word')
  kind!: TermKind;

  @KeyColumn({ exact: 100 }, 'pk_ticket_word')
  word!: string;

  @KeyColumn('integer', 'pk_ticket_word')
  received!: number;

  @KeyColumn('integer', 'pk_ticket_word')
  no!: number;
}

/** How many tickets an officer of a unit has in a state; changed in the transaction that moves a ticket. */
@Entity('ticket_counter')
@Index('ix_ticket_counter_officer', ['officerId', 'state'])
export class TicketCounterEntity {
  /** Empty for tickets that no unit has yet. */
  @KeyColumn({ text: 36 }, 'pk_ticket_counter')
  unitId!: string;

  /** Empty for tickets that no officer has yet. */
  @KeyColumn({ text: 36 }, 'pk_ticket_counter')
  officerId!: string;

  @KeyColumn({ text: 20 }, 'pk_ticket_counter')
  state!: string;

  @KindColumn('integer')
  held!: number;
}

/** A search that a person wants to ask again. */
@Entity('saved_search')
@Index('uq_saved_search_name', ['staffId', 'nameKey'], { unique: true })
export class SavedSearchEntity {
  @KeyColumn({ text: 36 }, 'pk_saved_search')
  id!: string;

  @KindColumn({ text: 36 })
  staffId!: string;

  @KindColumn({ text: 80 })
  name!: string;

  /** The name in small letters: by it a person's searches differ, on both databases alike. */
  @KindColumn({ exact: 80 })
  nameKey!: string;

  @KindColumn('json')
  question!: TicketQuestion;

  @KindColumn('instant')
  createdAt!: Date;
}
