import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../src/platform/database/migrations/all.js';
import { mayWorkAfter } from '../../src/platform/database/migrations-table.js';
import { createTables, extendTable } from '../../src/platform/database/table-plan.js';
import { narrowing, statementsOf, type Step } from '../support/expand-only.js';
import { onSqlite } from '../support/on-sqlite.js';

/** The last step before names said what older software may do. */
const UNNAMED_UNTIL = 1765000000040;

const step = (up: (runner: QueryRunner) => Promise<unknown>): Step =>
  class implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      await up(runner);
    }

    down(): Promise<void> {
      return Promise.resolve();
    }
  };

const NOTE = { name: 'note', key: 'pk_note', columns: [['id', { text: 36 }, 'key']] } as const;
const sql = (statement: string): Step => step((runner) => runner.query(statement));

onSqlite('reads the statements of one dialect').describe('a step that older software may work beside', () => {
  const judged = async (next: Step): Promise<readonly string[]> => {
    Object.defineProperty(next, 'name', { value: 'Planted1765000000099' });
    return narrowing((await statementsOf([...MIGRATIONS, next])).get('Planted1765000000099') ?? ['none']);
  };

  it('says so by its name, and one that does more than add says what it needs', async () => {
    const named = MIGRATIONS.map(({ name }) => name);
    const said = await statementsOf(MIGRATIONS);
    const wrong = named.flatMap((name) => {
      if (Number(name.slice(-13)) <= UNNAMED_UNTIL) return [];
      const more = narrowing(said.get(name) ?? []);
      if (more.length === 0) return name.startsWith('Expand') ? [] : [`${name} only adds: its name begins with Expand`];
      const [, needed] = /^Needs(\d{4})/u.exec(name) ?? [];
      const isKnown = needed !== undefined && named.some((other) => other.endsWith(needed));
      return isKnown ? [] : [`${name} needs what some step made, and says which: ${more.join('; ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each<[string, Step]>([
    ['a table', step((runner) => createTables(runner, [NOTE]))],
    [
      'a column that may be empty',
      step((runner) => extendTable(runner, { table: 'ticket', columns: [['note', 'longText', 'nullable']] })),
    ],
    [
      'an index',
      step((runner) => extendTable(runner, { table: 'ticket', indices: [{ name: 'ix_x', columns: ['code'] }] })),
    ],
  ])('adds %s', async (_what, next) => {
    expect(await judged(next)).toEqual([]);
  });

  it.each<[string, Step]>([
    ['a column that older software leaves empty', sql(`ALTER TABLE "ticket" ADD "note" varchar NOT NULL DEFAULT ('')`)],
    ['a column taken away', sql(`ALTER TABLE "outbox" DROP COLUMN "traceparent"`)],
    ['a table taken away', sql(`DROP TABLE "call_count"`)],
    ['a name changed', sql(`ALTER TABLE "ticket" RENAME COLUMN "code" TO "ticketCode"`)],
    [
      'a rule over rows of older software',
      step((runner) =>
        extendTable(runner, { table: 'ticket', indices: [{ name: 'uq_x', columns: ['subject'], isUnique: true }] }),
      ),
    ],
    ['a check by a trigger', sql(`CREATE TRIGGER "t" BEFORE INSERT ON "ticket" BEGIN SELECT 1; END`)],
    ['rows that older software goes on writing', sql(`UPDATE "ticket" SET "subject" = "code"`)],
  ])('does not: %s', async (_what, next) => {
    expect(await judged(next)).toHaveLength(1);
  });
});

describe('software beside the steps of newer software', () => {
  const known = ['Baseline1765000000001', 'TracesOfJobs1765000000034', 'ExpandNotes1765000000037'];

  it.each([
    ['a step that it knows', 'TracesOfJobs1765000000034', true],
    ['one that only adds', 'ExpandMarks1765000000038', true],
    ['one that needs a step which it knows', 'Needs0037DropsTitles1765000000039', true],
    ['one that needs a step which it does not know', 'Needs0038DropsMarks1765000000040', false],
    ['one that says nothing', 'Titles1765000000041', false],
    ['one of the unreleased versions', 'RecordSeals1764000000083', false],
  ])('%s', (_what, name, expected) => {
    expect(mayWorkAfter(name, known)).toBe(expected);
  });
});
