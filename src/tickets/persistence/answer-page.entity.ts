import { Check, Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { ANSWER_PAGE_MAILS, type AnswerPageMail } from '../domain/answer-page.js';

/** The page on which a unit without accounts answers one request, once. The secret of its address is kept by its hash; sealed besides until a mail took it. */
@Entity('answer_page')
@Index('uq_answer_page_hash', ['hash'], { unique: true })
@Index('ix_answer_page_ticket', ['ticketId', 'issuedAt'])
@Check('ck_answer_page_mail', `"mail" in (${ANSWER_PAGE_MAILS.map((mail) => `'${mail}'`).join(', ')})`)
export class AnswerPageEntity {
  /** Stands as the author of the answer, for the unit has no account. */
  @KeyColumn({ text: 36 }, 'pk_answer_page')
  id!: string;

  @KindColumn({ text: 36 })
  ticketId!: string;

  /** The request to the unit that it answers. */
  @KindColumn({ text: 36 })
  coordinationId!: string;

  @KindColumn({ text: 64 })
  hash!: string;

  @KindColumn('instant')
  issuedAt!: Date;

  @KindColumn({ text: 36 })
  issuedById!: string;

  /** Where it is mailed to; null where it goes with a letter alone. */
  @KindColumn({ text: 100 }, { nullable: true })
  mailTo!: string | null;

  @KindColumn({ text: 10 })
  mail!: AnswerPageMail;

  /** The secret, sealed for this page, as long as a mail may still have to carry it. */
  @KindColumn({ text: 200 }, { nullable: true })
  secretSealed!: string | null;

  @KindColumn('instant', { nullable: true })
  revokedAt!: Date | null;

  @KindColumn('instant', { nullable: true })
  answeredAt!: Date | null;

  /** Who answered, as they wrote it themselves. */
  @KindColumn({ text: 80 }, { nullable: true })
  answererName!: string | null;

  @KindColumn({ text: 80 }, { nullable: true })
  answererPosition!: string | null;
}

/** What the staff may know of a page: nothing of its address. */
export type KnownAnswerPage = Omit<AnswerPageEntity, 'hash' | 'secretSealed'>;
