import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const BEFORE: readonly TableAddition[] = [
  {
    table: 'draft',
    indices: [
      { name: 'ix_draft_state', columns: ['state', 'savedAt'] },
      { name: 'ix_draft_case', columns: ['caseKind', 'caseId'] },
    ],
  },
];

const AFTER: readonly TableAddition[] = [
  {
    table: 'draft',
    indices: [
      { name: 'ix_draft_case', columns: ['caseId', 'savedAt'] },
      { name: 'ix_draft_kind_state', columns: ['caseKind', 'state', 'savedAt'] },
      { name: 'ix_draft_amends', columns: ['amendsId'], where: '"amendsId" IS NOT NULL' },
    ],
  },
  {
    table: 'inbox_message',
    indices: [{ name: 'ix_inbox_message_other', columns: ['receivedAt'], where: '"otherSha256" IS NOT NULL' }],
  },
  { table: 'outbox', indices: [{ name: 'ix_outbox_finished', columns: ['outcome', 'finishedAt', 'kind'] }] },
];

/** What the pages of a ticket, of the clerk's work and of the exchange read is found by an index however many letters, messages and jobs are over. */
export class IndicesOfPages1764000000082 implements MigrationInterface {
  readonly name = 'IndicesOfPages1764000000082';

  async up(runner: QueryRunner): Promise<void> {
    for (const addition of BEFORE) await reduceTable(runner, addition);
    for (const addition of AFTER) await extendTable(runner, addition);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const addition of AFTER.toReversed()) await reduceTable(runner, addition);
    for (const addition of BEFORE) await extendTable(runner, addition);
  }
}
