import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const FILE: TablePlan = {
  name: 'record_file',
  key: 'pk_record_file',
  columns: [
    ['id', { text: 36 }, 'key'],
    ['ticketId', { text: 36 }],
    ['unitId', { text: 36 }, 'nullable'],
    ['year', 'integer'],
    ['entry', { text: 20 }],
    ['notation', { text: 20 }],
    ['title', { text: 600 }],
    ['retention', { text: 10 }],
    ['rights', { text: 30 }],
    ['description', { text: 600 }],
    ['state', { text: 20 }],
    ['startedOn', 'day'],
    ['openedAt', 'instant'],
    ['workEndedOn', 'day', 'nullable'],
    ['closedAt', 'instant', 'nullable'],
    ['closedById', { text: 36 }, 'nullable'],
    ['handOverBy', 'day', 'nullable'],
    ['retainedUntil', 'day', 'nullable'],
    ['keptBackConsent', { text: 1000 }, 'nullable'],
    ['warnedFor', 'day', 'nullable'],
    ['handedOverOn', 'day', 'nullable'],
    ['handedOverBy', { text: 1000 }, 'nullable'],
    ['heldBecause', { text: 1000 }, 'nullable'],
    ['version', 'integer'],
  ],
  indices: [
    { name: 'uq_record_file_notation', columns: ['year', 'notation'], isUnique: true },
    { name: 'uq_record_file_ticket', columns: ['ticketId'], isUnique: true },
    { name: 'ix_record_file_state', columns: ['state', 'year', 'notation'] },
    { name: 'ix_record_file_unit', columns: ['unitId', 'state', 'year', 'notation'] },
    { name: 'ix_record_file_hand_over', columns: ['state', 'handOverBy'] },
    { name: 'ix_record_file_retained', columns: ['retainedUntil'] },
  ],
  checks: [{ name: 'ck_record_file_state', column: 'state', values: ['open', 'closed', 'handedOver'] }],
};

const PAPER: TablePlan = {
  name: 'record_paper',
  key: 'pk_record_paper',
  columns: [
    ['id', { text: 36 }, 'key'],
    ['fileId', { text: 36 }],
    ['kind', { text: 20 }],
    ['sourceId', { text: 36 }],
    ['at', 'instant'],
    ['addedById', { text: 36 }],
    ['addedAt', 'instant'],
    ['removedAt', 'instant', 'nullable'],
    ['removedById', { text: 36 }, 'nullable'],
    ['removedBecause', { text: 1000 }, 'nullable'],
  ],
  indices: [
    { name: 'uq_record_paper_source', columns: ['fileId', 'kind', 'sourceId'], isUnique: true },
    { name: 'ix_record_paper_source', columns: ['sourceId'] },
  ],
  checks: [
    {
      name: 'ck_record_paper_kind',
      column: 'kind',
      values: ['incoming', 'brought', 'opinion', 'evidence', 'answer', 'outgoing'],
    },
  ],
};

const EXPORT: TablePlan = {
  name: 'record_export',
  key: 'pk_record_export',
  columns: [
    ['id', { text: 36 }, 'key'],
    ['fileId', { text: 36 }],
    ['state', { text: 20 }],
    ['askedById', { text: 36 }],
    ['askedAt', 'instant'],
    ['done', 'integer'],
    ['total', 'integer'],
    ['sha256', { text: 64 }, 'nullable'],
    ['problem', { text: 1000 }, 'nullable'],
    ['endedAt', 'instant', 'nullable'],
  ],
  indices: [{ name: 'ix_record_export_file', columns: ['fileId', 'askedAt'] }],
  checks: [{ name: 'ck_record_export_state', column: 'state', values: ['pending', 'running', 'ready', 'failed'] }],
};

const TABLES: readonly TablePlan[] = [
  {
    name: 'file_plan_version',
    key: 'pk_file_plan_version',
    columns: [
      ['year', 'integer', 'key'],
      ['version', 'integer', 'key'],
      ['entries', 'json'],
      ['reason', { text: 1000 }],
      ['createdById', { text: 36 }],
      ['createdByName', { text: 100 }],
      ['createdAt', 'instant'],
    ],
  },
  {
    name: 'record_series',
    key: 'pk_record_series',
    columns: [
      ['year', 'integer', 'key'],
      ['entry', { text: 20 }, 'key'],
      ['last', 'integer'],
    ],
  },
  FILE,
  PAPER,
  {
    name: 'record_page_count',
    key: 'pk_record_page_count',
    columns: [
      ['sha256', { text: 64 }, 'key'],
      ['pages', 'integer'],
    ],
  },
  EXPORT,
  {
    name: 'record_watch',
    key: 'pk_record_watch',
    columns: [
      ['id', 'integer', 'key'],
      ['seq', 'integer'],
    ],
  },
];

/** The file plan, files with their papers, and how they are put together to be handed over. */
export class Records1764000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
