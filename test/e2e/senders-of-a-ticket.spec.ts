import {
  ProposeDirectAnswer,
  ApproveAnswer,
  AssignTicket,
  MergeTicket,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { ANSWER, NO_EVIDENCE, PARTIES } from '../support/life-of-a-ticket.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

const { clerk, officer, head } = PARTIES;
const REASON = 'Người phản ánh gọi điện báo không cần trả lời nữa.';

describe('the pages of tickets that several senders wait for', () => {
  let app: TestApp;
  let desk: TestBrowser;
  let [first, second]: (TicketEntity | undefined)[] = [];
  const page = async (ticket: TicketEntity | undefined) => (await desk.get(`/phieu/${ticket?.id ?? ''}`)).body;

  beforeAll(async () => {
    app = await TestApp.open();
    [first, second] = [await app.receive(), await app.receive()];
    const merging = { ticketId: second.id, into: first.code, reason: 'Cùng một lớp học thêm, cùng khoản thu.' };
    await app.nest.get(MergeTicket).merge(clerk, merging);
    desk = await app.browserOf('vanthu');
  });
  afterAll(() => app.close());

  it('rule 18: say whose matter is still open, and what a withdrawal ends', async () => {
    const body = await page(first);
    expect(body).toContain('Người phản ánh ở phiếu này');
    expect(body).toContain(
      `Việc của người phản ánh này kết thúc; phiếu giải quyết tiếp cho người phản ánh ở phiếu ${second?.code ?? ''}`,
    );
    const path = `/phieu/${first?.id ?? ''}/rut`;
    const after = (await desk.follow(await desk.post(path, { reason: REASON }))).body;
    expect(after).toContain('đã rút phản ánh; phiếu giải quyết tiếp cho người phản ánh khác');
    expect(after).toContain('còn chờ trả lời');
    expect(after).not.toContain(`action="${path}"`);
  });

  it('rule 18: let who was merged end alone, until the ticket that goes on has ended', async () => {
    const withdrawal = `action="/phieu/${second?.id ?? ''}/rut"`;
    expect(await page(second)).toContain(withdrawal);
    const ticketId = first?.id ?? '';
    await app.nest.get(AssignTicket).assign(clerk, { ticketId, unitId: 'gdtrh', officerId: officer.id });
    await app.nest.get(WorkOnTicket).accept(officer, ticketId);
    const given = { text: ANSWER, noEvidenceReason: NO_EVIDENCE };
    const answer = await app.nest.get(ProposeDirectAnswer).propose(officer, ticketId, given);
    await app.nest.get(ApproveAnswer).approve(head, ticketId, answer);
    expect(await page(second)).not.toContain(withdrawal);
  });

  it('keep a further document before the desk until it is settled', async () => {
    if (second === undefined) throw new Error('There are two tickets.');
    const documentId = await app.receiveAgain(
      second,
      'Người phản ánh cho biết còn lớp khác cũng thu, gọi 0912 345 678.',
    );
    const list = '/?danh-sach=gui-them';
    expect((await desk.get(list)).body).toContain(second.code);
    const path = `/phieu/${second.id}/gui-them/${documentId}`;
    expect(await page(second)).toContain(`action="${path}"`);
    expect(await page(second)).toContain('Người phản ánh cho biết còn lớp khác cũng thu');
    expect(await page(second)).toContain(`Mở lại là mở phiếu nhận gộp ${first?.code ?? ''}`);
    const refused = await desk.follow(await desk.post(path, { reason: REASON }));
    expect(refused.body).toContain('Chọn cách xử lý văn bản gửi thêm.');
    await desk.post(path, { decision: 'attached', reason: REASON });
    expect(await page(second)).toContain('lưu kèm phiếu, không giải quyết lại');
    expect((await desk.get(list)).body).not.toContain(second.code);
    expect((await desk.get('/so-van-ban/theo-doi')).body).toContain('Giải quyết chung');
  });

  it('rule 18: offer no reopening to the sender whose matter ended alone', async () => {
    if (first === undefined) throw new Error('There are two tickets.');
    const documentId = await app.receiveAgain(first, 'Người phản ánh đã rút nay lại phản ánh.');
    const body = await page(first);
    expect(body).toContain('kết thúc riêng nên không mở lại phiếu cho người đó');
    expect(body).not.toContain('value="reopened"');
    const path = `/phieu/${first.id}/gui-them/${documentId}`;
    const refused = await desk.follow(await desk.post(path, { decision: 'reopened', reason: REASON }));
    expect(refused.body).toContain('mở thành phiếu mới, hoặc lưu kèm phiếu này');
    expect(await page(first)).toContain(`action="${path}"`);
  });
});
