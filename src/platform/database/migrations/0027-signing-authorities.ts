import { randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { civilDateOf } from '../../../kernel/civil-date.js';
import type { Dialect } from '../columns.js';
import { databaseNow } from '../database-clock.js';
import { instantText, sql, written } from '../sql.js';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'signing_authority',
    key: 'pk_signing_authority',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['personId', { text: 36 }],
      ['form', { text: 10 }],
      ['position', { text: 100 }, 'nullable'],
      ['academicTitle', { text: 30 }, 'nullable'],
      ['collective', { text: 100 }, 'nullable'],
      ['sourceId', { text: 36 }, 'nullable'],
      ['kinds', 'json'],
      ['field', { text: 500 }, 'nullable'],
      ['validFrom', 'day'],
      ['validTo', 'day', 'nullable'],
      ['basis', { text: 100 }],
      ['basisDate', 'day', 'nullable'],
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
    indices: [{ name: 'ix_signing_authority_person', columns: ['personId'] }],
    checks: [{ name: 'ck_signing_authority_form', column: 'form', values: ['head', 'TM', 'Q', 'KT', 'TL', 'TUQ'] }],
  },
];

interface Leader {
  readonly id: string;
  readonly position: string;
  readonly roles: string;
}

/**
 * Who may sign what, in whose place, from a day to a day. Leaders who are there on the day of the update keep what they had until then, as a line of
 * the table: a deputy signs for the head, whoever else under his own position.
 */
export class SigningAuthorities1764000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    const at = await databaseNow(runner);
    const staff = (await runner.query(
      'SELECT "id", "position", "roles" FROM "staff" WHERE "active" = 1 ORDER BY "username"',
    )) as readonly Leader[];
    for (const { id, position, roles } of staff) {
      if ((JSON.parse(roles) as unknown[]).includes('leader')) await take(runner, { personId: id, position, at });
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}

async function take(
  runner: QueryRunner,
  { personId, position, at }: { readonly personId: string; readonly position: string; readonly at: Date },
): Promise<void> {
  const isDeputy = position.startsWith('Phó ');
  const said = isDeputy ? sql`'KT', NULL, ${'Theo phân công của người đứng đầu'}` : sql`'head', ${position}, NULL`;
  const by = sql`'system', ${'Hệ thống'}, ${instantText(at)}`;
  const statement = sql`INSERT INTO "signing_authority"
    ("id", "personId", "form", "position", "field", "kinds", "validFrom", "basis", "createdById", "createdByName", "createdAt")
    VALUES (${randomUUID()}, ${personId}, ${said}, '[]', ${civilDateOf(at)}, ${'Theo chức vụ khi cập nhật phần mềm'}, ${by})`;
  await runner.query(...written(statement, runner.dataSource.options.type as Dialect));
}
