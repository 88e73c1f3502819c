import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Outbox, JobHandlers } from '../../src/platform/outbox/outbox.js';
import { TestApp } from '../support/test-app.js';

const TOKEN = 'ma-giam-sat-du-hai-muoi-ky-tu';

describe('GET /metrics', () => {
  const ask = (app: TestApp, authorization?: string) =>
    app.nest.inject({
      method: 'GET',
      url: '/metrics',
      headers: authorization === undefined ? {} : { authorization },
    });

  it('is closed where no token is set', async () => {
    const app = await TestApp.open();
    expect((await ask(app, 'Bearer ')).statusCode).toBe(404);
    await app.close();
  });

  it('tells who shows the token, and nobody else, how the outbox stands', async () => {
    const app = await TestApp.open({ METRICS_TOKEN: TOKEN });
    app.nest.get(JobHandlers).add({
      kind: 'exchange.test',
      handle: () => Promise.reject(new OutsideRefused('EO-VALIDATION', 'Thiếu nơi nhận.')),
    });
    const job = { kind: 'exchange.test', key: 'a', payload: {} };
    await app.nest.get(UnitOfWork).run((tx) => app.nest.get(Outbox).enqueue(tx, job));
    await app.work();
    for (const wrong of [undefined, 'Bearer ', `Bearer ${TOKEN}x`, TOKEN]) {
      const { statusCode, body } = await ask(app, wrong);
      expect(statusCode).toBe(401);
      expect(body).not.toContain('hoi_am');
    }
    const { statusCode, headers, body } = await ask(app, `Bearer ${TOKEN}`);
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    for (const line of [
      'hoi_am_outbox_dead_letters{channel="exchange"} 1',
      'hoi_am_outbox_waiting{channel="exchange"} 0',
      'hoi_am_outbox_oldest_seconds{channel="exchange"} 0',
      'hoi_am_outbox_attempts_last_hour{channel="exchange",outcome="refused"} 1',
      'hoi_am_circuit_open{channel="exchange"} 0',
    ]) {
      expect(body.split('\n')).toContain(line);
    }
    await app.close();
  });
});
