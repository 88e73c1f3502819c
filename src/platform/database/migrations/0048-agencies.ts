import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const DIRECTORY: readonly TablePlan[] = [
  {
    name: 'agency',
    key: 'pk_agency',
    columns: [
      ['code', { exact: 60 }, 'key'],
      ['legacyCode', { exact: 60 }, 'nullable'],
      ['parentCode', { exact: 60 }, 'nullable'],
      ['name', { text: 300 }],
      ['active', 'boolean'],
      ['forTests', 'boolean'],
      ['modifiedAt', 'instant', 'nullable'],
      ['seenInRun', { text: 36 }],
    ],
    indices: [{ name: 'ix_agency_legacy', columns: ['legacyCode'] }],
  },
  {
    name: 'agency_word',
    key: 'pk_agency_word',
    keyIsTable: true,
    columns: [
      ['word', { exact: 40 }, 'key'],
      ['code', { exact: 60 }, 'key'],
    ],
    indices: [{ name: 'ix_agency_word_code', columns: ['code'] }],
  },
  {
    name: 'agency_sync',
    key: 'pk_agency_sync',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['kind', { text: 10 }],
      ['state', { text: 10 }],
      ['askedBy', { text: 100 }, 'nullable'],
      ['startedAt', 'instant'],
      ['movedAt', 'instant'],
      ['finishedAt', 'instant', 'nullable'],
      ['seen', 'integer'],
      ['changed', 'integer'],
      ['unseen', 'integer'],
      ['reason', { text: 500 }, 'nullable'],
    ],
    indices: [{ name: 'ix_agency_sync_started', columns: ['startedAt'] }],
    checks: [
      { name: 'ck_agency_sync_kind', column: 'kind', values: ['whole', 'delta'] },
      { name: 'ck_agency_sync_state', column: 'state', values: ['asked', 'running', 'done', 'failed', 'held'] },
    ],
  },
];

/** The directory of agencies as the e-office has it, kept here, found by the words of their names, and how it was brought up to date. */
export class Agencies1764000000048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, DIRECTORY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, DIRECTORY);
  }
}
