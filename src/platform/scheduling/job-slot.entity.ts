import { Entity } from 'typeorm';
import { KeyColumn, KindColumn } from '../database/columns.js';

/** One run of one job: who inserts the row, runs. */
@Entity('job_slot')
export class JobSlotEntity {
  @KeyColumn({ text: 60 }, 'pk_job_slot')
  job!: string;

  /** Start of the slot, ISO 8601 UTC. */
  @KeyColumn({ text: 30 }, 'pk_job_slot')
  slot!: string;

  @KindColumn('instant')
  claimedAt!: Date;
}
