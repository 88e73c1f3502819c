import type { INestApplicationContext } from '@nestjs/common';
import { runReconcile } from '../../src/cli/reconcile.js';
import { ReconciliationDifferenceEntity } from '../../src/exchange/persistence/reconciliation.entities.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

const PAGE = '/trao-doi/doi-chieu';

/** A clerk at the page of comparisons; the message transport is an in-memory one and has forgotten a status of ours. */
describe('the page of comparisons', () => {
  let app: TestApp;
  let clerk: TestBrowser;

  beforeAll(async () => {
    app = await TestApp.open();
    clerk = await app.browserOf('vanthu');
    await app.receive();
    const [first] = app.transport.sent;
    app.transport.forget(first?.consignmentId ?? '');
    app.transport.skewMs = -180_000;
    app.clock.advance(20 * 60_000);
  });
  afterAll(() => app.close());

  const standing = async (): Promise<ReconciliationDifferenceEntity> =>
    app.nest.get(Database).reader.manager.findOneByOrFail(ReconciliationDifferenceEntity, { state: 'open' });

  it('compares when a clerk asks, and shows what differs and how far the clocks are apart', async () => {
    expect((await clerk.get(PAGE)).body).toContain('Chưa đối chiếu lần nào');
    expect((await clerk.post(PAGE)).headers.location).toBe(PAGE);
    await app.work();
    const { body } = await clerk.get(PAGE);
    for (const words of [
      '1 điểm khác nhau',
      'Sở đã gửi, hệ thống quản lý văn bản không có',
      'chậm hơn 3 phút',
      'Gửi lại',
    ]) {
      expect(body).toContain(words);
    }
  });

  it('lets a supervisor look and nothing more', async () => {
    const supervisor = await app.browserOf('giamsat');
    const { id } = await standing();
    expect((await supervisor.get(PAGE)).body).not.toContain('Gửi lại</');
    await supervisor.post(`${PAGE}/${id}/sua`);
    expect((await standing()).id).toBe(id);
  });

  it('takes no conclusion without a reason', async () => {
    const { id } = await standing();
    await clerk.post(`${PAGE}/${id}/giai-thich`, { reason: ' ' });
    expect((await standing()).id).toBe(id);
  });

  it('sends again at a press, once, with a line in the journal', async () => {
    const { id, subject } = await standing();
    const before = app.transport.sent.length;
    await clerk.post(`${PAGE}/${id}/sua`);
    await clerk.post(`${PAGE}/${id}/sua`);
    await app.work();
    expect(app.transport.sent.slice(before).map(({ consignmentId }) => consignmentId)).toEqual([subject]);
    expect((await clerk.get(PAGE)).body).toContain('hai bên đã khớp');
    const lines = app.nest.get(Database).reader.getRepository(JournalEntryEntity);
    expect(await lines.findOneBy({ action: 'reconciliation.repair', objectId: id })).toMatchObject({
      actorName: expect.not.stringContaining('Hệ thống') as string,
    });
  });

  it('is what the command line says, with a status of its own', async () => {
    const open = (): Promise<INestApplicationContext> =>
      Promise.resolve(Object.assign(Object.create(app.nest) as INestApplicationContext, { close: doNothing }));
    expect(await runReconcile({ from: '31/03/2026' }, open)).toMatchObject({ exitCode: 2 });
    expect(await runReconcile({}, open)).toMatchObject({
      exitCode: 0,
      messages: ['Hai bên khớp ở phần đã xem.', expect.stringMatching(/^Chưa xem: tin trước .*; tin từ .* về sau/u)],
    });

    const [, second] = app.transport.sent;
    const lost = second?.consignmentId ?? '';
    app.transport.forget(lost);
    // Of two, what the command says is its own, also where the clock was put back between them.
    app.clock.advance(-1);
    const { exitCode, lines } = await runReconcile({ from: '2026-03-01', json: true }, open);
    const [difference, summary] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(exitCode).toBe(1);
    expect(difference).toMatchObject({ kind: 'missingThere', direction: 'fromUs', subject: lost, state: 'open' });
    expect(summary).toMatchObject({ from: '2026-02-28T17:00:00.000Z', differences: 1 });
  });
});

function doNothing(): Promise<void> {
  return Promise.resolve();
}
