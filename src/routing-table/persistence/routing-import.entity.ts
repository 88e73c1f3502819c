import { Entity, Index } from 'typeorm';
import { ListFile } from '../../files/index.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** An uploaded list of lines of the standing table, and what became of it. */
@Entity('routing_import')
@Index('ix_routing_import_uploaded', ['uploadedAt'])
export class RoutingImportEntity extends ListFile {
  @KeyColumn({ text: 36 }, 'pk_routing_import')
  id!: string;

  @KindColumn('integer')
  added!: number;
}
