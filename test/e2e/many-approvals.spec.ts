import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ApproveAnswer, AssignTicket, ProposeDirectAnswer, WorkOnTicket } from '../../src/tickets/index.js';
import { Database } from '../../src/platform/database/database.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { ANSWER, NO_EVIDENCE, PARTIES } from '../support/life-of-a-ticket.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const { clerk, officer, head } = PARTIES;

/** Direct answers of a unit that wait for its head, or for a leader. */
describe('answers that wait to be approved', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  /** @returns ids of the ticket and of its answer */
  async function waiting(): Promise<{ readonly id: string; readonly answerId: string }> {
    const { id } = await app.receive();
    await app.nest.get(AssignTicket).assign(clerk, { ticketId: id, unitId: 'gdtrh', officerId: officer.id });
    await app.nest.get(WorkOnTicket).accept(officer, id);
    const given = { text: ANSWER, noEvidenceReason: NO_EVIDENCE };
    return { id, answerId: await app.nest.get(ProposeDirectAnswer).propose(officer, id, given) };
  }

  const chosen = (...ids: string[]): string =>
    `/quyet-dinh?${new URLSearchParams(ids.map((id) => ['phieu', id])).toString()}`;
  const itemsIn = (body: string): string[] =>
    [...body.matchAll(/type="checkbox" name="items" value="([^"]+)"/gu)].map(([, value = '']) => value);
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await app.nest.get(Database).reader.manager.findOneBy(TicketEntity, { id }))?.state;

  it('are shown in full with the words that they answer, marked, to the head of the unit', async () => {
    const { id } = await waiting();
    const { body } = await (await app.browserOf('thang')).get(chosen(id));
    expect(itemsIn(body)).toHaveLength(1);
    expect(body).toMatch(/name="items"[^>]* checked/u);
    expect(textOf(body)).toContain(ANSWER);
    expect(textOf(body)).toContain(`Không có tài liệu chứng minh: ${NO_EVIDENCE}`);
  });

  it('are shown to nobody who does not decide on them, and fill no queue', async () => {
    const { id } = await waiting();
    expect(itemsIn((await (await app.browserOf('giamsat')).get(chosen(id))).body)).toEqual([]);
    expect(itemsIn((await (await app.browserOf('khanh')).get('/quyet-dinh')).body)).toEqual([]);
    const away = await (await app.browserOf('thang')).get(chosen('khong-co'));
    expect(textOf(away.body)).toContain('Không có việc nào chờ duyệt ở các phiếu đã chọn');
  });

  it.each(['thang', 'khanh'])(
    'are approved each for itself, but for what was given back meanwhile: %s',
    async (who) => {
      const [first, second, third] = [await waiting(), await waiting(), await waiting()];
      const browser = await app.browserOf(who);
      const items = itemsIn((await browser.get(chosen(first.id, second.id, third.id))).body);
      expect(items).toHaveLength(3);
      await app.nest
        .get(ApproveAnswer)
        .giveBack(head, second.id, { answerId: second.answerId, reason: 'Nêu rõ ngày trả tiền.' });
      const answer = await browser.post('/quyet-dinh/dong-y', { items, ve: '/?danh-sach=duyet-tra-loi' });
      const page = await browser.follow(answer);
      expect(textOf(page.body)).toContain('Đã duyệt 2 phiếu; 1 phiếu chưa duyệt được.');
      expect(textOf(page.body)).toContain('Người khác vừa cập nhật trước.');
      expect(page.body).not.toContain('action="/nhieu-phieu/hoan-tac"');
      expect([await stateOf(first.id), await stateOf(second.id), await stateOf(third.id)]).toEqual([
        'answered',
        'processing',
        'answered',
      ]);
    },
  );

  it('lead back to the list where all of them were approved', async () => {
    const { id } = await waiting();
    const browser = await app.browserOf('thang');
    const items = itemsIn((await browser.get(chosen(id))).body);
    const answer = await browser.post('/quyet-dinh/dong-y', { items, ve: '/?danh-sach=duyet-tra-loi' });
    expect(answer.headers.location).toBe('/?danh-sach=duyet-tra-loi');
    expect(textOf((await browser.follow(answer)).body)).toContain('Đã duyệt 1 phiếu.');
  });

  it('are given back one at a time, with the reason', async () => {
    const { id } = await waiting();
    const browser = await app.browserOf('thang');
    const [item = ''] = itemsIn((await browser.get(chosen(id))).body);
    await browser.post('/quyet-dinh/khong-dong-y', { items: item, reason: 'Nêu rõ ngày nhà trường trả tiền.' });
    expect(await stateOf(id)).toBe('processing');
  });

  it('are not approved where the words of the citizen are withheld from the reader', async () => {
    const { id } = await waiting();
    const browser = await app.browserOf('thang');
    const [item = ''] = itemsIn((await browser.get(chosen(id))).body);
    await app.nest.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id }, { complainedUnitId: 'gdtrh' }));
    await browser.post('/quyet-dinh/dong-y', { items: item, ve: '/' });
    expect(await stateOf(id)).toBe('waitingApproval');
  });
});
