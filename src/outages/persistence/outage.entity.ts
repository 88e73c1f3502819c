import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** An announced interruption of the service. Only its cancelling and its letter are written later. */
@Entity('outage')
@Index('ix_outage_ends', ['endsAt'])
export class OutageEntity {
  @KeyColumn({ text: 36 }, 'pk_outage')
  id!: string;

  /** What people read of it in one line. */
  @KindColumn({ text: 200 })
  summary!: string;

  /** What does not work meanwhile. */
  @KindColumn('longText')
  affected!: string;

  @KindColumn({ text: 500 })
  reason!: string;

  @KindColumn('instant')
  startsAt!: Date;

  @KindColumn('instant')
  endsAt!: Date;

  /** Why it could not be announced early enough; null where it was. */
  @KindColumn({ text: 500 }, { nullable: true })
  urgentReason!: string | null;

  @KindColumn('instant')
  announcedAt!: Date;

  @KindColumn({ text: 36 })
  announcedById!: string;

  @KindColumn({ text: 100 })
  announcedByName!: string;

  @KindColumn('instant', { nullable: true })
  cancelledAt!: Date | null;

  @KindColumn({ text: 100 }, { nullable: true })
  cancelledByName!: string | null;

  /** The announcement, made once. */
  @KindColumn({ text: 64 }, { nullable: true })
  letterSha256!: string | null;

  @KindColumn({ text: 500 }, { nullable: true })
  letterProblem!: string | null;
}
