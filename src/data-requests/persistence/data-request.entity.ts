import { Check, Entity, Index, VersionColumn } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { REQUEST_KINDS, type RequestChannel, type RequestKind, type RequestOutcome } from '../domain/data-request.js';

/** What a person asked about the data kept of them, and the outcome. Rows are never deleted. */
@Entity('data_request')
@Index('ix_data_request_answered', ['answeredAt', 'dueAt'])
@Check('ck_data_request_kind', `"kind" in (${REQUEST_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
export class DataRequestEntity {
  @KeyColumn({ text: 36 }, 'pk_data_request')
  id!: string;

  @KindColumn({ text: 20 })
  kind!: RequestKind;

  @KindColumn({ text: 20 })
  channel!: RequestChannel;

  @KindColumn({ text: 100 })
  personName!: string;

  /** Empty where it was not given. */
  @KindColumn({ text: 30 })
  personPhone!: string;

  @KindColumn('longText')
  asked!: string;

  /** By what the clerk knew that it is this person who asks. */
  @KindColumn({ text: 300 })
  identityProof!: string;

  @KindColumn('instant')
  receivedAt!: Date;

  /** The last moment at which an answer is in time. */
  @KindColumn('instant')
  dueAt!: Date;

  @KindColumn({ text: 36 })
  recordedById!: string;

  @KindColumn({ text: 100 })
  recordedByName!: string;

  /** The day on which its keepers were last told that it is due. */
  @KindColumn('day', { nullable: true })
  toldOn!: CivilDate | null;

  @KindColumn({ text: 20 }, { nullable: true })
  outcome!: RequestOutcome | null;

  @KindColumn({ text: 500 }, { nullable: true })
  basis!: string | null;

  @KindColumn('longText', { nullable: true })
  answer!: string | null;

  @KindColumn('instant', { nullable: true })
  answeredAt!: Date | null;

  @KindColumn({ text: 36 }, { nullable: true })
  answeredById!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  answeredByName!: string | null;

  @VersionColumn()
  version!: number;
}
