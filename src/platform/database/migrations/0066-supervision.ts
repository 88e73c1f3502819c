import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const INDICES: readonly TableAddition[] = [
  {
    table: 'ticket',
    indices: [{ name: 'ix_ticket_answered', columns: ['answeredAt', 'leadUnitId'], where: '"answeredAt" IS NOT NULL' }],
  },
  {
    table: 'dispatch',
    indices: [{ name: 'ix_dispatch_unsent', columns: ['createdAt'], where: '"sentAt" IS NULL' }],
  },
];

const TABLES: readonly TablePlan[] = [
  {
    name: 'inspection_sample',
    key: 'pk_inspection_sample',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['purpose', { text: 500 }],
      ['drawnFrom', 'json'],
      ['seed', { text: 64 }],
      ['population', 'json'],
      ['populationSha256', { text: 64 }],
      ['chosen', 'json'],
      ['drawnAt', 'instant'],
      ['drawnById', { text: 36 }],
      ['drawnByName', { text: 100 }],
    ],
    indices: [{ name: 'ix_inspection_sample_drawn', columns: ['drawnAt', 'id'] }],
  },
  {
    name: 'inspection_note',
    key: 'pk_inspection_note',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['ticketId', { text: 36 }],
      ['sampleId', { text: 36 }, 'nullable'],
      ['kind', { text: 20 }],
      ['happenedOn', 'day'],
      ['place', { text: 200 }],
      ['finding', { text: 20 }],
      ['text', 'longText'],
      ['writtenById', { text: 36 }],
      ['writtenByName', { text: 100 }],
      ['writtenAt', 'instant'],
    ],
    indices: [
      { name: 'ix_inspection_note_ticket', columns: ['ticketId', 'writtenAt'] },
      { name: 'ix_inspection_note_sample', columns: ['sampleId'] },
    ],
    checks: [
      { name: 'ck_inspection_note_kind', column: 'kind', values: ['inspection', 'verification'] },
      { name: 'ck_inspection_note_finding', column: 'finding', values: ['right', 'partly', 'wrong', 'unclear'] },
    ],
  },
  {
    name: 'inspection_file',
    key: 'pk_inspection_file',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['noteId', { text: 36 }],
      ['name', { text: 200 }],
      ['mediaType', { text: 100 }],
      ['size', 'integer'],
      ['sha256', { text: 64 }],
    ],
    indices: [{ name: 'ix_inspection_file_note', columns: ['noteId'] }],
  },
  {
    name: 'directive',
    key: 'pk_directive',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['unitId', { text: 36 }],
      ['ticketId', { text: 36 }, 'nullable'],
      ['text', 'longText'],
      ['dueOn', 'day'],
      ['state', { text: 20 }],
      ['issuedById', { text: 36 }],
      ['issuedByName', { text: 100 }],
      ['issuedAt', 'instant'],
      ['toldOn', 'day', 'nullable'],
      ['version', 'integer'],
    ],
    indices: [
      { name: 'ix_directive_state', columns: ['state', 'dueOn', 'id'] },
      { name: 'ix_directive_unit', columns: ['unitId', 'state', 'dueOn', 'id'] },
      { name: 'ix_directive_ticket', columns: ['ticketId'] },
    ],
    checks: [{ name: 'ck_directive_state', column: 'state', values: ['open', 'answered', 'closed'] }],
  },
  {
    name: 'directive_step',
    key: 'pk_directive_step',
    columns: [
      ['directiveId', { text: 36 }, 'key'],
      ['position', 'integer', 'key'],
      ['kind', { text: 20 }],
      ['text', 'longText'],
      ['dueOn', 'day', 'nullable'],
      ['byId', { text: 36 }],
      ['byName', { text: 100 }],
      ['at', 'instant'],
    ],
    checks: [
      {
        name: 'ck_directive_step_kind',
        column: 'kind',
        values: ['issue', 'answer', 'return', 'close', 'handOver'],
      },
    ],
  },
  {
    name: 'reminder_letter',
    key: 'pk_reminder_letter',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['key', { text: 160 }],
      ['unitId', { text: 36 }],
      ['ticketIds', 'json'],
      ['origin', { text: 20 }],
      ['state', { text: 20 }],
      ['proposedAt', 'instant'],
      ['decidedById', { text: 36 }, 'nullable'],
      ['decidedByName', { text: 100 }, 'nullable'],
      ['decidedAt', 'instant', 'nullable'],
      ['letterSha256', { text: 64 }, 'nullable'],
      ['problem', { text: 500 }, 'nullable'],
      ['version', 'integer'],
    ],
    indices: [
      { name: 'uq_reminder_letter_key', columns: ['key'], isUnique: true },
      { name: 'ix_reminder_letter_state', columns: ['state', 'proposedAt'] },
      { name: 'ix_reminder_letter_unit', columns: ['unitId', 'proposedAt'] },
    ],
    checks: [
      {
        name: 'ck_reminder_letter_state',
        column: 'state',
        values: ['proposed', 'making', 'made', 'failed', 'dropped'],
      },
    ],
  },
];

/** What supervision counts, draws, finds, directs and reminds of. */
export class Supervision1764000000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const addition of INDICES) await extendTable(runner, addition);
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
    for (const addition of INDICES) await reduceTable(runner, addition);
  }
}
