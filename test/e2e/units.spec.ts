import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { StaffEntity, UnitEntity } from '../../src/organisation/index.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const TO_DIVISION = { unitId: 'gdtrh', officerId: 'ngoc' };
const WORDS = 'Cô giáo thu 450.000 đồng mỗi tháng.\nBếp ăn bán trú không sạch.';

describe('units and a ticket, over HTTP', () => {
  let app: TestApp;
  let ticket: TicketEntity;
  let clerk: TestBrowser;

  beforeEach(async () => {
    app = await TestApp.open();
    ticket = await app.receive({ text: WORDS });
    clerk = await app.browserOf('vanthu');
  });
  afterEach(() => app.close());

  const path = (act = '') => `/phieu/${ticket.id}${act}`;
  const state = async () => (await app.nest.get(TicketQueries).byId(ticket.id))?.state;

  async function act(
    browser: TestBrowser,
    name: string,
    fields: Record<string, string | string[]> = {},
  ): Promise<string> {
    await browser.get(path());
    const answer = await browser.post(path(`/${name}`), fields);
    return answer.statusCode === 303 ? textOf((await browser.follow(answer)).body) : textOf(answer.body);
  }

  it('rule 8: the clerk names the lead unit, a coordinating unit with its question, and a directive', async () => {
    const { body } = await clerk.get(path());
    expect(body).toContain('name="coordinators" value="nui-voi"');
    const page = await act(clerk, 'giao', {
      ...{ ...TO_DIVISION, directive: 'Kiểm tra, báo cáo trước thứ Sáu.' },
      ...{ coordinators: ['nui-voi'], question: 'Cung cấp sổ thu và biên bản họp phụ huynh.' },
    });
    expect(page).toContain('Đã giao phiếu.');
    expect(page).toContain('Kiểm tra, báo cáo trước thứ Sáu.');
    expect(page).toMatch(/Phối hợp.*Trường THPT Núi Voi.*chưa trả lời; hạn 17:30/u);
  });

  it('rule 8: what was typed stays when a question is missing, beside the field', async () => {
    await clerk.get(path());
    const refused = await clerk.post(path('/giao'), { ...TO_DIVISION, coordinators: 'nui-voi', question: 'Ý kiến' });
    const { body } = await clerk.follow(refused);
    expect(body).toContain('Viết thêm: cần từ 10 ký tự, hiện có 6.');
    expect(body).toMatch(/value="nui-voi"[^>]*checked/u);
    expect(await state()).toBe('received');
  });

  it('rule 8: without scripts, a unit that shall lead and help is told to be unticked as helping', async () => {
    await clerk.get(path());
    const twice = { ...TO_DIVISION, coordinators: 'gdtrh', question: 'Cung cấp sổ thu học thêm.' };
    const { body } = await clerk.follow(await clerk.post(path('/giao'), twice));
    expect(textOf(body)).toContain('Đơn vị chủ trì không đồng thời phối hợp. Bỏ chọn đơn vị đó.');
    expect(body).toMatch(/value="gdtrh"[^>]*checked/u);
    expect(await state()).toBe('received');
  });

  it('refuses the second of two clerks who hand it out at once, in words', async () => {
    const other = await app.browserOf('khanh');
    const { body } = await other.get(path());
    const seen = /name="seen" value="(\d+)"/u.exec(body)?.[1] ?? '';
    await act(clerk, 'giao', { ...TO_DIVISION, seen });
    const answer = await other.post(path('/giao'), { unitId: 'nui-voi', officerId: 'luc', seen });
    const said = answer.statusCode === 303 ? await other.follow(answer) : answer;
    expect(textOf(said.body)).toContain('Người khác vừa cập nhật trước.');
    expect((await app.nest.get(TicketQueries).byId(ticket.id))?.leadUnitId).toBe('gdtrh');
  });

  it('rule 9: the officer declines with a reason, and no longer sees the ticket', async () => {
    await act(clerk, 'giao', TO_DIVISION);
    const officer = await app.browserOf('ngoc');
    expect(textOf((await officer.get(path())).body)).toContain('Không nhận việc…');
    expect(await act(officer, 'khong-nhan', { reason: 'Không phải việc' })).toContain('cần từ 20 ký tự');
    const reason = 'Việc này thuộc trách nhiệm của Trường THPT Núi Voi.';
    expect(await act(officer, 'khong-nhan', { reason })).toContain('Đã trả phiếu về người giao');
    expect((await officer.get(path())).statusCode).toBe(404);
    const page = textOf((await clerk.get(path())).body);
    expect(page).toContain(reason);
    expect(page).toContain('Đã phân loại');
  });

  it('a unit’s head is offered the unit’s own officers alone', async () => {
    await act(clerk, 'giao', TO_DIVISION);
    const head = await app.browserOf('thang');
    const { body } = await head.get(path());
    const [, form = ''] = body.split('id="giao"');
    expect(form).toContain('value="gdtrh"');
    expect(form.split('</details>')[0]).not.toMatch(/nui-voi|coordinators/u);
    expect(await act(head, 'giao', { unitId: 'nui-voi', officerId: 'luc' })).toContain('giao lại trong đơn vị mình');
  });

  describe('asked for an opinion', () => {
    let officer: TestBrowser;
    let school: TestBrowser;

    beforeEach(async () => {
      await act(clerk, 'giao', TO_DIVISION);
      officer = await app.browserOf('ngoc');
      school = await app.browserOf('luc');
      await act(officer, 'nhan');
      await act(officer, 'xin-y-kien', { coordinators: 'nui-voi', question: 'Cung cấp sổ thu học thêm.' });
    });

    it('rule 8: the coordinating unit sees the ticket with the sender masked, and replies', async () => {
      expect(await state()).toBe('waitingCoordination');
      const page = textOf((await school.get(path())).body);
      expect(page).toContain('Cung cấp sổ thu học thêm.');
      expect(page).not.toMatch(/Bùi Văn Khải|0900 000 142/u);
      expect(page).toContain('Trả lời phối hợp…');
      await act(school, 'tra-loi-phoi-hop', { reply: 'Nhà trường gửi kèm sổ thu.' });
      expect(await state()).toBe('processing');
      const lead = textOf((await officer.get(path())).body);
      expect(lead).toContain('Trường THPT Núi Voi trả lời: Nhà trường gửi kèm sổ thu.');
    });

    it('the lead unit goes on without waiting', async () => {
      expect(await act(officer, 'khong-cho-phoi-hop')).toContain('Phiếu tiếp tục được xử lý.');
      expect(await state()).toBe('processing');
    });

    it('the lead officer sees no form to reply with, and the coordinator none to go on', async () => {
      expect((await officer.get(path())).body).not.toContain('tra-loi-phoi-hop');
      expect((await school.get(path())).body).not.toContain('khong-cho-phoi-hop');
      expect(await act(officer, 'tra-loi-phoi-hop', { reply: 'Tôi trả lời thay nhà trường.' })).toContain(
        'thuộc người',
      );
    });
  });

  it('rule 19: the clerk splits a ticket on a page beside the citizen’s words', async () => {
    const page = await clerk.get(path('/tach'));
    expect(textOf(page.body)).toContain('Bếp ăn bán trú không sạch.');
    const meals = { subject2: 'Bếp ăn bán trú', words2: 'Bếp ăn bán trú không sạch.', category2: 'boardingMeals' };
    const refused = await clerk.post(path('/tach'), {
      ...meals,
      level2: 'normal',
      subject3: 'Cổng trường',
      words3: 'x',
    });
    const again = await clerk.follow(refused);
    expect(again.body).toContain('Viết thêm: cần từ 10 ký tự, hiện có 1.');
    expect(again.body).toContain('value="Bếp ăn bán trú"');
    const done = await clerk.post(path('/tach'), { ...meals, level2: 'normal', subject3: '' });
    const whole = textOf((await clerk.follow(done)).body);
    expect(whole).toContain('Đã tách ra PAKN.');
    expect(whole).toMatch(/Phiếu liên quan.*Tách ra phiếu PAKN\.\d{8}\.0002/u);
  });

  it('rule 19: the page for splitting is for the desk', async () => {
    await act(clerk, 'giao', TO_DIVISION);
    const officer = await app.browserOf('ngoc');
    expect((await officer.get(path('/tach'))).statusCode).toBe(403);
  });

  it('rule 18: the desk reads why a ticket may be a duplicate, merges it, and is led to the other', async () => {
    const other = await app.receive({ text: 'Cô giáo vẫn thu tiền học thêm của các cháu.' });
    const page = textOf((await clerk.get(`/phieu/${other.id}`)).body);
    expect(page).toContain(`${ticket.code}: `);
    expect(page).toMatch(/cùng số điện thoại; (giống \d+% nội dung; )?cùng ngày/u);
    const answer = await clerk.post(`/phieu/${other.id}/gop`, { into: ticket.code, reason: 'Cùng một khoản thu.' });
    expect(answer.headers.location).toBe(path());
    const into = textOf((await clerk.follow(answer)).body);
    expect(into).toContain(`Nhận gộp phiếu ${other.code}`);
    const merged = await clerk.get(`/phieu/${other.id}`);
    expect(merged.body).toContain(`href="${path()}"`);
    expect(textOf(merged.body)).toContain(`Đã gộp vào phiếu ${ticket.code}`);
  });

  it('rule 18: a merge that the rules refuse says why, beside the code', async () => {
    expect(await act(clerk, 'gop', { into: ticket.code, reason: 'Cùng một khoản thu.' })).toContain(
      'Phiếu không gộp vào chính nó.',
    );
    expect(await state()).toBe('received');
  });

  it('rule 8: many units leave the form usable: a school without an officer is offered to help', async () => {
    await app.nest.get(UnitOfWork).run(async (tx) => {
      const luc = await tx.findOneByOrFail(StaffEntity, { id: 'luc' });
      for (let number = 1; number <= 12; number += 1) {
        const id = `truong-${String(number)}`;
        await tx.insert(UnitEntity, {
          id,
          code: id,
          name: `Trường số ${String(number)}`,
          symbol: id,
          kind: 'school',
          parentId: null,
        });
        if (number % 2 === 0) await tx.insert(StaffEntity, Object.assign({}, luc, { id, username: id, unitId: id }));
      }
    });
    const { body } = await clerk.get(path());
    expect(body.match(/name="coordinators"/gu)).toHaveLength(2 + 12);
  });
});
