import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'routing_line',
    key: 'pk_routing_line',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['no', 'integer'],
      ['category', { text: 20 }, 'nullable'],
      ['schoolLevel', { text: 20 }, 'nullable'],
      ['area', { text: 200 }, 'nullable'],
      ['leadUnitId', { text: 36 }, 'nullable'],
      ['officerId', { text: 36 }, 'nullable'],
      ['coordinators', 'json'],
      ['basis', { text: 100 }],
      ['validFrom', 'day'],
      ['validTo', 'day', 'nullable'],
      ['createdById', { text: 36 }],
      ['createdByName', { text: 100 }],
      ['createdAt', 'instant'],
      ['endedBecause', { text: 500 }, 'nullable'],
      ['endedByName', { text: 100 }, 'nullable'],
      ['endedAt', 'instant', 'nullable'],
    ],
    indices: [{ name: 'uq_routing_line_no', columns: ['no'], isUnique: true }],
  },
  {
    name: 'routing_import',
    key: 'pk_routing_import',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['name', { text: 200 }],
      ['sha256', { text: 64 }],
      ['uploadedById', { text: 36 }],
      ['uploadedAt', 'instant'],
      ['confirmedById', { text: 36 }, 'nullable'],
      ['confirmedAt', 'instant', 'nullable'],
      ['added', 'integer'],
    ],
    indices: [{ name: 'ix_routing_import_uploaded', columns: ['uploadedAt'] }],
  },
];

/** To whom work of a sort goes, from a day to a day. */
export class RoutingTable1765000000007 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, TABLES);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, TABLES);
  }
}
