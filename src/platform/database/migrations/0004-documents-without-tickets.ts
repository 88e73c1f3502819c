import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'document_handling',
    key: 'pk_document_handling',
    columns: [
      ['documentId', { text: 36 }, 'key'],
      ['state', { text: 20 }],
      ['direction', { text: 1000 }, 'nullable'],
      ['directedById', { text: 36 }, 'nullable'],
      ['directedByName', { text: 100 }, 'nullable'],
      ['directedOn', 'day', 'nullable'],
      ['routedByName', { text: 100 }, 'nullable'],
      ['routedAt', 'instant', 'nullable'],
      ['leadUnitId', { text: 36 }, 'nullable'],
      ['officerId', { text: 36 }, 'nullable'],
      ['dueOn', 'day', 'nullable'],
      ['settlement', { text: 20 }, 'nullable'],
      ['result', { text: 1000 }, 'nullable'],
      ['settledByName', { text: 100 }, 'nullable'],
      ['settledAt', 'instant', 'nullable'],
      ['version', 'integer'],
    ],
    indices: [
      { name: 'ix_document_handling_state', columns: ['state', 'dueOn'] },
      { name: 'ix_document_handling_lead', columns: ['leadUnitId', 'state', 'dueOn'] },
    ],
    checks: [{ name: 'ck_document_handling_state', column: 'state', values: ['received', 'routed', 'settled'] }],
  },
  {
    name: 'document_coordination',
    key: 'pk_document_coordination',
    columns: [
      ['documentId', { text: 36 }, 'key'],
      ['unitId', { text: 36 }, 'key'],
      ['opinion', { text: 2000 }, 'nullable'],
      ['givenByName', { text: 100 }, 'nullable'],
      ['givenAt', 'instant', 'nullable'],
    ],
    indices: [{ name: 'ix_document_coordination_unit', columns: ['unitId', 'documentId'] }],
  },
];

/** Incoming documents that are handled without a ticket. */
export class DocumentsWithoutTickets1765000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
