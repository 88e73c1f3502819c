import { jest } from '@jest/globals';
import type { Database } from '../database/database.js';
import type { RecurringWork } from '../scheduling/recurring-work.js';
import type { Log } from '../telemetry/log.js';
import type { StorageHealth } from './storage-health.js';
import { WatchHealthModule } from './watch-health.module.js';

describe('a running process that newer software has left behind', () => {
  const kill = jest.spyOn(process, 'kill').mockReturnValue(true);
  afterAll(() => kill.mockRestore());
  beforeEach(() => kill.mockClear());

  const look = async (steps: readonly string[]): Promise<readonly unknown[]> => {
    const told: unknown[] = [];
    const work: Pick<RecurringWork, 'onEachWorker'> = {
      onEachWorker: async (_job, run) => void (await run()),
    };
    const health: Pick<StorageHealth, 'problems' | 'checkWhenDue'> = {
      problems: () => Promise.resolve([]),
      checkWhenDue: () => Promise.resolve(),
    };
    const database: Pick<Database, 'stepsBeyond'> = { stepsBeyond: () => Promise.resolve(steps) };
    const log: Pick<Log, 'error'> = { error: (event, facts) => void told.push([event, facts]) };
    await new WatchHealthModule(
      work as RecurringWork,
      health as StorageHealth,
      database as Database,
      log as Log,
    ).look();
    return told;
  };

  it('says which step, and ends as if it were told to', async () => {
    const steps = ['Needs0098DropsMarks1765000000099'];
    expect(await look(steps)).toEqual([['database.ahead', { steps }]]);
    expect(kill).toHaveBeenCalledWith(process.pid, 'SIGTERM');
  });

  it('goes on where it may', async () => {
    expect(await look([])).toEqual([]);
    expect(kill).not.toHaveBeenCalled();
  });
});
