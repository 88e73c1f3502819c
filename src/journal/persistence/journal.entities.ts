import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { ChainedLine } from '../domain/chain.js';

/** Who did what to which record, chained; appended only. */
@Entity('journal_entry')
@Index('ix_journal_entry_object', ['objectKind', 'objectId'])
@Index('ix_journal_entry_at', ['at'])
@Index('ix_journal_entry_actor', ['actorId', 'at'])
@Index('ix_journal_entry_action', ['action', 'at'])
@Index('ix_journal_entry_address', ['address', 'at'])
@Index('ix_journal_entry_principal', ['principalId', 'at'])
export class JournalEntryEntity implements ChainedLine {
  @KeyColumn('integer', 'pk_journal_entry')
  seq!: number;

  @KindColumn('instant')
  at!: Date;

  @KindColumn({ text: 36 })
  actorId!: string;

  @KindColumn({ text: 100 })
  actorName!: string;

  @KindColumn({ text: 60 })
  action!: string;

  @KindColumn({ text: 40 })
  objectKind!: string;

  @KindColumn({ text: 100 })
  objectId!: string;

  @KindColumn('json', { broken: (text) => ({ unreadable: text }) })
  detail!: object;

  @KindColumn('integer', { nullable: true })
  form!: number | null;

  @KindColumn({ text: 200 }, { nullable: true })
  actorRoles!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  principalId!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  principalName!: string | null;

  @KindColumn({ text: 60 }, { nullable: true })
  address!: string | null;

  @KindColumn({ text: 64 })
  previousHash!: string;

  @KindColumn({ text: 64 })
  hash!: string;
}

/** The last line's number and hash: the one row whose update puts writers in a queue. */
@Entity('journal_head')
export class JournalHeadEntity {
  @KeyColumn('integer', 'pk_journal_head')
  id!: number;

  @KindColumn('integer')
  seq!: number;

  @KindColumn({ text: 64 })
  hash!: string;
}
