import { Entity } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** One version of what documents say of the agency. Rows are never changed or deleted: documents were drafted by them. */
@Entity('agency_profile_version')
export class AgencyProfileVersionEntity {
  /** From 2: version 1 is what the settings say at the first start. */
  @KeyColumn('integer', 'pk_agency_profile_version')
  version!: number;

  @KindColumn('day')
  validFrom!: CivilDate;

  /** As src/agency-profile/application/stored-facts.ts reads it. */
  @KindColumn('json')
  facts!: unknown;

  @KindColumn({ text: 36 })
  createdById!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn({ text: 1000 })
  reason!: string;
}
