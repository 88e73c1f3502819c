import { SchedulerRegistry } from '@nestjs/schedule';
import { BackgroundModule } from '../../src/bootstrap/background.module.js';
import { CHANNELS } from '../../src/platform/outbox/channels.js';
import { TestApp } from '../support/test-app.js';

const AT_TIMES = [
  'circulars.remind',
  'dataRequests.remind',
  'journal.digest',
  'notices.mail',
  'officers.change',
  'organisation.days',
  'organisation.sync',
  'publication.figures',
  'records.warn',
  'reports.draft',
  'supervision.directives',
  'trust.expiry',
];
const AT_INTERVALS = [
  ...CHANNELS.map((channel) => `outbox.${channel}`),
  'calendar.feed',
  'circulars.handOut',
  'documents.anchor',
  'documents.mark',
  'exchange.agencies',
  'exchange.awaited',
  'exchange.clock',
  'exchange.damaged',
  'exchange.forget',
  'exchange.receive',
  'exchange.reconcile',
  'exchange.recover',
  'exchange.warn',
  'health.look',
  'health.warn',
  'journal.sealOlder',
  'notices.accessChanges',
  'officers.missing',
  'organisation.forgetRuns',
  'outbox.clock',
  'outbox.forget',
  'records.follow',
  'signing.look',
  'supervision.letters',
  'tickets.close',
  'tickets.coordination',
  'tickets.pauses',
  'tickets.remind',
  'trust.configured',
  'trust.lists',
  'webhooks.tell',
];

describe('the background of a worker', () => {
  it('declares all its work by name, and none of it stays when it stops', async () => {
    const app = await TestApp.open({}, { modules: [{ module: BackgroundModule }] });
    const registry = app.nest.get(SchedulerRegistry);
    const names = () => ({
      crons: [...registry.getCronJobs().keys()].toSorted(),
      intervals: registry.getIntervals().toSorted(),
    });
    const declared = names();
    await app.close();
    expect(declared).toEqual({ crons: AT_TIMES, intervals: AT_INTERVALS.toSorted() });
    expect(names()).toEqual({ crons: [], intervals: [] });
  });
});
