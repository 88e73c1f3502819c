import { ExchangeTaskEntity } from '../../src/exchange/persistence/exchange-task.entity.js';
import { InboxMessageEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { Database } from '../../src/platform/database/database.js';
import { FaultApp } from './support/fault-app.js';
import { another, changed } from './support/further-messages.js';
import type { Accepted } from './support/hotline.js';
import { diceFor } from '../support/chance.js';

const COPIES = 99;
const PAIRS = 8;

/** What a peer does that sends at least once, in no order, and sometimes wrongly. */
describe('deliveries of the same hotline', () => {
  let faultApp: FaultApp;
  let first: Accepted;
  let bytes: Buffer;

  beforeAll(async () => {
    faultApp = await FaultApp.open();
    await faultApp.people();
    await faultApp.start();
    first = await faultApp.hotline.send();
    bytes = await faultApp.hotline.bytesOf(first.messageId);
    await faultApp.untilQuiet();
  }, 120_000);

  afterAll(() => faultApp.close());

  const inbox = async (documentId: string): Promise<InboxMessageEntity[]> =>
    context().find(InboxMessageEntity, { where: { documentId }, order: { receivedAt: 'ASC', id: 'ASC' } });
  const context = () => faultApp.context.get(Database).reader.manager;

  it('F14: a hundred in parallel make one ticket, and the very same message gets the same receipt', async () => {
    const receipt = async () => (await faultApp.peer()).queued.find(({ messageId }) => messageId === first.messageId);
    const before = (await receipt())?.receiptId;
    const copies = Array.from({ length: COPIES }, () => faultApp.hotline.deliverAgain(first, 'copy'));
    await Promise.all([...copies, faultApp.hotline.deliverAgain(first, 'same')]);
    await faultApp.untilQuiet();

    const states = (await inbox(first.documentId)).map(({ state }) => state);
    expect(states.filter((state) => state === 'registered')).toHaveLength(1);
    expect(states.filter((state) => state === 'duplicate')).toHaveLength(COPIES);
    expect((await receipt())?.receiptId).toBe(before);
    expect(await faultApp.broken()).toEqual([]);
  }, 120_000);

  it('F15: an update that comes before what it updates, in any order, is set before a clerk with it, and applies nothing by itself', async () => {
    const messages = Array.from({ length: PAIRS }, (_, index) => {
      const own = { documentId: `1022,2026/11/26,F15-${index}`, hotlineCode: `F15-${index}` };
      const created = another(bytes, own);
      const updated = changed(created, { business: 'update', subject: 'Nội dung mới' });
      return [
        { bytes: created, ...own, isNew: true },
        { bytes: updated, ...own, isNew: false },
      ];
    }).flat();
    const dice = diceFor('the order of deliveries');
    const shuffled = messages.map((message) => ({ message, at: dice.next() })).sort((one, other) => one.at - other.at);
    for (const { message } of shuffled)
      await faultApp.hotline.queue(message.bytes, message.documentId, message.isNew ? message.hotlineCode : undefined);
    await faultApp.untilQuiet();

    for (let pair = 0; pair < PAIRS; pair += 1) {
      const documentId = `1022,2026/11/26,F15-${pair}`;
      const states = (await inbox(documentId)).map(({ state }) => state);
      expect(states.sort()).toEqual(['registered', 'task']);
      const line = await context().findOneByOrFail(IncomingDocumentEntity, { documentId });
      expect(await context().countBy(ExchangeTaskEntity, { kind: 'update', aboutDocumentId: line.id })).toBe(1);
    }
    expect(await context().countBy(IncomingDocumentEntity, { subject: 'Nội dung mới' })).toBe(0);
    expect(await faultApp.broken()).toEqual([]);
  }, 120_000);

  it('F16: the same document with other content is kept and flagged, and overwrites nothing', async () => {
    const before = await context().findOneByOrFail(IncomingDocumentEntity, { documentId: first.documentId });
    await faultApp.hotline.queue(changed(bytes, { subject: 'Nội dung khác' }), first.documentId);
    await faultApp.untilQuiet();

    const [flagged] = (await inbox(first.documentId)).filter(({ state }) => state === 'changed');
    expect(flagged?.reason).toContain('nội dung khác');
    const after = await context().findOneByOrFail(IncomingDocumentEntity, { documentId: first.documentId });
    expect(after).toEqual(before);
    expect(await faultApp.broken()).toEqual([]);
  }, 120_000);
});
