import { LOOK_FOR_MESSAGES } from '../../src/exchange/jobs/jobs.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { onSqlite } from '../support/on-sqlite.js';
import { TestApp } from '../support/test-app.js';

/** What it asks today; a change that needs more says why. The last is who numbers what comes in. */
const MOST = { statements: 125, commits: 17 };

/** On SQL Server a table of what is to be read back stands before it. */
const opensTicket = (statement: string): boolean => statement.includes('INSERT INTO "ticket"(');

describe('feedback that arrives', () => {
  const asked: string[] = [];
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
    await app.receive();
    const { writer } = app.nest.get(Database);
    writer.logger = Object.assign(Object.create(writer.logger) as typeof writer.logger, {
      logQuery: (statement: string) => asked.push(statement),
    });
    app.send();
    const hint = LOOK_FOR_MESSAGES.of({}, 'a hint of the e-office');
    await app.nest.get(UnitOfWork).run((tx) => app.nest.get(Outbox).enqueue(tx, hint));
    await app.work();
  });
  afterAll(() => app.close());

  onSqlite('counts its own statements').it(
    'becomes a ticket that the hotline is told of in few transactions of few statements',
    () => {
      expect(asked.filter(opensTicket)).toHaveLength(1);
      const commits = asked.filter((statement) => statement === 'COMMIT').length;
      expect({ statements: asked.length, commits }).toEqual(MOST);
      return Promise.resolve();
    },
  );

  it('waits for the journal before it holds counters, as every act on a ticket does: else each could wait for the other', () => {
    const opening = asked.slice(asked.findIndex(opensTicket));
    const first = (table: string): number =>
      opening.findIndex((statement) => statement.startsWith(`UPDATE "${table}"`));
    expect(first('journal_head')).toBeGreaterThan(0);
    expect(first('ticket_counter')).toBeGreaterThan(first('journal_head'));
  });
});
