import { join } from 'node:path';
import { Calendars } from '../../src/calendar/index.js';
import { Journal } from '../../src/journal/index.js';
import type { Clock } from '../../src/kernel/clock.js';
import { Notices } from '../../src/notices/index.js';
import { NameQueries, StaffDirectory } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Policies } from '../../src/policies/index.js';
import { SCHEMA } from '../../src/bootstrap/schema.js';
import { RemindTicket } from '../../src/tickets/application/deadlines/remind-ticket.js';
import { ReminderAudience } from '../../src/tickets/application/deadlines/reminder-audience.js';
import { TicketRules } from '../../src/tickets/application/ticket-rules.js';
import { Remind } from '../../src/tickets/jobs/remind.js';
import { ReminderQueries } from '../../src/tickets/persistence/reminder-queries.js';
import type { TestDatabase } from './test-database.js';
import { testLog } from './test-log.js';

/** The reminding of one process: connections and memory of its own, on the database of all. */
export class ReminderWorker {
  private constructor(
    private readonly database: Database,
    private readonly shared: boolean,
    private readonly job: Remind,
  ) {}

  static async start(test: TestDatabase, clock: Clock): Promise<ReminderWorker> {
    const shared = test.database.dialect === 'mssql';
    const database = shared
      ? test.database
      : await Database.open(`sqlite:${join(test.directory, 'hoi-am.db')}`, SCHEMA);
    // A year has thousands of commits, and no test loses power.
    if (!shared) await database.writer.query('PRAGMA synchronous = OFF');
    const staff = new StaffDirectory(database, clock);
    const reminding = new RemindTicket(
      new UnitOfWork(database),
      clock,
      new TicketRules(new Calendars(database), new Policies(database)),
      new ReminderAudience(staff, clock),
      new Notices(clock),
      new NameQueries(database),
      new Journal(clock),
    );
    const job = new Remind(new ReminderQueries(database), reminding, clock, testLog());
    return new ReminderWorker(database, shared, job);
  }

  /** One turn, as it comes each minute. */
  turn(): Promise<void> {
    return this.job.run();
  }

  async stop(): Promise<void> {
    if (!this.shared) await this.database.close();
  }
}
