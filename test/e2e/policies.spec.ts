import { civilDate } from '../../src/kernel/civil-date.js';
import { policyAt } from '../../src/law/index.js';
import { Policies } from '../../src/policies/index.js';
import { fieldsOf } from '../../src/web/policies/policy-form.js';
import { TestApp } from '../support/test-app.js';
import { TestProgram } from '../support/test-program.js';
import type { TestBrowser } from '../support/test-browser.js';

const PLACE = '/quy-dinh-thoi-han';

/** The shipped set as the form holds it, with seven working days to settle an ordinary matter. */
const typed = (change: Record<string, string> = {}): Record<string, string> => ({
  ...fieldsOf(policyAt(civilDate('2026-03-18'))),
  basedOn: '1',
  latest: '1',
  name: 'Bộ thời hạn từ tháng 4',
  validFrom: '2026-04-01',
  reason: 'Theo kết luận họp giao ban tháng 3.',
  'limits.process.normal': '7',
  'limits.process.normal.standing': 'choice',
  'limits.process.normal.source': 'Thông báo 12/TB-SGDĐT ngày 16/3/2026',
  ...change,
});

describe('the rules on time in the browser', () => {
  let app: TestApp;
  let administrator: TestBrowser;
  beforeEach(async () => {
    app = await TestApp.open();
    administrator = await app.browserOf('quantri');
  });
  afterEach(() => app.close());

  it('are read by everybody, with what each limit rests on', async () => {
    const officer = await app.browserOf('ngoc');
    const { body } = await officer.get(`${PLACE}/1`);
    for (const words of [
      '5 ngày làm việc',
      'Văn bản quy phạm pháp luật quy định',
      'Tham khảo quy định của địa phương, bộ, ngành khác',
      'Phần mềm tạm đặt, chưa có văn bản quy định',
      'Luật Tiếp công dân 2013',
    ]) {
      expect(body).toContain(words);
    }
    expect(body).not.toContain(`${PLACE}/soan`);
  });

  it('are a place of the top bar for those who publish them alone', async () => {
    const link = `href="${PLACE}"`;
    expect((await (await app.browserOf('khanh')).get('/')).body).toContain(link);
    expect((await (await app.browserOf('ngoc')).get('/')).body).not.toContain(link);
  });

  it.each(['ngoc', 'thang', 'vanthu', 'giamsat'])('are not written by %s', async (username) => {
    const other = await app.browserOf(username);
    expect((await other.get(`${PLACE}/soan`)).statusCode).toBe(403);
    await other.get('/');
    await other.post(PLACE, typed());
    expect(await app.nest.get(Policies).all()).toHaveLength(1);
  });

  it('rule 3: a new version is published with its day, its reason and what it changes', async () => {
    const { body } = await administrator.get(`${PLACE}/soan`);
    expect(body).toContain('name="limits.process.normal"');
    const answer = await administrator.post(PLACE, typed());
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${PLACE}/2`]);
    const page = (await administrator.follow(answer)).body;
    for (const words of [
      '7 ngày làm việc',
      'trước: 5 ngày làm việc',
      'Theo kết luận họp giao ban tháng 3.',
      'Lê Văn An',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).toMatch(
      /Khác với bộ 1[\s\S]*Giải quyết và trả lời, mức bình thường: căn cứ[\s\S]*Sở quy định: Thông báo 12/u,
    );
    expect((await administrator.get(PLACE)).body).toMatch(/Chưa đến ngày[\s\S]*Đang áp dụng/u);
  });

  it('rules 14 and 15: a new version may remind a category at moments of its own', async () => {
    await administrator.get(`${PLACE}/soan`);
    const own = {
      'reminding.0.category': 'fees',
      'reminding.0.level': '',
      'reminding.0.reminders.percents': '25 75',
      'reminding.0.reminders.overdueAt': '07:30',
      'reminding.0.escalation.unitHead': '25',
      'reminding.0.escalation.unitHead.kind': 'percent',
    };
    const refused = await administrator.post(PLACE, typed({ ...own, 'reminding.0.reminders.percents': '75 25' }));
    expect((await administrator.follow(refused)).body).toContain('href="#reminding.0.reminders.percents"');
    const page = (await administrator.follow(await administrator.post(PLACE, typed(own)))).body;
    expect(page).toContain('Riêng Thu chi, dạy thêm, mọi mức độ');
    expect(page).toContain('nhắc khi qua 25%, 75% thời hạn, quá hạn nhắc lúc 07:30 mỗi ngày làm việc');
    const program = await TestProgram.of(app, 'ngoc');
    expect((await program.get('policies/2')).body).toMatchObject({
      set: { ownReminding: [{ category: 'fees', level: null, reminders: { percents: [25, 75], overdueAt: 450 } }] },
    });
  });

  it('rule 4: publishing changes no deadline of a ticket that is there', async () => {
    const ticket = await app.receive();
    const clerk = await app.browserOf('vanthu');
    const before = dueIn((await clerk.get(`/phieu/${ticket.id}`)).body);
    await administrator.get(`${PLACE}/soan`);
    await administrator.post(PLACE, typed({ validFrom: '2026-03-18' }));
    expect((await app.nest.get(Policies).at(civilDate('2026-03-18'))).version).toBe(2);
    expect(dueIn((await clerk.get(`/phieu/${ticket.id}`)).body)).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  it('rule 4: shows before publishing which open tickets would get another date, and publishes nothing', async () => {
    const ticket = await app.receive();
    await administrator.get(`${PLACE}/soan`);
    const asked = await administrator.post(`${PLACE}/xem-truoc`, typed({ reason: '' }));
    const page = (await administrator.follow(asked)).body;
    expect(page).toContain('1 phiếu đổi hạn.');
    expect(page).toContain(ticket.code);
    expect(page).toMatch(/17:30, thứ Tư 25\/03\/2026[\s\S]*17:30, thứ Sáu 27\/03\/2026/u);
    expect(page).toMatch(/Khác với bộ 1[\s\S]*Giải quyết và trả lời, mức bình thường/u);
    expect(page).toContain('value="Bộ thời hạn từ tháng 4"');
    expect(page).not.toContain('Chưa ban hành được');
    expect(await app.nest.get(Policies).all()).toHaveLength(1);
    const refused = await administrator.post(`${PLACE}/xem-truoc`, typed({ 'limits.process.normal': '0' }));
    const flawed = (await administrator.follow(refused)).body;
    expect(flawed).toContain('href="#limits.process.normal"');
    expect(flawed).not.toContain('phiếu đổi hạn.');
  });

  it('name what is to be repaired beside its field, and keep what was typed', async () => {
    await administrator.get(`${PLACE}/soan`);
    const answer = await administrator.post(
      PLACE,
      typed({ 'limits.process.normal': '0', citation: '', reason: 'vì thế', validFrom: '2026-03-17', 'own.0': '3' }),
    );
    const page = (await administrator.follow(answer)).body;
    for (const field of ['limits.process.normal', 'citation', 'reason', 'validFrom', 'own.0']) {
      expect(page).toContain(`href="#${field}"`);
      expect(page).toContain(`id="${field}-e"`);
    }
    expect(page).toContain('Bộ thời hạn từ tháng 4');
    expect(page).toMatch(/<details[^>]* open[^>]*><summary[^>]*><span[^>]*>Giải quyết và trả lời/u);
    expect(await app.nest.get(Policies).all()).toHaveLength(1);
  });

  it('are published once when two people began from the same version', async () => {
    const leader = await app.browserOf('khanh');
    await administrator.get(`${PLACE}/soan`);
    await leader.get(`${PLACE}/soan`);
    await administrator.post(PLACE, typed());
    const answer = await leader.post(PLACE, typed({ name: 'Bộ của lãnh đạo' }));
    const page = (await leader.follow(answer)).body;
    expect(page).toContain('Người khác vừa cập nhật trước.');
    expect(page).toContain('Bộ của lãnh đạo');
    expect(await app.nest.get(Policies).all()).toHaveLength(2);
  });

  it.each(['/0', '/9', '/99999999999999', '/abc', '/soan?tu=9'])('answer %s without falling over', async (path) => {
    expect((await administrator.get(PLACE + path)).statusCode).toBeLessThan(500);
  });

  it('refuse a form that no page of ours would send', async () => {
    await administrator.get(`${PLACE}/soan`);
    const answer = await administrator.post(PLACE, { basedOn: 'x', name: ['a', 'b'] });
    expect(answer.statusCode).toBe(303);
    expect(await app.nest.get(Policies).all()).toHaveLength(1);
  });
});

/** The days by which the page of a ticket says that something is due. */
function dueIn(body: string): readonly string[] {
  return [...body.matchAll(/\d{2}:\d{2}, (?:thứ|Chủ)[^<]{3,12}\d{2}\/\d{2}\/\d{4}/gu)].map(([words]) => words);
}
