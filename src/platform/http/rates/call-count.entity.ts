import { Entity } from 'typeorm';
import { KeyColumn, KindColumn } from '../../database/columns.js';

/** How often a caller that calls often has called within a minute, all processes together. */
@Entity('call_count')
export class CallCountEntity {
  /** sha256 of who calls, of the route where it has a limit of its own, and of the limit. */
  @KeyColumn({ text: 64 }, 'pk_call_count')
  subject!: string;

  /** Start of the minute, ISO 8601 UTC. */
  @KeyColumn({ text: 30 }, 'pk_call_count')
  minute!: string;

  @KindColumn('integer')
  calls!: number;
}
