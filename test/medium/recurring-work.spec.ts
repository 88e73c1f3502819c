import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SchedulerRegistry } from '@nestjs/schedule';
import { BackgroundModule } from '../../src/bootstrap/background.module.js';
import { JOBS } from '../../src/bootstrap/jobs.js';
import { CHANNELS } from '../../src/platform/outbox/channels.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import { TestApp } from '../support/test-app.js';

/** The names that sources declare in one way or another. */
const namesIn = (pattern: RegExp): readonly string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.module.ts') || path.includes('/jobs/'))
    .flatMap((path) => [...readFileSync(join('src', path), 'utf8').matchAll(pattern)])
    .map(({ groups }) => groups?.['name'] ?? '')
    .toSorted();

describe('the background of a worker', () => {
  it('has all work that is declared, does every kind of job, and none of it stays when it stops', async () => {
    const app = await TestApp.open({}, { modules: [{ module: BackgroundModule }] });
    const registry = app.nest.get(SchedulerRegistry);
    const names = () => ({
      crons: [...registry.getCronJobs().keys()].toSorted(),
      intervals: registry.getIntervals().toSorted(),
    });
    const declared = names();
    const handlers = app.nest.get(JobHandlers);
    const unhandled = JOBS.declared.filter(({ kind }) => !handlers.isHandled(kind));
    await app.close();
    expect(unhandled).toEqual([]);
    const looks = [...CHANNELS.map((channel) => `outbox.${channel}`), 'exchange.receive', 'signing.look'];
    expect(declared).toEqual({
      crons: namesIn(/@Cron\([^)]*name: '(?<name>[\w.]+)'/gu),
      intervals: [...namesIn(/@Interval\('(?<name>[\w.]+)'/gu), ...looks].toSorted(),
    });
    expect(declared.crons.length + declared.intervals.length).toBeGreaterThan(40);
    expect(names()).toEqual({ crons: [], intervals: [] });
  });
});
