import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'circular',
    key: 'pk_circular',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['state', { text: 20 }],
      ['title', { text: 300 }],
      ['symbol', { text: 60 }],
      ['issuedOn', 'day', 'nullable'],
      ['text', 'longText'],
      ['files', 'json'],
      ['audience', 'json'],
      ['dueOn', 'day'],
      ['validTo', 'day', 'nullable'],
      ['replacesId', { text: 36 }, 'nullable'],
      ['replacedById', { text: 36 }, 'nullable'],
      ['createdById', { text: 36 }],
      ['createdByName', { text: 100 }],
      ['createdAt', 'instant'],
      ['sentByName', { text: 100 }, 'nullable'],
      ['sentAt', 'instant', 'nullable'],
      ['withdrawnByName', { text: 100 }, 'nullable'],
      ['withdrawnAt', 'instant', 'nullable'],
      ['withdrawnBecause', { text: 500 }, 'nullable'],
      ['remindedStep', { text: 20 }, 'nullable'],
      ['version', 'integer'],
    ],
    indices: [
      { name: 'ix_circular_created', columns: ['createdAt', 'id'] },
      { name: 'ix_circular_state', columns: ['state', 'validTo'] },
    ],
    checks: [{ name: 'ck_circular_state', column: 'state', values: ['draft', 'sent', 'withdrawn'] }],
  },
  {
    name: 'circular_unit',
    key: 'pk_circular_unit',
    columns: [
      ['seq', 'counter'],
      ['circularId', { text: 36 }],
      ['unitId', { text: 36 }],
      ['peopleTold', 'integer', 'nullable'],
      ['toldOn', 'day', 'nullable'],
      ['note', { text: 500 }, 'nullable'],
      ['minutesName', { text: 200 }, 'nullable'],
      ['minutesSha256', { text: 64 }, 'nullable'],
      ['confirmedAt', 'instant', 'nullable'],
      ['confirmedById', { text: 36 }, 'nullable'],
      ['confirmedByName', { text: 100 }, 'nullable'],
    ],
    indices: [
      { name: 'uq_circular_unit', columns: ['circularId', 'unitId'], isUnique: true },
      { name: 'ix_circular_unit_seq', columns: ['circularId', 'seq'] },
      { name: 'ix_circular_unit_unit', columns: ['unitId', 'confirmedAt'] },
    ],
  },
  {
    name: 'circular_receipt',
    key: 'pk_circular_receipt',
    columns: [
      ['seq', 'counter'],
      ['circularId', { text: 36 }],
      ['staffId', { text: 36 }],
      ['unitId', { text: 36 }],
      ['state', { text: 20 }],
      ['handedAt', 'instant'],
      ['readAt', 'instant', 'nullable'],
      ['acknowledgedAt', 'instant', 'nullable'],
    ],
    indices: [
      { name: 'uq_circular_receipt', columns: ['circularId', 'staffId'], isUnique: true },
      { name: 'ix_circular_receipt_open', columns: ['circularId', 'state', 'seq'] },
      { name: 'ix_circular_receipt_unit', columns: ['circularId', 'unitId', 'state', 'seq'] },
      { name: 'ix_circular_receipt_staff', columns: ['staffId', 'state', 'seq'] },
    ],
    checks: [{ name: 'ck_circular_receipt_state', column: 'state', values: ['open', 'acknowledged', 'lapsed'] }],
  },
];

/** Circulars, the units they address and who has read and acknowledged them. */
export class Circulars1764000000069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
