import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { LessThanOrEqual, type DataSource } from 'typeorm';
import { Notices } from '../../src/notices/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { WrittenSince } from '../../src/platform/database/written-since.js';
import { LiveSessions } from '../../src/platform/sessions/live-sessions.js';
import { isUnattended, withoutUse } from '../../src/platform/sessions/unattended.js';
import { SessionEntity } from '../../src/platform/sessions/session.entity.js';
import { AssignTicket } from '../../src/tickets/index.js';
import { TicketEntryEntity, type TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { MAX_OPEN } from '../../src/web/moves/open-pages.js';
import { WatchMoves } from '../../src/web/moves/watch-moves.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { LooksByHand } from '../support/looks-by-hand.js';
import { ListeningPage } from '../support/listening-page.js';
import { cookieOf, LookedAtPages } from '../support/looked-at-pages.js';
import { onSqlite } from '../support/on-sqlite.js';
import { readSoFar } from '../support/read-so-far.js';
import { TestApp } from '../support/test-app.js';
import { PASSWORD } from '../support/test-people.js';
import type { TestBrowser } from '../support/test-browser.js';
import { SecondApp } from '../support/second-app.js';

const WITHIN_MS = 2_000;
/** Longer than a look takes to come. */
const A_LOOK_MS = 1_300;
/** Two hundred pages that asked for themselves would ask many times as often. */
const SOME = 12;

/** What a page shows that shows no ticket. */
const NOTHING = { ticketId: '', line: 0 };

const { clerk, officer } = PARTIES;

const tellingByFile = onSqlite('its file tells that nobody has written');

describe('pages that are being looked at', () => {
  let app: TestApp;
  let origin: string;
  let pages: LookedAtPages;
  const look = (reader: string | TestBrowser, query = ''): Promise<ListeningPage> => pages.look(reader, query);
  const assigned = (): Promise<TicketEntity> => pages.assigned();
  const note = (ticketId: string): Promise<unknown> => pages.note(ticketId);

  let notices = 0;
  /** A notice to each of them, which their pages are told of after all that they were told before. */
  const notice = (...readers: readonly string[]): Promise<void> =>
    app.nest.get(UnitOfWork).run(async (tx) => {
      for (const staffId of readers) {
        const key = `moves ${String((notices += 1))}`;
        await app.nest.get(Notices).tell(tx, { key, staffId, kind: 'reminder', words: 'Sắp đến hạn.' });
      }
    });
  const isNoticed = ({ kinds }: ListeningPage): boolean => kinds.includes('counts');

  beforeAll(async () => {
    app = await TestApp.open();
    origin = await app.listen();
    pages = new LookedAtPages(app, origin);
  });
  afterEach(() => pages.leave());
  afterAll(() => app.close());

  it('hear by an answer that no cache and no proxy keeps', async () => {
    const { answer } = await look('ngoc');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('x-accel-buffering')).toBe('no');
    expect(answer.headers.get('content-encoding')).toBeNull();
  });

  it('are for people who have signed in, and for their scripts', async () => {
    expect((await ListeningPage.open(origin, '')).answer.status).toBe(401);
    expect((await (await app.browserOf('ngoc')).get('/song')).statusCode).toBe(406);
  });

  it('are told at once of what their own process commits: those whose lists it can move, and nobody else', async () => {
    const ticket = await assigned();
    const [own, desk, otherUnit, nobody] = await Promise.all(
      ['thang', 'vanthu', 'luc', 'quantri'].map((one) => look(one)),
    );
    const begun = performance.now();
    await note(ticket.id);
    const came = await own!.until(({ kinds }) => kinds.includes('list'));
    await desk!.until(({ kinds }) => kinds.includes('list'));
    expect(came - begun).toBeLessThan(WITHIN_MS);
    await notice('luc', 'quantri');
    for (const page of [otherUnit!, nobody!]) await page.until(isNoticed);
    expect([otherUnit!.kinds, nobody!.kinds]).toEqual([['counts'], ['counts']]);
  });

  it('are told once of a line, and of no words, names or numbers', async () => {
    const ticket = await assigned();
    const page = await look('ngoc');
    await note(ticket.id);
    await page.until(({ kinds }) => kinds.length > 0);
    await note(ticket.id);
    await page.until(({ kinds }) => kinds.length > 1);
    await notice('ngoc');
    await page.until(isNoticed);
    const words = ['list', 'list', 'counts'];
    expect(page.told.map(({ kind, data }) => ({ kind, data }))).toEqual(words.map((kind) => ({ kind, data: {} })));
    expect(page.text.replaceAll(/retry: \d+/gu, '').trim()).toBe(
      words.map((kind) => `event: ${kind}\ndata: {}`).join('\n\n'),
    );
  });

  it('hear of the ticket that they show where its reader may see it, also when it moved while the page was on its way', async () => {
    const ticket = await assigned();
    const other = await assigned();
    const html = (await (await app.browserOf('ngoc')).get(`/phieu/${ticket.id}`)).body;
    const shown = Number(/data-ticket-moved="[^"]+" data-line="(\d+)"/u.exec(html)?.[1]);
    const [own, strange] = await Promise.all(
      ['ngoc', 'luc'].map((one) => look(one, `?phieu=${ticket.id}&dong=${shown}`)),
    );
    await note(other.id);
    await note(ticket.id);
    await own!.until(({ kinds }) => kinds.includes('ticket'));
    const { data } = own!.told.find(({ kind }) => kind === 'ticket')!;
    const { max } = await app.nest
      .get(Database)
      .reader.getRepository(TicketEntryEntity)
      .createQueryBuilder('line')
      .select('MAX(line.seq)', 'max')
      .where({ ticketId: ticket.id })
      .getRawOne<{ max: number }>()
      .then((row) => row!);
    expect(data).toEqual({ id: ticket.id, line: max });
    const late = await look('ngoc', `?phieu=${ticket.id}&dong=${shown}`);
    await late.until(({ kinds }) => kinds.includes('ticket'));
    await notice('ngoc', 'luc');
    for (const page of [own!, strange!]) await page.until(isNoticed);
    expect(own!.kinds.filter((kind) => kind === 'ticket')).toHaveLength(1);
    expect(strange!.kinds).toEqual(['counts']);
  });

  it('hear no more of a ticket once their reader may not see it', async () => {
    const ticket = await assigned();
    const page = await look('ngoc', `?phieu=${ticket.id}&dong=999999`);
    await app.nest.get(AssignTicket).assign(clerk, { ticketId: ticket.id, unitId: 'nui-voi', officerId: 'luc' });
    await page.until(({ kinds }) => kinds.includes('list'));
    const before = page.kinds.filter((kind) => kind === 'counts').length;
    await notice('ngoc');
    await page.until(({ kinds }) => kinds.filter((kind) => kind === 'counts').length > before);
    expect(page.kinds).not.toContain('ticket');
  });

  it('hear of a notice for their reader alone', async () => {
    const [own, other] = await Promise.all([look('ngoc'), look('thang')]);
    await notice('ngoc');
    await own.until(isNoticed);
    expect(other.kinds).toEqual([]);
    await notice('thang');
    await other.until(isNoticed);
    expect([own.kinds, other.kinds]).toEqual([['counts'], ['counts']]);
    const bell = await (await app.browserOf('ngoc')).get('/song/chuong');
    expect(bell.body).toMatch(/aria-label="Thông báo, \d+ chưa đọc"/u);
  });

  it('end when their reader signs out, in whichever browser no other does', async () => {
    const [leaving, staying] = await Promise.all([app.browserOf('ngoc'), app.browserOf('ngoc')]);
    const [one, other] = [await look(leaving), await look(staying)];
    await leaving.get('/');
    await leaving.post('/dang-xuat');
    await one.until(({ hasEnded }) => hasEnded);
    await notice('ngoc');
    await other.until(isNoticed);
    expect(other.hasEnded).toBe(false);
  });

  it('end with a session that a new password ends, and where it was chosen they go on', async () => {
    const [here, elsewhere] = await Promise.all([app.browserOf('khanh'), app.browserOf('khanh')]);
    const [own, other] = [await look(here), await look(elsewhere)];
    await here.get('/tai-khoan/mat-khau');
    const fresh = 'trà sen buổi sáng';
    await here.post('/tai-khoan/mat-khau', { password: PASSWORD, newPassword: fresh, newPasswordAgain: fresh });
    await other.until(({ hasEnded }) => hasEnded);
    await notice('khanh');
    await own.until(isNoticed);
    expect(own.hasEnded).toBe(false);
  });

  it('end with a session that an administrator ends', async () => {
    const page = await look('thang');
    await app.nest.get(UnitOfWork).run((tx) => app.nest.get(LiveSessions).end(tx, 'thang', 'all'));
    await page.until(({ hasEnded }) => hasEnded);
  });

  it('are looked for in no request, and by one look after another of which one waits', async () => {
    await pause(A_LOOK_MS);
    const [asked, looks] = [jest.spyOn(WrittenSince.prototype, 'isPossible'), [] as boolean[]];
    let release = (): void => undefined;
    const held = new Promise<boolean>((resolve) => {
      release = () => resolve(false);
    });
    asked.mockImplementation(() => {
      looks.push(isUnattended());
      return held;
    });
    const stream = await new Promise<Readable | null>((resolve, reject) => {
      withoutUse(() => void app.nest.get(WatchMoves).open(officer, 'row', NOTHING).then(resolve, reject));
    });
    await pause(3 * A_LOOK_MS);
    expect(looks).toEqual([false]);
    release();
    await pause(50);
    expect(looks.length).toBeLessThanOrEqual(3);
    stream?.destroy();
    asked.mockRestore();
  });

  it('keep no session alive, and end with it', async () => {
    const browser = await app.browserOf('giamsat');
    const { reader } = app.nest.get(Database);
    const begun = app.clock.now();
    app.clock.advance(30 * 60_000);
    const page = await look(browser);
    await app.inject({
      method: 'GET',
      url: '/',
      headers: { cookie: cookieOf(browser), accept: 'text/html', 'x-unattended': '1' },
    });
    const used = { staffId: 'giamsat', lastSeenAt: LessThanOrEqual(begun) };
    expect(await reader.getRepository(SessionEntity).countBy(used)).toBe(1);
    app.clock.advance(30 * 60_000 + 1);
    await app.receive();
    await page.until(({ hasEnded }) => hasEnded);
  });

  it('are so many a person and no more', async () => {
    const browser = await app.browserOf('luc');
    const open = await Promise.all(Array.from({ length: MAX_OPEN.aPerson }, () => look(browser)));
    expect(open.map(({ answer }) => answer.status)).toEqual(open.map(() => 200));
    expect((await look(browser)).answer.status).toBe(204);
    expect((await look('ngoc')).answer.status).toBe(200);
    open[0]!.leave();
    await pause(100);
    expect((await look(browser)).answer.status).toBe(200);
  });

  tellingByFile.it('cost no question more when they are two hundred, and none while nobody writes', async () => {
    const crowded = await TestApp.open();
    const looks = new LooksByHand();
    try {
      const theirs = new LookedAtPages(crowded, '');
      const ticket = await theirs.assigned();
      const watch = crowded.nest.get(WatchMoves);
      const { reader } = crowded.nest.get(Database);
      const asked = async (): Promise<number> => {
        await looks.untilNothingIsNew();
        const runner = jest.spyOn(reader as DataSource, 'createQueryRunner');
        await theirs.note(ticket.id);
        await looks.untilNothingIsNew();
        const { length } = runner.mock.calls;
        for (let again = 0; again < 2; again += 1) await looks.look();
        expect(runner.mock.calls).toHaveLength(length);
        runner.mockRestore();
        return length;
      };
      await watch.open(clerk, 'one', NOTHING);
      const alone = await asked();
      const others = await Promise.all(
        Array.from({ length: 199 }, (_, at) => watch.open({ ...clerk, id: `person-${String(at)}` }, 'one', NOTHING)),
      );
      const together = await asked();
      // The act and the looks that follow it: one more or fewer, as the look at once falls before or after one by hand.
      expect(Math.abs(together - alone)).toBeLessThan(SOME);
      const told = others.map(readSoFar);
      expect(told.filter((text) => text.includes('event: list'))).toHaveLength(199);
    } finally {
      await crowded.close();
      looks.end();
    }
  });

  it('are told within two seconds of what another process commits, and end at once when theirs ends', async () => {
    const ticket = await assigned();
    const second = await SecondApp.beside(app);
    try {
      const here = await look('thang');
      const visitor = await second.visitor('ngoc');
      const there = await pages.open(second.url, visitor.cookie, `?phieu=${ticket.id}&dong=999999`);
      const begun = performance.now();
      await visitor.open(`/phieu/${ticket.id}`);
      await visitor.post(`/phieu/${ticket.id}/tien-do`, {
        text: 'Đã kiểm tra.',
        audience: 'internal',
        field: 'progress',
      });
      const committed = performance.now();
      const came = await here.until(({ kinds }) => kinds.includes('list'));
      expect(came - committed).toBeLessThan(WITHIN_MS);
      expect(committed).toBeGreaterThan(begun);
      await there.until(({ kinds }) => kinds.includes('list'));
      const stopped = performance.now();
      await second.stop();
      expect(performance.now() - stopped).toBeLessThan(5_000);
      expect(there.hasEnded).toBe(true);
      expect(here.hasEnded).toBe(false);
    } finally {
      await second.stop();
    }
  });
});
