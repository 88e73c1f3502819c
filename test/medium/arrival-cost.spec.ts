import { LOOK_FOR_MESSAGES } from '../../src/exchange/jobs/jobs.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { TestApp } from '../support/test-app.js';

/** What it asks today; whoever needs more says why. The last is who numbers what comes in. */
const MOST = { statements: 126, commits: 17 };

describe('feedback that arrives', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
    await app.receive();
  });
  afterAll(() => app.close());

  it('becomes a ticket that the hotline is told of in few transactions of few statements', async () => {
    const asked: string[] = [];
    const { writer } = app.nest.get(Database);
    writer.logger = Object.assign(Object.create(writer.logger) as typeof writer.logger, {
      logQuery: (statement: string) => asked.push(statement),
    });
    app.send();
    const hint = LOOK_FOR_MESSAGES.of({}, 'a hint of the e-office');
    await app.nest.get(UnitOfWork).run((tx) => app.nest.get(Outbox).enqueue(tx, hint));
    await app.work();
    expect(asked.filter((statement) => statement.startsWith('INSERT INTO "ticket"('))).toHaveLength(1);
    const commits = asked.filter((statement) => statement === 'COMMIT').length;
    expect({ statements: asked.length, commits }).toEqual(MOST);
  });
});
