import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { JobHandler } from '../../src/platform/outbox/job.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { testJob } from '../support/test-job.js';

const SEND = testJob('test.send');
const SEND_OTHERWISE = testJob('test.sendOtherwise');

describe('work that was given up', () => {
  let app: TestApp;
  let clerk: TestBrowser;
  let path: string;
  let broken = true;
  const reached: string[] = [];

  beforeAll(async () => {
    app = await TestApp.open();
    clerk = await app.browserOf('vanthu');
    const send: JobHandler<typeof SEND> = {
      job: SEND,
      handle: ({ name }) => {
        if (broken) return Promise.reject(new OutsideRefused('EO-VALIDATION', 'Thiếu nơi nhận văn bản.'));
        reached.push(name);
        return Promise.resolve();
      },
    };
    app.nest.get(JobHandlers).add(send);
    await app.nest.get(UnitOfWork).run((tx) => app.nest.get(Outbox).enqueue(tx, SEND.of({ name: 'a' })));
    await app.work();
    const row = await app.nest.get(Database).reader.getRepository(OutboxEntity).findOneByOrFail({ key: 'a' });
    path = `/trao-doi/dang-cho/${String(row.seq)}/thu-lai`;
  });
  afterAll(() => app.close());

  it('is shown to the clerk with its reason and a way to try again', async () => {
    const { body } = await clerk.get('/trao-doi');
    for (const words of ['Giao dịch gửi không thành công', 'Thiếu nơi nhận văn bản.', path])
      expect(body).toContain(words);
  });

  it('is shown to a supervisor, who cannot have it tried again', async () => {
    const supervisor = await app.browserOf('giamsat');
    const { body } = await supervisor.get('/trao-doi');
    expect(body).toContain('Thiếu nơi nhận văn bản.');
    expect(body).not.toContain(path);
    await supervisor.post(path);
    expect((await clerk.get('/trao-doi')).body).toContain(path);
  });

  it('is done once its cause is out of the way and the clerk says so, with a line in the journal', async () => {
    broken = false;
    const answer = await clerk.post(path);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/trao-doi']);
    await app.work();
    expect(reached).toEqual(['a']);
    expect((await clerk.get('/trao-doi')).body).not.toContain('Giao dịch gửi không thành công');
    const lines = app.nest.get(Database).reader.getRepository(JournalEntryEntity);
    expect(await lines.findOneBy({ action: 'promise.reopen' })).toMatchObject({
      objectKind: 'promise',
      detail: { kind: 'test.send', attempts: 1 },
    });
  });

  it.each(['once more', 'for a number too large'])(
    'is refused %s: nothing of that number is given up',
    async (what) => {
      const asked = what === 'once more' ? path : '/trao-doi/dang-cho/99999999999999/thu-lai';
      await clerk.post(asked);
      expect(reached).toEqual(['a']);
    },
  );

  it('that arrived by another way is written down with its file, which the page hands out', async () => {
    broken = true;
    app.nest.get(JobHandlers).add({
      job: SEND_OTHERWISE,
      handle: () => Promise.reject(new OutsideRefused('EO-VALIDATION', 'Thiếu nơi nhận văn bản.')),
      delivered: (_payload, receiptId) => {
        reached.push(receiptId ?? '');
        return Promise.resolve();
      },
    });
    await app.nest.get(UnitOfWork).run((tx) => app.nest.get(Outbox).enqueue(tx, SEND_OTHERWISE.of({ name: 'o' })));
    await app.work();
    const { seq } = await app.nest.get(Database).reader.getRepository(OutboxEntity).findOneByOrFail({ key: 'o' });
    const act = `/trao-doi/dang-cho/${String(seq)}/da-toi`;
    expect((await clerk.get('/trao-doi')).body).toContain(act);
    const proof = { note: 'Tổng đài gọi lại xác nhận.', receiptId: 'BN-118' };
    const content = Buffer.from('Tổng đài 1022 xác nhận đã nhận công văn.', 'utf8');
    await clerk.postFile(act, proof, { field: 'file', name: 'bien-nhan.txt', content });
    expect(reached).toContain('BN-118');
    expect((await clerk.get('/trao-doi')).body).toContain('Tổng đài gọi lại xác nhận. Mã biên nhận BN-118.');
    const kept = await clerk.get(`/trao-doi/chung-cu/${String(seq)}`);
    expect([kept.statusCode, kept.body]).toEqual([200, content.toString('utf8')]);
    const lines = app.nest.get(Database).reader.getRepository(JournalEntryEntity);
    expect(await lines.findOneBy({ action: 'promise.markDelivered' })).toMatchObject({ objectId: String(seq) });
  });
});
