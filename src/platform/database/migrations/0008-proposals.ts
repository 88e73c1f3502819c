import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'ticket_proposal',
    key: 'pk_ticket_proposal',
    columns: [
      ['ticketId', { text: 36 }, 'key'],
      ['madeAt', 'instant'],
      ['shown', 'boolean'],
      ['content', 'json'],
      ['unitId', { text: 36 }, 'nullable'],
      ['category', { text: 20 }, 'nullable'],
      ['agency', { text: 20 }, 'nullable'],
      ['decidedAt', 'instant', 'nullable'],
      ['month', { text: 7 }, 'nullable'],
      ['decidedUnitId', { text: 36 }, 'nullable'],
      ['unitRight', 'integer'],
      ['officerRight', 'integer'],
      ['fieldRight', 'integer'],
    ],
    indices: [
      {
        name: 'ix_ticket_proposal_decided',
        columns: ['decidedAt', 'decidedUnitId'],
        where: '"decidedAt" IS NOT NULL',
      },
    ],
  },
  {
    name: 'proposal_model',
    key: 'pk_proposal_model',
    columns: [
      ['no', 'integer', 'key'],
      ['trainedAt', 'instant'],
      ['papers', 'integer'],
      ['model', 'json'],
    ],
  },
  {
    name: 'proposal_watch',
    key: 'pk_proposal_watch',
    columns: [
      ['id', 'integer', 'key'],
      ['seq', 'integer'],
    ],
  },
];

/** What is proposed for arrived papers, what was decided then, and what is learnt from it. */
export class Proposals1765000000008 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, TABLES);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, TABLES);
  }
}
