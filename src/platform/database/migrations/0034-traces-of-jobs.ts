import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';

const TRACE: TableAddition = { table: 'outbox', columns: [['traceparent', { exact: 55 }, 'nullable']] };

/** A job goes on with the trace in which it was enqueued. */
export class TracesOfJobs1765000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, TRACE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await reduceTable(runner, TRACE);
  }
}
