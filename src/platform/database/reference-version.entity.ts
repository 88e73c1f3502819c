import { Entity } from 'typeorm';
import { KeyColumn, KindColumn } from './columns.js';

/** A change counter per reference table, incremented by triggers (`count-changes.ts`). */
@Entity('reference_version')
export class ReferenceVersionEntity {
  @KeyColumn({ text: 40 }, 'pk_reference_version')
  name!: string;

  @KindColumn('integer')
  version!: number;
}
