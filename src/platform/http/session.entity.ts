import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../database/columns.js';

/** One signed-in browser; deleting the row signs it out at once. */
@Entity('session')
@Index('ix_session_expires', ['expiresAt'])
export class SessionEntity {
  /** sha256 of the cookie's session id, so that the table alone opens no session. */
  @KeyColumn({ text: 64 }, 'pk_session')
  id!: string;

  @KindColumn('longText')
  content!: string;

  @KindColumn('instant')
  expiresAt!: Date;
}
