import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openUseCases } from '../../src/bootstrap/start.js';
import { DEMONSTRATION_PASSWORD } from '../../src/cli/demo/people.js';
import { LIVED_YEAR } from '../../src/cli/demo/lived-year.js';
import type { Stage } from '../../src/cli/demo/stage.js';
import { Database } from '../../src/platform/database/database.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { OPEN_STATES, TICKET_STATES } from '../../src/tickets/domain/ticket-state.js';
import { livedStage } from '../support/lived-stage.js';
import { WebVisitor } from '../support/web-visitor.js';
import { onSqlite } from '../support/on-sqlite.js';

const run = promisify(execFile);

/** The lived year that is kept for `npm run demo` belongs to this software: after a change that it cannot follow, `npm run demo-year` lives another. */
onSqlite('lays out a file').describe('the demonstration opened with its lived year', () => {
  let directory: string;
  let stage: Stage;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-nam-'));
    stage = await livedStage(directory);
  }, 120_000);
  afterAll(async () => {
    await stage.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('is small enough to lie among the sources', async () => {
    expect((await stat(LIVED_YEAR)).size).toBeLessThan(13 * 2 ** 20);
  });

  it('opens on the day after the last one that was lived, for the command and for its pages', async () => {
    expect(stage.today).toBe('2026-11-20');
    const supervisor = new WebVisitor(stage.url);
    await supervisor.signIn('thanhtra', DEMONSTRATION_PASSWORD);
    expect(await supervisor.open('/giam-sat')).toContain('từ ngày 01/11/2026 đến hết ngày 20/11/2026');
  });

  it.each([
    ['register', 'check'],
    ['journal', 'verify'],
  ])('proves itself by hoi-am %s %s', async (...command) => {
    const env = { ...process.env, ...stage.environment };
    const args = ['--disable-warning=ExperimentalWarning', 'dist/src/cli.js', ...command, '--json'];
    const { stdout } = await run(process.execPath, args, { env });
    const lines = stdout.trim().split('\n');
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ chain: 'intact', brokenAt: null, accept: true });
    expect(lines.length).toBeGreaterThanOrEqual(command[0] === 'register' ? 4 : 1);
  });

  it('has tickets at every step, and most of a year behind them', async () => {
    const database = await openUseCases(stage.settings);
    const rows = database.get(Database).reader.manager;
    const states = new Map<string, number>();
    for (const state of TICKET_STATES) states.set(state, await rows.countBy(TicketEntity, { state }));
    await database.close();
    // How many are asked or reopened on one morning is left to chance.
    const seldom = ['waitingCitizenInfo', 'reopened', 'waitingCoordination'];
    const missing = OPEN_STATES.filter((state) => !seldom.includes(state) && states.get(state) === 0);
    expect(missing).toEqual([]);
    expect(states.get('closed')).toBeGreaterThan(1_500);
    expect([...states.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(2_000);
  });

  it.each([
    ['vanthu', ['/', '/tra-cuu', '/so-van-ban/den', '/so-van-ban/di', '/so-van-ban/theo-doi']],
    ['vanthu', ['/so-tiep-nhan', '/so-tiep-nhan-don', '/trinh-ky', '/van-ban-den', '/du-thao', '/khen-thuong']],
    ['vanthu', ['/quan-triet/da-gui', '/yeu-cau-du-lieu', '/giao-theo-de-xuat', '/trao-doi']],
    ['chuyenvien', ['/', '/quan-triet', '/thong-bao', '/ho-so', '/du-thao']],
    ['truongphong', ['/', '/quyet-dinh', '/giam-sat/chi-dao']],
    ['lanhdao', ['/', '/giam-sat', '/bao-cao', '/quyet-dinh', '/so-tiep-nhan-don']],
    ['thanhtra', ['/giam-sat', '/giam-sat/mau', '/giam-sat/don-doc', '/bao-cao', '/nhat-ky']],
    ['quantri', ['/trao-doi', '/to-chuc', '/an-toan']],
  ] as const)('opens the lists of %s', async (username, paths) => {
    const person = new WebVisitor(stage.url);
    await person.signIn(username, DEMONSTRATION_PASSWORD);
    for (const path of paths) expect([path, await person.open(path)]).toEqual([path, expect.stringContaining('<h1')]);
  });

  it('shows everybody its figures, results and contact officers', async () => {
    const anybody = new WebVisitor(stage.url);
    for (const path of ['/cong-khai/so-lieu', '/cong-khai/ket-qua', '/cong-khai/dau-moi', '/tinh-trang'])
      expect(await anybody.open(path)).toContain('<h1');
  });
});
