import { Entity } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { SignedDigest } from '../domain/daily-digest.js';

/** The signed digest of the journal of a day; appended only. */
@Entity('journal_digest')
export class JournalDigestEntity {
  @KeyColumn('day', 'pk_journal_digest')
  day!: CivilDate;

  @KindColumn('json')
  signed!: SignedDigest;
}
