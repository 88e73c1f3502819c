import { ConfirmCalendar, ProposeCalendar } from '../../src/calendar/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { HOLIDAYS_2028 } from '../support/holidays-2028.js';
import type { TestApp } from '../support/test-app.js';
import { LifeOfATicket } from '../support/life-of-a-ticket.js';
import { TestProgram } from '../support/test-program.js';

const EVERYBODY = ['vanthu', 'ngoc', 'thang', 'khanh', 'giamsat', 'quantri'];
const WARNED = ['vanthu', 'giamsat', 'quantri'];

/** Nobody has entered the calendar of 2028. The ticket arrives on Wednesday 22/12/2027 and is due on Wednesday 29/12/2027. */
describe('an app whose calendar lacks next year', () => {
  let life: LifeOfATicket;
  beforeAll(async () => {
    life = await LifeOfATicket.begin('2027-12-22T09:00:00+07:00');
    await life.inHand();
  });
  afterAll(() => life.end());

  const goTo = (iso: string): void => life.app.clock.advance(Date.parse(iso) - life.app.clock.now().getTime());
  const see = async (username: string, path: string): Promise<{ status: number; body: string }> => {
    const { statusCode: status, body } = await (await life.app.browserOf(username)).get(path);
    return { status, body };
  };

  it('lets an officer ask for the days that can be counted, and says why there are none', async () => {
    goTo('2027-12-28T09:00:00+07:00');
    const some = await see('ngoc', `/phieu/${life.id}`);
    expect(some.status).toBe(200);
    expect(some.body).toContain('2 ngày làm việc: trả lời trước 17:30, thứ Sáu 31/12/2027');
    expect(some.body).not.toContain('3 ngày làm việc: trả lời trước');
  });

  it.each([
    ['on the last days of the year', '2027-12-30T09:00:00+07:00', 'Quá hạn 1 ngày'],
    ['and in the next', '2028-01-05T09:00:00+07:00', 'Quá hạn 7 ngày, kể cả ngày nghỉ'],
  ])('shows everybody their work %s, and warns those who can see to it', async (_when, now, pill) => {
    goTo(now);
    for (const username of EVERYBODY) {
      const home = await see(username, '/');
      expect([username, home.status]).toEqual([username, 200]);
      const warned = home.body.includes('Chưa có lịch làm việc của năm 2028');
      expect([username, warned]).toEqual([username, WARNED.includes(username)]);
    }
    for (const path of [`/phieu/${life.id}`, '/tim-kiem?tim=hoc+them', '/so-van-ban/den', '/?danh-sach=qua-han']) {
      const page = await see('ngoc', path);
      expect([path, page.status]).toEqual([path, 200]);
      if (path !== '/so-van-ban/den') expect(page.body).toContain(pill);
    }
  });

  it('shows the desk at once which feedback waits for the calendar and why, and opens its ticket when it comes', async () => {
    goTo('2028-01-05T10:00:00+07:00');
    await expect(life.app.receive()).rejects.toThrow('No ticket grew');
    expect((await see('vanthu', '/')).body).toMatch(/Phản ánh chưa mở được phiếu<\/span><span class="ha-num">1</u);
    const { body } = await see('vanthu', '/trao-doi');
    for (const words of ['Mở phiếu từ phản ánh', 'Số đến 1<', 'Chưa có lịch làm việc của năm 2028. Bổ sung lịch']) {
      expect(body).toContain(words);
    }

    await declare2028(life.app);
    life.app.clock.advance(3_600_000);
    await life.app.work();
    expect((await see('vanthu', '/')).body).toMatch(/Phản ánh chưa mở được phiếu<\/span><span class="ha-num">0</u);
    expect((await see('vanthu', '/trao-doi')).body).not.toContain('Giao dịch gửi không thành công');
    expect((await see('vanthu', '/?danh-sach=moi-nhan')).body).toContain('PAKN.20280105.');
  });

  it('answers programs as well', async () => {
    const program = await TestProgram.of(life.app, 'ngoc');
    for (const path of [`tickets/${life.id}`, 'tickets', `tickets/${life.id}/proof`]) {
      expect([path, (await program.get(path)).status]).toEqual([path, 200]);
    }
  });
});

/** The administrator proposes the days of 2028 and confirms them. */
async function declare2028(app: TestApp): Promise<void> {
  const administrator: Actor = { id: 'quantri', name: 'Lê Văn An', unitId: null, roles: ['administrator'] };
  const origin = { source: 'Thông báo 99', confidence: 'confirmed', mode: 'replaceYears' } as const;
  const file = { name: '2028.csv', content: Buffer.from(HOLIDAYS_2028), reason: 'Nghỉ lễ năm 2028' };
  const proposalId = await app.nest
    .get(ProposeCalendar, { strict: false })
    .fromFile(administrator, { ...origin, ...file });
  await app.nest.get(ConfirmCalendar, { strict: false }).confirm(administrator, { proposalId, against: 2 });
}
