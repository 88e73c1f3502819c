import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../database/columns.js';

/** One browser at our door, signed in or about to; ending the row signs it out at once. */
@Entity('session')
@Index('ix_session_expires', ['expiresAt'])
@Index('ix_session_staff', ['staffId'])
export class SessionEntity {
  /** sha256 of the cookie's session id, so that the table alone opens no session. */
  @KeyColumn({ text: 64 }, 'pk_session')
  id!: string;

  @KindColumn('longText')
  content!: string;

  @KindColumn('instant')
  expiresAt!: Date;

  /** Whose it is, also while a code is still owed; null while nobody has shown a password, and of those that have ended. */
  @KindColumn({ text: 36 }, { nullable: true })
  staffId!: string | null;

  /** From when the longest life of a session counts; null of rows from before such a limit. */
  @KindColumn('instant', { nullable: true })
  createdAt!: Date | null;

  /** To the minute. */
  @KindColumn('instant', { nullable: true })
  lastSeenAt!: Date | null;

  /** Where the person signed in from; null while nobody is signed in. */
  @KindColumn({ text: 45 }, { nullable: true })
  address!: string | null;

  /** By which program, in words: `Chrome trên Windows`. */
  @KindColumn({ text: 80 }, { nullable: true })
  agent!: string | null;
}
