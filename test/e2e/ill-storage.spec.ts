import { openSync, closeSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { Settings } from '../../src/config/settings.js';
import { WarnOfStorageModule } from '../../src/outages/index.js';
import { WarnOfStorage } from '../../src/outages/jobs/warn-of-storage.js';
import { Database } from '../../src/platform/database/database.js';
import { StorageHealth } from '../../src/platform/health/storage-health.js';
import { REQUESTS_A_MINUTE } from '../../src/platform/rate-limits.js';
import { SessionEntity } from '../../src/platform/sessions/session.entity.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { onSqlite } from '../support/on-sqlite.js';

const PAGE_BYTES = 4096;
const refusing = onSqlite('lets it refuse to write');
const HOST = 'hoi-am.local';
const FORM = { 'content-type': 'application/x-www-form-urlencoded', referer: `http://${HOST}/dang-nhap` };

/** Every write fails, as on a disk without room. */
async function refuseWrites(app: TestApp): Promise<() => Promise<void>> {
  const { writer } = app.nest.get(Database);
  await writer.query('PRAGMA query_only = 1');
  return () => writer.query('PRAGMA query_only = 0');
}

/** The first page of a table is zeroed, as by a bad sector. */
async function zero(app: TestApp, table: string): Promise<void> {
  const { writer, reader } = app.nest.get(Database);
  const [found] = await writer.query<{ readonly rootpage: number }[]>(
    `select rootpage from sqlite_master where name = '${table}'`,
  );
  const { rootpage } = found ?? { rootpage: 0 };
  await writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
  const file = openSync(join(app.nest.get(Settings).dataDirectory, 'hoi-am.db'), 'r+');
  writeSync(file, Buffer.alloc(PAGE_BYTES), 0, PAGE_BYTES, (rootpage - 1) * PAGE_BYTES);
  closeSync(file);
  // A change by the writer makes the reader forget its pages; the writer itself is told to.
  await writer.query('PRAGMA shrink_memory');
  await writer.query('create table forget_pages (a int)');
  await reader.query('PRAGMA shrink_memory');
}

type Ask = Omit<InjectOptions, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

/** A request for a page gets a page, a request for JSON a problem; neither gets the words of a framework. */
async function holdsForBoth(app: TestApp, browser: TestBrowser | null, ask: Ask, status: number): Promise<void> {
  const cookie = [...(browser?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  for (const accept of ['text/html', 'application/json']) {
    const answer = await app.inject({
      ...ask,
      headers: { host: HOST, accept, ...(cookie === '' ? {} : { cookie }), ...ask.headers },
    });
    const type = accept === 'text/html' ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8';
    expect({ status: answer.statusCode, type: answer.headers['content-type'] }).toEqual({ status, type });
    if (accept === 'text/html') expect(answer.body).toMatch(/<html lang="vi"[\s\S]*<h1>/u);
    else
      expect(Object.keys(answer.json<object>())).toEqual(expect.arrayContaining(['type', 'title', 'status', 'code']));
    expect(answer.body).not.toMatch(/SQLITE|statusCode|QueryFailed|database disk image/u);
    expect(answer.headers['cache-control']).toContain('no-store');
  }
}

describe('a request that fails before, in or after its page', () => {
  let app: TestApp;
  let clerk: TestBrowser;
  beforeAll(async () => {
    app = await TestApp.open();
    clerk = await app.browserOf('vanthu');
  });
  afterAll(() => app.close());

  it.each<readonly [stage: string, ask: Ask, status: number]>([
    ['an address that cannot be decoded', { url: '/%zz' }, 400],
    ['an address that does not exist', { url: '/khong-co' }, 404],
    ['a method that its address does not know', { method: 'DELETE', url: '/dang-nhap' }, 403],
    ['a body that is too large', { method: 'POST', url: '/dang-nhap', headers: FORM, payload: 'a'.repeat(2e6) }, 413],
    [
      'a body of a type that nobody reads',
      { method: 'POST', url: '/dang-nhap', headers: { ...FORM, 'content-type': 'application/x-tar' }, payload: 'a' },
      415,
    ],
    [
      'JSON that is none',
      { method: 'POST', url: '/dang-nhap', headers: { ...FORM, 'content-type': 'application/json' }, payload: '{' },
      400,
    ],
    ['a form without its token', { method: 'POST', url: '/dang-nhap', headers: FORM, payload: 'username=a' }, 403],
  ])('is answered in the form that was asked for: %s', async (_stage, ask, status) => {
    await holdsForBoth(app, null, ask, status);
  });

  refusing.it('is answered in the form that was asked for: a session that cannot be stored', async () => {
    const allow = await refuseWrites(app);
    await holdsForBoth(app, null, { url: '/dang-nhap' }, 503);
    await allow();
  });

  refusing.it('is answered in the form that was asked for: an act whose write fails', async () => {
    await clerk.get('/phieu-moi');
    const { body } = await clerk.get('/phieu-moi');
    const token = /name="_csrf" value="([^"]+)"/u.exec(body)?.[1] ?? '';
    const allow = await refuseWrites(app);
    const payload = new URLSearchParams({ _csrf: token }).toString();
    const headers = { ...FORM, referer: `http://${HOST}/phieu-moi` };
    await holdsForBoth(app, clerk, { method: 'POST', url: '/dang-xuat', headers, payload }, 503);
    await allow();
  });

  refusing.it(
    'is read on a full disk by a person who has signed in: that a visit cannot be noted hides no page',
    async () => {
      const { writer } = app.nest.get(Database);
      await writer
        .getRepository(SessionEntity)
        .createQueryBuilder()
        .update()
        .set({ lastSeenAt: new Date(0) })
        .execute();
      const allow = await refuseWrites(app);
      const { statusCode } = await clerk.get('/thong-bao-gian-doan');
      await allow();
      expect(statusCode).toBe(200);
    },
  );

  it('is answered in the form that was asked for: more requests than anybody may make', async () => {
    for (let count = 0; count <= REQUESTS_A_MINUTE; count += 1)
      await app.inject({ url: '/health/live', remoteAddress: '10.1.1.1' });
    await holdsForBoth(app, null, { url: '/dang-nhap', remoteAddress: '10.1.1.1' }, 429);
  });
});

onSqlite('zeroes pages of its file').describe('a damaged database', () => {
  describe.each(['session', 'staff', 'unit'])('whose table is %s', (table) => {
    let app: TestApp;
    let clerk: TestBrowser;
    beforeAll(async () => {
      app = await TestApp.open();
      clerk = await app.browserOf('vanthu');
      await zero(app, table);
    });
    afterAll(() => app.close());

    it('answers in the form that was asked for, and stays alive', async () => {
      await holdsForBoth(app, clerk, { url: '/' }, 503);
      await holdsForBoth(app, clerk, { url: '/khong-co' }, table === 'session' ? 503 : 404);
      expect((await clerk.get('/')).body).toContain('Cơ sở dữ liệu');
    });

    it('still says on the page of the service how it is', async () => {
      const { statusCode, body } = await clerk.get('/tinh-trang');
      expect(statusCode).toBe(200);
      expect(body).toContain('Tình trạng dịch vụ');
    });
  });
});

onSqlite('lets it refuse to write, and zeroes its pages').describe(
  'a service whose disk takes nothing, or whose database is damaged',
  () => {
    const token = 'ma-giam-sat-du-hai-muoi-ky-tu';
    let app: TestApp;
    let clerk: TestBrowser;
    beforeAll(async () => {
      app = await TestApp.open({ METRICS_TOKEN: token }, { modules: [{ module: WarnOfStorageModule }] });
      clerk = await app.browserOf('vanthu');
    });
    afterAll(() => app.close());

    const plain = async (url: string): Promise<{ status: number; body: string }> => {
      const answer = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
      return { status: answer.statusCode, body: answer.body };
    };
    /** What was found is told for some seconds: asks as if that time were over. */
    const askAnew = (): void => {
      Object.assign(app.nest.get(StorageHealth), { asked: null });
    };

    it('is well as long as it is', async () => {
      expect(await plain('/health/ready')).toEqual({ status: 200, body: '{"status":"ok","numbering":"given"}' });
      expect((await plain('/tinh-trang')).body).toContain('Mọi dịch vụ hoạt động bình thường');
      const metrics = (await plain('/metrics')).body.split('\n');
      expect(metrics).toContain('hoi_am_storage_failing{part="database"} 0');
      expect(metrics.filter((line) => line.startsWith('hoi_am_disk_free_bytes{place='))).toHaveLength(3);
    });

    it('says at every door that nothing can be written', async () => {
      await clerk.get('/trao-doi');
      const allow = await refuseWrites(app);
      askAnew();
      expect(await plain('/health/ready')).toEqual({
        status: 503,
        body: '{"status":"unwell","problems":[{"part":"database","cause":"read-only"}]}',
      });
      expect((await plain('/tinh-trang')).body).toContain('máy chủ tạm chưa lưu được dữ liệu mới');
      expect((await plain('/metrics')).body).toContain('hoi_am_storage_failing{part="database"} 1');
      expect((await clerk.get('/trao-doi')).body).toContain('chỉ cho đọc');
      await allow();
      askAnew();
      expect((await plain('/health/ready')).status).toBe(200);
    });

    it('says at every door, and to administrators, that the database is damaged, and where', async () => {
      await zero(app, 'ticket_import');
      await app.nest.get(StorageHealth).checkNow();
      expect(await plain('/health/ready')).toMatchObject({ status: 503 });
      expect((await plain('/metrics')).body).toContain('hoi_am_database_damaged 1');
      expect((await clerk.get('/trao-doi')).body).toContain('Cơ sở dữ liệu bị hỏng');
      for (let turn = 0; turn < 2; turn += 1) await app.nest.get(WarnOfStorage).run();
      const administrator = await app.browserOf('quantri');
      const { body } = await administrator.get('/thong-bao');
      expect(body.split('Chỗ hỏng: bảng ticket_import.')).toHaveLength(2);
    });
  },
);
