import { Entity } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** One published version of the rules on time. Rows are never changed or deleted: tickets were counted by them. */
@Entity('policy_version')
export class PolicyVersionEntity {
  /** From 2: version 1 ships with the software. */
  @KeyColumn('integer', 'pk_policy_version')
  version!: number;

  @KindColumn('day')
  validFrom!: CivilDate;

  @KindColumn({ text: 500 })
  citation!: string;

  @KindColumn({ text: 200 })
  name!: string;

  /** The whole set, as src/policies/application/stored-policy.ts reads it. */
  @KindColumn('json')
  body!: unknown;

  @KindColumn({ text: 36 })
  createdById!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn({ text: 1000 })
  reason!: string;
}
