import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countChanges, stopCounting, type CountedTable } from '../count-changes.js';
import {
  createTables,
  dropTables,
  extendTable,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'decision_authority',
    key: 'pk_decision_authority',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['personId', { text: 36 }, 'nullable'],
      ['office', { text: 20 }, 'nullable'],
      ['matters', 'json'],
      ['scope', { text: 500 }, 'nullable'],
      ['validFrom', 'day'],
      ['validTo', 'day', 'nullable'],
      ['basis', { text: 100 }],
      ['basisDate', 'day'],
      ['fileName', { text: 200 }, 'nullable'],
      ['fileSha256', { text: 64 }, 'nullable'],
      ['createdById', { text: 36 }],
      ['createdByName', { text: 100 }],
      ['createdAt', 'instant'],
      ['endedFrom', 'day', 'nullable'],
      ['endedBecause', { text: 500 }, 'nullable'],
      ['endedByName', { text: 100 }, 'nullable'],
      ['endedAt', 'instant', 'nullable'],
    ],
  },
  {
    name: 'proposed_decision',
    key: 'pk_proposed_decision',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['ticketId', { text: 36 }],
      ['act', { text: 20 }],
      ['wish', 'json'],
      ['proposedById', { text: 36 }],
      ['proposedByName', { text: 100 }],
      ['proposedAt', 'instant'],
      ['state', { text: 12 }],
      ['decidedById', { text: 36 }, 'nullable'],
      ['decidedByName', { text: 100 }, 'nullable'],
      ['decidedAt', 'instant', 'nullable'],
      ['reason', { text: 1000 }, 'nullable'],
    ],
    indices: [
      { name: 'uq_proposed_decision_waiting', columns: ['ticketId'], isUnique: true, where: `"state" = 'proposed'` },
      { name: 'ix_proposed_decision_state', columns: ['state', 'proposedAt'] },
      { name: 'ix_proposed_decision_ticket', columns: ['ticketId', 'proposedAt'] },
    ],
    checks: [
      {
        name: 'ck_proposed_decision_state',
        column: 'state',
        values: ['proposed', 'decided', 'refused', 'withdrawn', 'overtaken'],
      },
    ],
  },
];

const ASSIGNMENT: TableAddition = {
  table: 'ticket_assignment',
  columns: [
    ['ground', { text: 12 }, 'nullable'],
    ['basis', { text: 200 }, 'nullable'],
    ['directive', 'longText', 'nullable'],
    ['directedByName', { text: 100 }, 'nullable'],
    ['proposedByName', { text: 100 }, 'nullable'],
  ],
};

const DRAFT: TableAddition = { table: 'draft', columns: [['writerIds', 'json', 'nullable']] };

const WAITING: readonly TableAddition[] = [
  {
    table: 'ticket_extension',
    indices: [{ name: 'ix_ticket_extension_waiting', columns: ['askedAt', 'id'], where: '"decidedAt" IS NULL' }],
  },
  {
    table: 'ticket_publication',
    indices: [{ name: 'ix_ticket_publication_waiting', columns: ['askedAt', 'id'], where: '"approved" IS NULL' }],
  },
];

const COUNTED: CountedTable = { table: 'decision_authority' };

/** Those who saved revisions before today are known from these. */
function writersOf(runner: QueryRunner): string {
  const saved = `FROM (SELECT DISTINCT "writerId" FROM "draft_revision" WHERE "draftId" = "draft"."id") w`;
  const listed =
    runner.dataSource.options.type === 'mssql'
      ? `(SELECT '["' + STRING_AGG(w."writerId", '","') + '"]' ${saved})`
      : `(SELECT json_group_array(w."writerId") ${saved})`;
  return `UPDATE "draft" SET "writerIds" = ${listed}`;
}

/** Who decides in a leader's place; what was proposed to a leader; by what right a ticket was assigned; who ever saved a draft. */
export class WhoDecides1765000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await countChanges(runner, COUNTED);
    for (const addition of [ASSIGNMENT, DRAFT, ...WAITING]) await extendTable(runner, addition);
    await runner.query(writersOf(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const addition of [...WAITING, DRAFT, ASSIGNMENT]) await reduceTable(runner, addition);
    await stopCounting(runner, COUNTED);
    await dropTables(runner, TABLES);
  }
}
