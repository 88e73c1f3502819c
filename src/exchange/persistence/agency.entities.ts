import { Check, Entity, Index } from 'typeorm';
import { REGISTER_LENGTHS } from '../../documents/domain/register-lengths.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { SYNC_KINDS, SYNC_STATES, WORD_LONGEST, type SyncKind, type SyncState } from '../domain/agency-directory.js';

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** An agency of the e-office's directory. Rows are never deleted: what is no longer there is not active. */
@Entity('agency')
@Index('ix_agency_legacy', ['legacyCode'])
export class AgencyEntity {
  @KeyColumn({ exact: REGISTER_LENGTHS.agencyCode }, 'pk_agency')
  code!: string;

  /** Its code of the other generation. */
  @KindColumn({ exact: REGISTER_LENGTHS.agencyCode }, { nullable: true })
  legacyCode!: string | null;

  @KindColumn({ exact: REGISTER_LENGTHS.agencyCode }, { nullable: true })
  parentCode!: string | null;

  @KindColumn({ text: 300 })
  name!: string;

  @KindColumn('boolean')
  active!: boolean;

  /** A unit of the axis for tests, offered to nobody. */
  @KindColumn('boolean')
  forTests!: boolean;

  /** The run that saw it last. */
  @KindColumn({ text: 36 })
  seenInRun!: string;
}

/** A word of an agency's name, folded. */
@Entity('agency_word', { withoutRowid: true })
@Index('ix_agency_word_code', ['code'])
export class AgencyWordEntity {
  @KeyColumn({ exact: WORD_LONGEST }, 'pk_agency_word')
  word!: string;

  @KeyColumn({ exact: REGISTER_LENGTHS.agencyCode }, 'pk_agency_word')
  code!: string;
}

/** One run that brought the directory up to date, or tried to. */
@Entity('agency_sync')
@Index('ix_agency_sync_started', ['startedAt'])
@Check('ck_agency_sync_kind', `"kind" in (${listed(SYNC_KINDS)})`)
@Check('ck_agency_sync_state', `"state" in (${listed(SYNC_STATES)})`)
export class AgencySyncEntity {
  @KeyColumn({ text: 36 }, 'pk_agency_sync')
  id!: string;

  @KindColumn({ text: 10 })
  kind!: SyncKind;

  @KindColumn({ text: 10 })
  state!: SyncState;

  /** Who asked for it; null when its time had come. */
  @KindColumn({ text: 100 }, { nullable: true })
  askedBy!: string | null;

  @KindColumn('instant')
  startedAt!: Date;

  /** When the last page was read; a run without progress for long was killed. */
  @KindColumn('instant')
  movedAt!: Date;

  @KindColumn('instant', { nullable: true })
  finishedAt!: Date | null;

  @KindColumn('integer')
  seen!: number;

  @KindColumn('integer')
  changed!: number;

  /** Of a whole run: how many active agencies it did not see. */
  @KindColumn('integer')
  unseen!: number;

  @KindColumn({ text: 500 }, { nullable: true })
  reason!: string | null;
}
