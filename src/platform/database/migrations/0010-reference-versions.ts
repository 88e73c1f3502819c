import type { MigrationInterface, QueryRunner } from 'typeorm';
import { countChanges, stopCounting, type CountedTable } from '../count-changes.js';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'reference_version',
    key: 'pk_reference_version',
    columns: [
      ['name', { text: 40 }, 'key'],
      ['version', 'integer'],
    ],
  },
];

/** A password that is changed and a run of the directory concern nobody but the account. */
const OF_STAFF = ['username', 'fullName', 'honorific', 'position', 'unitId', 'roles', 'eOfficeCode', 'active'];

const COUNTED: readonly CountedTable[] = [
  { table: 'agency_profile_version' },
  { table: 'calendar_version' },
  { table: 'function_holder' },
  { table: 'policy_version' },
  { table: 'signing_authority' },
  { table: 'staff', columns: OF_STAFF },
  { table: 'substitution' },
  { table: 'unit' },
  { table: 'unit_name' },
];

/** Every page read these tables again, though they change a few times a day. */
export class ReferenceVersions1765000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    for (const counted of COUNTED) await countChanges(runner, counted);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const counted of COUNTED) await stopCounting(runner, counted);
    await dropTables(runner, TABLES);
  }
}
