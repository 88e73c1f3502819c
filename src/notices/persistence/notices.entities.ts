import { Check, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { DIGEST_STATES, type DigestState } from '../domain/digest.js';
import { NOTICE_KINDS, type NoticeKind } from '../domain/notice.js';

/** Something one member of staff should know. Its words name no citizen: they are read on many screens and leave the agency by mail. */
@Entity('notice')
@Index('uq_notice_key', ['key'], { unique: true })
@Index('ix_notice_staff', ['staffId', 'seq'])
@Index('ix_notice_unread', ['staffId', 'readAt', 'seq'])
@Check('ck_notice_kind', `"kind" in (${NOTICE_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
export class NoticeEntity {
  /** Order of telling. */
  @PrimaryGeneratedColumn({ type: 'int', primaryKeyConstraintName: 'pk_notice' })
  seq!: number;

  /** The notice's own name: telling it twice tells it once. */
  @KindColumn({ text: 200 })
  key!: string;

  @KindColumn({ text: 36 })
  staffId!: string;

  @KindColumn({ text: 20 })
  kind!: NoticeKind;

  @KindColumn({ text: 36 }, { nullable: true })
  ticketId!: string | null;

  /** The code of the ticket, as people write it. */
  @KindColumn({ text: 20 }, { nullable: true })
  code!: string | null;

  @KindColumn({ text: 500 })
  words!: string;

  @KindColumn('instant')
  at!: Date;

  @KindColumn('instant', { nullable: true })
  readAt!: Date | null;

  /** When the mail that names it was taken by the mail server. */
  @KindColumn('instant', { nullable: true })
  mailedAt!: Date | null;
}

/** The one mail of a person and a day, fixed before it is sent, so that every try sends the same. */
@Entity('mail_digest')
@Index('ix_mail_digest_day', ['day', 'staffId'])
@Index('ix_mail_digest_state', ['state', 'day'])
@Check('ck_mail_digest_state', `"state" in (${DIGEST_STATES.map((state) => `'${state}'`).join(', ')})`)
export class MailDigestEntity {
  @KeyColumn({ text: 36 }, 'pk_mail_digest')
  staffId!: string;

  @KeyColumn('day', 'pk_mail_digest')
  day!: CivilDate;

  /** Null when there was nothing to send. */
  @KindColumn({ text: 100 }, { nullable: true })
  address!: string | null;

  @KindColumn({ text: 200 })
  subject!: string;

  @KindColumn('longText')
  text!: string;

  @KindColumn('longText')
  html!: string;

  @KindColumn({ text: 10 })
  state!: DigestState;

  /** Why the mail server refused it. */
  @KindColumn({ text: 1000 }, { nullable: true })
  reason!: string | null;

  @KindColumn('instant')
  writtenAt!: Date;

  @KindColumn('instant', { nullable: true })
  endedAt!: Date | null;
}

/** A condition that lasts until somebody corrects it, from when it was first seen; the row goes when it is over. */
@Entity('notice_condition')
export class NoticeConditionEntity {
  @KeyColumn({ text: 60 }, 'pk_notice_condition')
  kind!: string;

  @KeyColumn({ text: 36 }, 'pk_notice_condition')
  objectId!: string;

  @KindColumn('instant')
  begunAt!: Date;
}
