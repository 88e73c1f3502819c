import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupBackgroundModule } from '../../src/backup/index.js';
import { BackupProcess } from '../../src/backup/ports/backup-process.port.js';
import { ChildBackup } from '../../src/bootstrap/child-backup.js';
import { DAY_MS } from '../../src/kernel/civil-date.js';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { TestApp } from '../support/test-app.js';
import { testJob } from '../support/test-job.js';

const MONITORING = join(import.meta.dirname, '../../docs/operations/monitoring');
const TOKEN = 'ma-giam-sat-du-hai-muoi-ky-tu';

describe('GET /metrics', () => {
  const ask = (app: TestApp, authorization?: string) =>
    app.inject({
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
    const job = testJob('exchange.test', 'exchange');
    app.nest.get(JobHandlers).add({
      job,
      handle: () => Promise.reject(new OutsideRefused('EO-VALIDATION', 'Thiếu nơi nhận.')),
    });
    await app.nest.get(UnitOfWork).run((tx) => app.nest.get(Outbox).enqueue(tx, job.of({ name: 'a' })));
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

  it('tells how tickets, signatures, the inbox, requests and the process stand', async () => {
    const app = await TestApp.open({ METRICS_TOKEN: TOKEN });
    await app.receive();
    app.clock.advance(90 * DAY_MS);
    await (await app.browserOf('vanthu')).get('/viec');
    const lines = (await ask(app, `Bearer ${TOKEN}`)).body.split('\n');
    for (const line of [
      'hoi_am_tickets{standing="open"} 1',
      'hoi_am_tickets{standing="overdue"} 1',
      'hoi_am_tickets{standing="dueWithinADay"} 0',
      'hoi_am_signature_requests{state="proofFailed"} 0',
      'hoi_am_inbox_waiting 0',
      'hoi_am_inbox_oldest_seconds 0',
    ]) {
      expect(lines).toContain(line);
    }
    const requests = lines.filter((line) => line.startsWith('hoi_am_http_request_seconds_count'));
    expect(requests.join('\n')).toMatch(/route="\/dang-nhap"/u);
    expect(lines.some((line) => line.startsWith('hoi_am_process_resident_memory_bytes '))).toBe(true);
    await app.close();
  });

  it('measures all that alerts and dashboard name, and each alert says what to do and is fired by a test', async () => {
    const backup = { provide: BackupProcess, useValue: new ChildBackup() };
    const modules = [{ module: BackupBackgroundModule, providers: [backup] }];
    const app = await TestApp.open({ METRICS_TOKEN: TOKEN }, { modules });
    const { body } = await ask(app, `Bearer ${TOKEN}`);
    await app.close();
    const [alerts, tests, dashboard] = await Promise.all(
      ['alerts.yml', 'alerts.test.yml', 'dashboard.json'].map((name) => readFile(join(MONITORING, name), 'utf8')),
    );
    const measured = new Set([...body.matchAll(/^# TYPE (\w+)/gmu)].map(([, name]) => name));
    const named = `${alerts ?? ''}${dashboard ?? ''}`.match(/hoi_am_\w+/gu) ?? [];
    expect(named.map((name) => name.replace(/_(bucket|count)$/u, '')).filter((name) => !measured.has(name))).toEqual(
      [],
    );
    const blocks = (alerts ?? '').split('- alert: ').slice(1);
    const fired = new Set([...(tests ?? '').matchAll(/alertname: (\w+)/gu)].map(([, name]) => name));
    const wanting = blocks.filter(
      (block) => !/summary: '.+'[\s\S]+mend: '.+'/u.test(block) || !fired.has(/^\w+/u.exec(block)?.[0]),
    );
    expect([blocks.length > 0, wanting]).toEqual([true, []]);
    const { panels } = JSON.parse(dashboard ?? '') as { panels: { title: string; targets: { expr: string }[] }[] };
    expect(panels.filter(({ title, targets }) => title === '' || targets.length === 0)).toEqual([]);
  });
});
