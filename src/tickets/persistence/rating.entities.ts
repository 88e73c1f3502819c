import { Check, Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** The link by which the citizen judges one cycle, without signing in. Its secret is kept by its hash alone. */
@Entity('ticket_rating_link')
@Index('uq_ticket_rating_link_hash', ['hash'], { unique: true })
@Index('uq_ticket_rating_link_cycle', ['ticketId', 'cycle'], { unique: true })
export class TicketRatingLinkEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_rating_link')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn('integer')
  cycle!: number;

  @KindColumn({ text: 64 })
  hash!: string;

  @KindColumn('instant')
  issuedAt!: Date;

  @KindColumn('instant')
  expiresAt!: Date;

  @KindColumn('instant', { nullable: true })
  usedAt!: Date | null;
}

/** The citizen's judgement of one cycle. */
@Entity('ticket_rating')
@Index('uq_ticket_rating_cycle', ['ticketId', 'cycle'], { unique: true })
@Check('ck_ticket_rating_stars', '"stars" in (1, 2, 3, 4, 5)')
export class TicketRatingEntity {
  @KeyColumn({ text: 36 }, 'pk_ticket_rating')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  @KindColumn('integer')
  cycle!: number;

  @KindColumn('integer')
  stars!: number;

  @KindColumn('longText', { nullable: true })
  comment!: string | null;

  @KindColumn('instant')
  ratedAt!: Date;

  /** The clerk who wrote it down; null where the citizen did, or the hotline handed it over. */
  @KindColumn({ text: 36 }, { nullable: true })
  recordedById!: string | null;
}
