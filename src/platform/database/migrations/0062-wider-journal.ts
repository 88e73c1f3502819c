import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const WIDER: TableAddition = {
  table: 'journal_entry',
  columns: [
    ['form', 'integer', 'nullable'],
    ['actorRoles', { text: 200 }, 'nullable'],
    ['principalId', { text: 36 }, 'nullable'],
    ['principalName', { text: 100 }, 'nullable'],
    ['address', { text: 60 }, 'nullable'],
  ],
  indices: [
    { name: 'ix_journal_entry_at', columns: ['at'] },
    { name: 'ix_journal_entry_actor', columns: ['actorId', 'at'] },
    { name: 'ix_journal_entry_action', columns: ['action', 'at'] },
    { name: 'ix_journal_entry_address', columns: ['address', 'at'] },
  ],
};

/** Lines say in which roles, from where and for whom somebody acted, and are found by person, act, time and address. Older lines keep their form. */
export class WiderJournal1764000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, WIDER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, WIDER);
  }
}
