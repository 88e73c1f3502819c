import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

type Column = TablePlan['columns'][number];

const OF_A_CYCLE: readonly Column[] = [
  ['id', { text: 36 }, 'key'],
  ['ticketId', { text: 36 }],
  ['cycle', 'integer'],
];

const DECISION: readonly Column[] = [
  ['decidedById', { text: 36 }, 'nullable'],
  ['decidedAt', 'instant', 'nullable'],
  ['decisionReason', 'longText', 'nullable'],
];

const byTicket = (table: string) => ({ name: `ix_${table}_ticket`, columns: ['ticketId', 'cycle'] });

const TABLES: readonly TablePlan[] = [
  {
    name: 'ticket_pause',
    key: 'pk_ticket_pause',
    columns: [
      ...OF_A_CYCLE,
      ['startedAt', 'instant'],
      ['until', 'instant'],
      ['endedAt', 'instant', 'nullable'],
      ['request', 'longText'],
      ['reply', 'longText', 'nullable'],
      ['askedById', { text: 36 }],
    ],
    indices: [byTicket('ticket_pause'), { name: 'ix_ticket_pause_until', columns: ['endedAt', 'until'] }],
  },
  {
    name: 'ticket_extension',
    key: 'pk_ticket_extension',
    columns: [
      ...OF_A_CYCLE,
      ['workingDays', 'integer'],
      ['promisedOn', 'day'],
      ['reason', 'longText'],
      ['progress', 'longText'],
      ['askedById', { text: 36 }],
      ['askedAt', 'instant'],
      ['granted', 'boolean', 'nullable'],
      ...DECISION,
    ],
    indices: [byTicket('ticket_extension')],
  },
  {
    name: 'ticket_coordination',
    key: 'pk_ticket_coordination',
    columns: [
      ...OF_A_CYCLE,
      ['unitId', { text: 36 }],
      ['question', 'longText'],
      ['askedById', { text: 36 }],
      ['askedAt', 'instant'],
      ['dueAt', 'instant'],
      ['legalEndAt', 'instant'],
      ['endedAt', 'instant', 'nullable'],
      ['reply', 'longText', 'nullable'],
      ['repliedById', { text: 36 }, 'nullable'],
    ],
    indices: [
      byTicket('ticket_coordination'),
      { name: 'ix_ticket_coordination_unit', columns: ['unitId', 'endedAt', 'dueAt'] },
      { name: 'ix_ticket_coordination_end', columns: ['endedAt', 'legalEndAt'] },
    ],
  },
  {
    name: 'ticket_answer',
    key: 'pk_ticket_answer',
    columns: [
      ...OF_A_CYCLE,
      ['text', 'longText'],
      ['noEvidenceReason', 'longText', 'nullable'],
      ['proposedById', { text: 36 }],
      ['proposedAt', 'instant'],
      ['approved', 'boolean', 'nullable'],
      ...DECISION,
    ],
    indices: [byTicket('ticket_answer')],
  },
  {
    name: 'ticket_publication',
    key: 'pk_ticket_publication',
    columns: [
      ...OF_A_CYCLE,
      ['title', { text: 500 }],
      ['text', 'longText'],
      ['consent', 'boolean'],
      ['askedById', { text: 36 }],
      ['askedAt', 'instant'],
      ['approved', 'boolean', 'nullable'],
      ...DECISION,
    ],
    indices: [byTicket('ticket_publication')],
  },
  {
    name: 'ticket_rating',
    key: 'pk_ticket_rating',
    columns: [
      ...OF_A_CYCLE,
      ['stars', 'integer'],
      ['comment', 'longText', 'nullable'],
      ['ratedAt', 'instant'],
      ['recordedById', { text: 36 }, 'nullable'],
    ],
    indices: [{ name: 'uq_ticket_rating_cycle', columns: ['ticketId', 'cycle'], isUnique: true }],
    checks: [{ name: 'ck_ticket_rating_stars', column: 'stars', values: [1, 2, 3, 4, 5] }],
  },
  {
    name: 'ticket_file',
    key: 'pk_ticket_file',
    columns: [
      ...OF_A_CYCLE,
      ['purpose', { text: 10 }],
      ['name', { text: 200 }],
      ['mediaType', { text: 100 }],
      ['size', 'integer'],
      ['sha256', { text: 64 }],
      ['addedById', { text: 36 }],
      ['addedAt', 'instant'],
    ],
    indices: [byTicket('ticket_file')],
    checks: [{ name: 'ck_ticket_file_purpose', column: 'purpose', values: ['intake', 'evidence'] }],
  },
];

/** What a ticket meets on its way: pauses, extensions, coordination, answers, publication, ratings, files. */
export class TicketLife1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
