import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Dialect } from '../columns.js';
import {
  createTables,
  dropTables,
  extendTable,
  indexText,
  reduceTable,
  type TableAddition,
  type TablePlan,
} from '../table-plan.js';

const KINDS = ['leadership', 'office', 'division', 'inspectorate', 'school', 'centre'];

const UNIT: TableAddition = {
  table: 'unit',
  columns: [
    ['validFrom', 'day', 'nullable'],
    ['validTo', 'day', 'nullable'],
    ['successorId', { text: 36 }, 'nullable'],
    ['address', { text: 300 }, 'nullable'],
    ['website', { text: 200 }, 'nullable'],
    ['email', { text: 100 }, 'nullable'],
    ['phone', { text: 30 }, 'nullable'],
  ],
};

const CODE = { name: 'uq_unit_code', columns: ['code'], isUnique: true };
const OLD_COLUMNS = '"id", "code", "name", "symbol", "kind", "parentId"';

/** The units as SQLite makes them anew, for there no check of a table can be changed. */
const unitTable = (kinds: readonly string[]): TablePlan => ({
  name: 'unit_new',
  key: 'pk_unit',
  columns: [
    ['id', { text: 36 }, 'key'],
    ['code', { text: 30 }],
    ['name', { text: 200 }],
    ['symbol', { text: 30 }],
    ['kind', { text: 20 }],
    ['parentId', { text: 36 }, 'nullable'],
  ],
  checks: [{ name: 'ck_unit_kind', column: 'kind', values: kinds }],
});

const TABLES: readonly TablePlan[] = [
  {
    name: 'unit_name',
    key: 'pk_unit_name',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['unitId', { text: 36 }],
      ['name', { text: 200 }],
      ['symbol', { text: 30 }],
      ['validFrom', 'day', 'nullable'],
    ],
    indices: [{ name: 'uq_unit_name_day', columns: ['unitId', 'validFrom'], isUnique: true }],
  },
  {
    name: 'staff_role',
    key: 'pk_staff_role',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['staffId', { text: 36 }],
      ['role', { text: 20 }],
      ['validFrom', 'day', 'nullable'],
      ['validTo', 'day', 'nullable'],
      ['grantedBy', { text: 100 }],
      ['grantedAt', 'instant'],
      ['source', { text: 10 }],
    ],
    indices: [{ name: 'ix_staff_role_staff', columns: ['staffId', 'validFrom'] }],
    checks: [{ name: 'ck_staff_role_source', column: 'source', values: ['hand', 'import'] }],
  },
  {
    name: 'unit_import',
    key: 'pk_unit_import',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['name', { text: 200 }],
      ['sha256', { text: 64 }],
      ['uploadedById', { text: 36 }],
      ['uploadedAt', 'instant'],
      ['confirmedById', { text: 36 }, 'nullable'],
      ['confirmedAt', 'instant', 'nullable'],
      ['added', 'integer'],
      ['changed', 'integer'],
    ],
    indices: [{ name: 'ix_unit_import_uploaded', columns: ['uploadedAt'] }],
  },
];

/** Units from a day to a day with what they are called and who follows them, roles by date, and lists of schools that were brought. */
export class Organisation1764000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, [...KINDS, 'communeDivision']);
    await extendTable(runner, UNIT);
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
    await reduceTable(runner, UNIT);
    await runner.query(`UPDATE "unit" SET "kind" = 'division' WHERE "kind" = 'communeDivision'`);
    await allow(runner, KINDS);
  }
}

async function allow(runner: QueryRunner, kinds: readonly string[]): Promise<void> {
  if ((runner.dataSource.options.type as Dialect) === 'mssql') {
    const listed = kinds.map((kind) => `'${kind}'`).join(', ');
    await runner.query(`ALTER TABLE "unit" DROP CONSTRAINT "ck_unit_kind"`);
    await runner.query(`ALTER TABLE "unit" ADD CONSTRAINT "ck_unit_kind" CHECK ("kind" in (${listed}))`);
    return;
  }
  await createTables(runner, [unitTable(kinds)]);
  await runner.query(`INSERT INTO "unit_new" (${OLD_COLUMNS}) SELECT ${OLD_COLUMNS} FROM "unit"`);
  await runner.query(`DROP TABLE "unit"`);
  await runner.query(`ALTER TABLE "unit_new" RENAME TO "unit"`);
  await runner.query(indexText('unit', CODE));
}
