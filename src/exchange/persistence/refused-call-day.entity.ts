import { Entity } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** How many calls a door refused on a day, and how many of them were kept. */
@Entity('refused_call_day')
export class RefusedCallDayEntity {
  /** In Việt Nam. */
  @KeyColumn('day', 'pk_refused_call_day')
  day!: string;

  @KeyColumn({ text: 40 }, 'pk_refused_call_day')
  door!: string;

  /** Kept, each with a row of its own. */
  @KindColumn('integer')
  kept!: number;

  /** Bytes kept of them. */
  @KindColumn('integer')
  bytes!: number;

  /** Beyond the ceiling: only counted. */
  @KindColumn('integer')
  beyond!: number;
}
