import { Entity } from 'typeorm';
import { KeyColumn, KindColumn } from './columns.js';

/** How often a reference table has changed; triggers count (`count-changes.ts`). */
@Entity('reference_version')
export class ReferenceVersionEntity {
  @KeyColumn({ text: 40 }, 'pk_reference_version')
  name!: string;

  @KindColumn('integer')
  version!: number;
}
