import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'template_upload',
    key: 'pk_template_upload',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['kind', { text: 60 }],
      ['fileName', { text: 200 }],
      ['fileSha256', { text: 64 }, 'nullable'],
      ['sampleSha256', { text: 64 }, 'nullable'],
      ['pdfSha256', { text: 64 }, 'nullable'],
      ['pdfProblem', { text: 1000 }, 'nullable'],
      ['report', 'json'],
      ['uploadedById', { text: 36 }],
      ['uploadedByName', { text: 100 }],
      ['uploadedAt', 'instant'],
    ],
    indices: [{ name: 'ix_template_upload_kind', columns: ['kind', 'uploadedAt'] }],
  },
  {
    name: 'template_version',
    key: 'pk_template_version',
    columns: [
      ['uploadId', { text: 36 }, 'key'],
      ['kind', { text: 60 }],
      ['number', 'integer'],
      ['validFrom', 'day'],
      ['reason', { text: 1000 }],
      ['acceptedBecause', { text: 1000 }, 'nullable'],
      ['publishedById', { text: 36 }],
      ['publishedByName', { text: 100 }],
      ['publishedAt', 'instant'],
      ['withdrawnAt', 'instant', 'nullable'],
      ['withdrawnByName', { text: 100 }, 'nullable'],
      ['withdrawnBecause', { text: 1000 }, 'nullable'],
    ],
    indices: [{ name: 'uq_template_version_number', columns: ['kind', 'number'], isUnique: true }],
  },
];

/** Templates that the house brings itself, each with what its lint said, in use from a day on. */
export class TemplateVersions1764000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
