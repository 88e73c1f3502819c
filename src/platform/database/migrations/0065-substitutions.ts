import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const SUBSTITUTIONS: readonly TablePlan[] = [
  {
    name: 'substitution',
    key: 'pk_substitution',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['principalId', { text: 36 }],
      ['principalName', { text: 100 }],
      ['substituteId', { text: 36 }],
      ['substituteName', { text: 100 }],
      ['roles', 'json'],
      ['basis', { text: 500 }],
      ['validFrom', 'instant'],
      ['validTo', 'instant'],
      ['createdById', { text: 36 }],
      ['createdByName', { text: 100 }],
      ['createdAt', 'instant'],
      ['endedAt', 'instant', 'nullable'],
      ['endedByName', { text: 100 }, 'nullable'],
    ],
    indices: [
      { name: 'ix_substitution_valid', columns: ['validTo'] },
      { name: 'ix_substitution_principal', columns: ['principalId', 'validTo'] },
      { name: 'ix_substitution_substitute', columns: ['substituteId', 'validTo'] },
    ],
  },
];

/** What was done for somebody who was away is found by that person. */
const DONE_FOR: TableAddition = {
  table: 'journal_entry',
  indices: [{ name: 'ix_journal_entry_principal', columns: ['principalId', 'at'] }],
};

/** Who acts for whom from when to when. */
export class Substitutions1764000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, SUBSTITUTIONS);
    await extendTable(runner, DONE_FOR);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, DONE_FOR);
    await dropTables(runner, SUBSTITUTIONS);
  }
}
