import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** A message that a door has heard, kept until it would be too old to be let in again. */
@Entity('heard_message')
@Index('ix_heard_message_until', ['until'])
export class HeardMessageEntity {
  /** sha256 of what tells it from others, in lower-case hex. */
  @KeyColumn({ text: 64 }, 'pk_heard_message')
  keyHash!: string;

  @KindColumn('instant')
  until!: Date;
}
