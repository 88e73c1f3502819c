import type { MigrationInterface, QueryRunner } from 'typeorm';
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
    name: 'public_result',
    key: 'pk_public_result',
    columns: [
      ['number', 'counter'],
      ['publicationId', { text: 36 }],
      ['ticketId', { text: 36 }],
      ['category', { text: 20 }],
      ['categoryName', { text: 100 }],
      ['unitName', { text: 200 }, 'nullable'],
      ['title', { text: 500 }],
      ['text', 'longText'],
      ['publishedAt', 'instant'],
      ['withdrawnAt', 'instant', 'nullable'],
      ['withdrawnById', { text: 36 }, 'nullable'],
      ['withdrawnByName', { text: 100 }, 'nullable'],
      ['withdrawReason', 'longText', 'nullable'],
    ],
    indices: [
      { name: 'uq_public_result_publication', columns: ['publicationId'], isUnique: true },
      { name: 'ix_public_result_ticket', columns: ['ticketId'] },
      { name: 'ix_public_result_open', columns: ['withdrawnAt', 'number'] },
    ],
  },
  {
    name: 'public_figures',
    key: 'pk_public_figures',
    columns: [
      ['day', 'day', 'key'],
      ['figures', 'json'],
      ['countedAt', 'instant'],
    ],
  },
  {
    name: 'ticket_rating_link',
    key: 'pk_ticket_rating_link',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['ticketId', { text: 36 }],
      ['cycle', 'integer'],
      ['hash', { text: 64 }],
      ['issuedAt', 'instant'],
      ['expiresAt', 'instant'],
      ['usedAt', 'instant', 'nullable'],
    ],
    indices: [
      { name: 'uq_ticket_rating_link_hash', columns: ['hash'], isUnique: true },
      { name: 'uq_ticket_rating_link_cycle', columns: ['ticketId', 'cycle'], isUnique: true },
    ],
  },
];

const REVIEWS: TableAddition = {
  table: 'ticket_publication',
  columns: [
    ['left', 'json', 'nullable'],
    ['endorsedById', { text: 36 }, 'nullable'],
    ['endorsedAt', 'instant', 'nullable'],
  ],
};

/** What the public reads in rows of its own, and the one-time links by which citizens judge an answer. */
export class Publication1764000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await extendTable(runner, REVIEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, REVIEWS);
    await dropTables(runner, TABLES);
  }
}
