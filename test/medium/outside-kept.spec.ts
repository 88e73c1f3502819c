import { jest } from '@jest/globals';
import { Not, IsNull } from 'typeorm';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { DispatchEntity, InboxMessageEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { TestApp } from '../support/test-app.js';

type Call = 'send' | 'acknowledge' | 'registerIncoming';

let app: TestApp;
beforeEach(async () => {
  app = await TestApp.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});

const rows = () => app.nest.get(Database).reader.manager;

/** While the e-office is told for the first time, another worker takes over the job for which it is told. */
function overtaken(call: Call, kind: string): jest.SpiedFunction<() => Promise<unknown>> {
  const { transport } = app;
  const tell = transport[call].bind(transport) as (...said: never[]) => Promise<unknown>;
  // jest's types know no method by a name of several; the arguments pass through.
  const told = jest.spyOn(transport as unknown as Record<Call, () => Promise<unknown>>, call);
  return told.mockImplementationOnce(async (...said: never[]) => {
    const answer = await tell(...said);
    const held = { kind, leasedBy: Not(IsNull()) };
    await app.nest.get(UnitOfWork).run((tx) => tx.update(OutboxEntity, held, { leasedBy: 'other/1/abc' }));
    return answer;
  });
}

/** The other worker died: its lease is over. */
async function goesOn(): Promise<void> {
  app.clock.advance(6 * 60_000);
  await app.work();
  expect(await rows().findBy(OutboxEntity, { finishedAt: IsNull() })).toEqual([]);
}

describe('what was told to the e-office by a worker that had lost its job meanwhile', () => {
  it('is known as sent, and is not sent again by the next', async () => {
    const sending = overtaken('send', 'exchange.send');
    await app.receive();
    const [sent] = await rows().find(DispatchEntity, { where: { sentAt: Not(IsNull()) }, order: { createdAt: 'ASC' } });
    expect(sent).toMatchObject({ receiptId: expect.any(String) as string, failure: null });
    await goesOn();
    // The spy is typed by what all calls have in common: no arguments.
    const again = sending.mock.calls as unknown as readonly [{ consignmentId: string }][];
    expect(again.filter(([{ consignmentId }]) => consignmentId === sent?.consignmentId)).toHaveLength(1);
    expect(await rows().findOneByOrFail(DispatchEntity, { id: sent!.id })).toEqual(sent);
  });

  it('is known as acknowledged', async () => {
    overtaken('acknowledge', 'exchange.acknowledge');
    await app.receive();
    expect(await rows().find(InboxMessageEntity)).toMatchObject([{ acknowledgedAt: app.clock.now() }]);
    await goesOn();
  });

  it('is known by its name there', async () => {
    overtaken('registerIncoming', 'exchange.mirrorIncoming');
    await app.receive();
    const [line] = await rows().find(IncomingDocumentEntity);
    expect(line?.eOfficeId).toEqual(expect.any(String));
    await goesOn();
    expect(await rows().find(IncomingDocumentEntity)).toEqual([line]);
  });
});
