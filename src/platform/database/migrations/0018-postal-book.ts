import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const POSTAL: TableAddition = {
  table: 'hand_delivery',
  columns: [
    ['envelopes', 'integer', 'nullable'],
    ['receivedOn', 'day', 'nullable'],
  ],
  indices: [{ name: 'ix_hand_delivery_sent', columns: ['sentOn', 'id'] }],
};

/** Envelopes of letters that went by post, and the day on which they were signed for. */
export class PostalBook1765000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, POSTAL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, POSTAL);
  }
}
