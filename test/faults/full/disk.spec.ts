import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMONSTRATION_PASSWORD } from '../../../src/cli/demo/people.js';
import { Database } from '../../../src/platform/database/database.js';
import { WebVisitor } from '../../support/web-visitor.js';
import type { AppProcess } from '../support/app-process.js';
import { FaultApp } from '../support/fault-app.js';
import { fill, mountSmall, unmount } from '../support/tools.js';

const MEGABYTES = 8;
const FULL_MS = 8_000;
const LIMIT_MS = 240_000;
const MESSAGES = 3;
const SIGN_IN = { username: 'vanthu', password: DEMONSTRATION_PASSWORD, next: '/' };

interface Line {
  readonly event: string;
  readonly level: number;
  readonly cause?: string;
  readonly error?: { readonly name: string; readonly code?: string };
}

const WARNING = 40;

/** Within a minute no cause may have more than two lines: one at once, and one with its count. */
function repeated(lines: readonly Line[]): readonly string[] {
  const counted = new Map<string, number>();
  for (const { event, level, cause, error } of lines) {
    if (level < WARNING) continue;
    const name = cause ?? `${event} ${error?.code ?? error?.name ?? ''}`;
    counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  return [...counted].filter(([, count]) => count > 2).map(([name, count]) => `${name}: ${String(count)}`);
}

/** Every visitor, page or program, is told what is wrong. */
async function saysWhatIsIll(app: AppProcess, visitor: WebVisitor): Promise<void> {
  const ready = await fetch(`${app.url}/health/ready`);
  expect(ready.status).toBe(503);
  const { problems } = (await ready.json()) as { readonly problems: readonly { readonly cause: string }[] };
  expect(new Set(problems.map(({ cause }) => cause))).toEqual(new Set(['disk-full']));
  expect(await visitor.open('/tinh-trang')).toContain('máy chủ tạm chưa lưu được dữ liệu mới');
  const door = await fetch(`${app.url}/dang-nhap`, { headers: { accept: 'text/html' } });
  expect(door.headers.get('content-type')).toBe('text/html; charset=utf-8');
}

/** F18: no byte more can be written where the files lie, or where the database lies. */
describe.each([
  ['store', (folder: string) => ({ HOI_AM_DATA: folder, DATABASE_URL: `sqlite:${folder}-khac/hoi-am.db` }), 303],
  ['database', (folder: string) => ({ DATABASE_URL: `sqlite:${folder}/hoi-am.db` }), 503],
] as const)('F18: the disk of the %s is full', (_what, settings, status) => {
  let folder: string;
  let faultApp: FaultApp;
  let app: AppProcess;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoi-am-small-'));
    mountSmall(folder, MEGABYTES);
    faultApp = await FaultApp.open(settings(folder));
    await faultApp.people();
    app = await faultApp.start();
    await faultApp.hotline.send(['giay-bao-thu.png']);
    await faultApp.untilQuiet();
  }, LIMIT_MS);

  afterAll(async () => {
    await faultApp.close();
    unmount(folder);
    await rm(folder, { recursive: true, force: true });
    await rm(`${folder}-khac`, { recursive: true, force: true });
  });

  const logged = async (): Promise<readonly Line[]> =>
    (await readFile(join(faultApp.stage.directory, 'app-1.log'), 'utf8'))
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line);

  it(
    'takes nothing that it cannot keep, says so, and goes on by itself when there is room',
    async () => {
      const visitor = new WebVisitor(app.url);
      await visitor.open('/dang-nhap');
      const before = (await logged()).length;
      // A log that was emptied keeps its room on the disk: what was written there would not show that the disk is full.
      await faultApp.context.get(Database).writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
      const free = fill(folder);
      await faultApp.hotline.sendMany(MESSAGES);
      const answer = await visitor.post('/dang-nhap', SIGN_IN);
      await pause(FULL_MS);
      await saysWhatIsIll(app, visitor);
      const waiting = (await faultApp.peer()).queued.filter(({ outcome }) => outcome === null);
      const { lives } = app;
      const lines = (await logged()).slice(before);
      free();

      expect({ lives, status: answer.status, waiting: waiting.length }).toEqual({
        lives: true,
        status,
        waiting: MESSAGES,
      });
      expect(repeated(lines)).toEqual([]);
      expect(lines.some(({ cause }) => cause === 'disk-full')).toBe(true);
      await faultApp.answersAgain(app);
      await faultApp.untilQuiet(120_000);
      expect(await faultApp.broken()).toEqual([]);
    },
    LIMIT_MS,
  );
});
