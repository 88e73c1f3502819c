import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../database/columns.js';

/** An answer that was given under a key of the caller's own, so that the same request sent again is answered and not done again. */
@Entity('idempotent_answer')
@Index('ix_idempotent_answer_given', ['givenAt'])
export class IdempotentAnswerEntity {
  /** sha256 of who called and under which key. */
  @KeyColumn({ text: 64 }, 'pk_idempotent_answer')
  id!: string;

  /** sha256 of what was asked: method, address and body. */
  @KindColumn({ text: 64 })
  request!: string;

  /** The answer as JSON. */
  @KindColumn('longText')
  answer!: string;

  @KindColumn('instant')
  givenAt!: Date;
}
