import type { CivilDate } from '../../kernel/civil-date.js';
import { KindColumn } from '../../platform/database/columns.js';

/** A line by which a power is given from a day to a day, on a document. Nothing of it changes but that it is ended, or ended sooner. */
export abstract class AuthorityLine {
  abstract id: string;

  @KindColumn('day')
  validFrom!: CivilDate;

  @KindColumn('day', { nullable: true })
  validTo!: CivilDate | null;

  /** Number of the decision; of lines that the update made, what they follow. */
  @KindColumn({ text: 100 })
  basis!: string;

  @KindColumn({ text: 200 }, { nullable: true })
  fileName!: string | null;

  @KindColumn({ text: 64 }, { nullable: true })
  fileSha256!: string | null;

  @KindColumn({ text: 36 })
  createdById!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn('day', { nullable: true })
  endedFrom!: CivilDate | null;

  @KindColumn({ text: 500 }, { nullable: true })
  endedBecause!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  endedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  endedAt!: Date | null;
}
