import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recountProof } from '../../src/calendar/index.js';
import type { ProofDocument } from '../../src/calendar/index.js';
import { sha256OfProof } from '../../src/calendar/domain/proof/proof-document.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { POLICY_SETS } from '../../src/law/index.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { PublishPolicy } from '../../src/policies/index.js';
import { EndPauses } from '../../src/tickets/index.js';
import { DAY, LifeOfATicket } from '../support/life-of-a-ticket.js';
import type { TestBrowser } from '../support/test-browser.js';

const REQUEST = 'Đề nghị gửi ảnh chụp giấy báo thu tiền của nhà trường.';
const WISH = {
  workingDays: '3',
  reason: 'Cần đối chiếu sổ thu của nhà trường với phụ huynh.',
  progress: 'Đã làm việc với Hiệu trưởng và thu sổ sách ngày 19/3.',
};

describe('the time of a ticket in the browser', () => {
  let life: LifeOfATicket;
  let page: string;
  let officer: TestBrowser;
  let supervisor: TestBrowser;
  beforeEach(async () => {
    life = await LifeOfATicket.begin();
    await life.inHand();
    page = `/phieu/${life.id}`;
    officer = await life.app.browserOf('ngoc');
    supervisor = await life.app.browserOf('giamsat');
  });
  afterEach(() => life.end());

  /** Posts a form of the ticket's page and reads the page it leads to. */
  const act = async (browser: TestBrowser, path: string, fields: Record<string, string>): Promise<string> => {
    await browser.get(page);
    return (await browser.follow(await browser.post(`${page}/${path}`, fields))).body;
  };
  const extensionId = (body: string): string =>
    /name="extensionId" value="(?<id>[^"]+)"/u.exec(body)?.groups?.['id'] ?? '';

  it('rule 13: asks the citizen, stands still, and goes on with the reply', async () => {
    const asked = await act(officer, 'hoi-cong-dan', { request: REQUEST });
    expect(asked).toContain('Đang chờ người phản ánh bổ sung');
    expect(asked).toContain('Tạm dừng, chờ đến hết 25/03/2026');
    expect(asked).toContain('17:30, thứ Tư 01/04/2026');
    life.app.clock.advance(2 * DAY);
    const clerk = await life.app.browserOf('vanthu');
    const replied = await act(clerk, 'cong-dan-bo-sung', { reply: 'Người phản ánh gửi ảnh qua Tổng đài.' });
    expect(replied).toContain('Người phản ánh đã bổ sung; tạm dừng từ 18/03, 09:00 đến 20/03, 09:00');
    expect(replied).toContain('17:30, thứ Sáu 27/03/2026');
    expect(replied).toContain('Tạm dừng: chờ người phản ánh bổ sung thông tin');
  });

  it('rule 6: ends for want of grounds when the citizen stays silent', async () => {
    await act(officer, 'hoi-cong-dan', { request: REQUEST });
    life.app.clock.advance(9 * DAY);
    await life.get(EndPauses).run();
    const head = await life.app.browserOf('thang');
    const refused = await act(head, 'chua-du-can-cu', { text: 'ngắn' });
    expect(refused).toMatch(/id="chua-du-can-cu-text"[^>]*aria-invalid="true"/u);
    expect(refused).toContain('>ngắn</textarea>');
    const text = 'Không có giấy báo thu nên chưa đủ cơ sở để xem xét khoản thu.';
    expect(await act(head, 'chua-du-can-cu', { text })).toContain('Kết thúc vì chưa đủ căn cứ');
  });

  it('rule 12: asks for more time with the day it promises, granted by supervision', async () => {
    const before = (await officer.get(page)).body;
    expect(before).toContain('3 ngày làm việc: trả lời trước 17:30, thứ Hai 30/03/2026');
    const waiting = await act(officer, 'gia-han', WISH);
    expect(waiting).toContain('Đề nghị gia hạn chờ duyệt');
    expect(waiting).not.toContain('Cho gia hạn…');
    const seen = (await supervisor.get(page)).body;
    expect(seen).toContain('Cho gia hạn…');
    const granted = await act(supervisor, 'gia-han/duyet', { extensionId: extensionId(seen) });
    expect(granted).toContain('17:30, thứ Hai 30/03/2026');
    expect(granted).toContain('được gia hạn 3 ngày làm việc');
    expect(granted).toMatch(/Gia hạn 3 ngày làm việc<\/th>[\s\S]*Hết hạn lúc 17:30<\/td><td>3<\/td>/u);
    expect(granted).toContain('Đã cho gia hạn');
    expect(granted).toContain('Gia hạn thêm 3 ngày làm việc.');
    expect(granted).toMatch(/Hạn trước đó[\s\S]*17:30, thứ Tư 25\/03\/2026[\s\S]*đổi vì được gia hạn/u);
    expect(granted).toMatch(/Hạn của từng bước[\s\S]*xong 18\/03, 09:00, đúng hạn/u);
    expect(granted).toContain(`href="${page}/han.pdf"`);
    const again = await act(supervisor, 'gia-han/duyet', { extensionId: extensionId(seen) });
    expect(again).toContain('Người khác vừa cập nhật trước.');
  });

  it('rule 12: refuses a wish beside the field it is about, with what was typed', async () => {
    const body = await act(officer, 'gia-han', { ...WISH, reason: 'bận' });
    expect(body).toMatch(/id="gia-han-reason"[^>]*aria-invalid="true"[^>]*>bận<\/textarea>/u);
    expect(body).toContain(WISH.progress);
    const none = await act(officer, 'gia-han', { ...WISH, workingDays: 'nhiều' });
    expect(none).toContain('Chọn số ngày làm việc từ 1 đến 5.');
    const seen = (await supervisor.get(page)).body;
    expect(seen).not.toContain('Đề nghị gia hạn chờ duyệt');
  });

  it('rule 12: supervision says no with a reason', async () => {
    await act(officer, 'gia-han', WISH);
    const extension = extensionId((await supervisor.get(page)).body);
    const fields = { extensionId: extension, reason: 'Việc còn lại làm được trong hạn.' };
    const body = await act(supervisor, 'gia-han/khong-duyet', fields);
    expect(body).toContain('Không cho gia hạn');
    expect(body).toContain('Việc còn lại làm được trong hạn.');
    expect(body).toContain('17:30, thứ Tư 25/03/2026');
  });

  it('hands out the proof as JSON that recounts to the same date, with pause and extension', async () => {
    await act(officer, 'gia-han', WISH);
    await act(supervisor, 'gia-han/duyet', { extensionId: extensionId((await supervisor.get(page)).body) });
    await act(officer, 'hoi-cong-dan', { request: REQUEST });
    life.app.clock.advance(2 * DAY);
    officer = await life.app.browserOf('ngoc');
    await act(officer, 'cong-dan-bo-sung', { reply: 'Người phản ánh đã gửi ảnh.' });
    const answer = await officer.get(`${page}/han.json`);
    expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([
      200,
      expect.stringContaining('attachment'),
    ]);
    const document = JSON.parse(answer.body) as ProofDocument;
    expect(document.due).toBe('2026-04-01T17:30:00+07:00');
    expect(document.parts.map(({ kind, total, due }) => [kind, total, due])).toEqual([
      ['limit', 5, '2026-03-27T17:30:00+07:00'],
      ['extension', 3, '2026-04-01T17:30:00+07:00'],
    ]);
    expect(document.parts[1]?.start.event).toMatch(/^Gia hạn lần 1, Hoàng Thị Minh Nguyệt duyệt lúc 09:00/u);
    expect(document.sha256).toBe(sha256OfProof(document));
    expect(recountProof(document)).toEqual([]);
    expect(answer.body).not.toMatch(/Khải|0900 000 142|khai\.bv/u);
  });

  it('hands out the same bytes after the ticket was answered and the person who granted has another name', async () => {
    await act(officer, 'gia-han', WISH);
    await act(supervisor, 'gia-han/duyet', { extensionId: extensionId((await supervisor.get(page)).body) });
    await life.answerAgain();
    const before = (await officer.get(`${page}/han.json`)).body;
    await life.get(UnitOfWork).run((tx) => tx.update(StaffEntity, { id: 'giamsat' }, { fullName: 'Hoàng Nguyệt' }));
    expect((await officer.get(`${page}/han.json`)).body).toBe(before);
  });

  it('hands out the proof as a sheet of paper, also after the ticket was answered', async () => {
    await life.answerAgain();
    const { rawPayload, statusCode } = await officer.get(`${page}/han.pdf`);
    expect(statusCode).toBe(200);
    const directory = await mkdtemp(join(tmpdir(), 'han-'));
    try {
      const file = join(directory, 'han.pdf');
      writeFileSync(file, rawPayload);
      const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
      expect(text).toContain('Bảng tính thời hạn');
      expect(text).toContain('17 giờ 30 phút, thứ Tư, ngày 25 tháng 3 năm 2026');
      expect(text).toContain('Tổng đài 1022 chuyển phiếu');
    } finally {
      await rm(directory, { recursive: true });
    }
  });

  it.each(['han.json', 'han.pdf'])('shows %s to nobody who may not see the ticket', async (file) => {
    const stranger = await life.app.browserOf('luc');
    expect((await stranger.get(`${page}/${file}`)).statusCode).toBe(404);
    expect((await life.app.browser().get(`${page}/${file}`)).statusCode).not.toBe(200);
  });

  describe('measured by other rules', () => {
    const place = '/quy-dinh-thoi-han/2';

    beforeEach(async () => {
      const [shipped] = POLICY_SETS;
      if (shipped === undefined) throw new Error('No rules ship');
      const source = { standing: 'choice', text: 'Thông báo 12' } as const;
      const process = { ...shipped.limits.process, normal: { amount: 7, unit: 'workingDays', source } as const };
      const draft = { ...shipped, validFrom: civilDate('2026-03-18'), limits: { ...shipped.limits, process } };
      const reason = 'Theo kết luận họp giao ban.';
      const actor = { id: 'quantri', name: 'Lê Văn An', unitId: null, roles: ['administrator' as const] };
      await life.get(PublishPolicy).publish(actor, { draft, reason, basedOn: 1, latest: 1 });
    });

    it('rule 4: shows what would move, and applies on purpose with a reason', async () => {
      const leader = await life.app.browserOf('khanh');
      const seen = (await leader.get(place)).body;
      expect(seen).toContain('1 phiếu đổi hạn.');
      expect(seen).toMatch(/17:30, thứ Tư 25\/03\/2026[\s\S]*17:30, thứ Sáu 27\/03\/2026/u);
      const refused = (await leader.follow(await leader.post(`${place}/ap-dung`, { reason: 'vì thế' }))).body;
      expect(refused).toMatch(/id="ap-dung-reason"[^>]*aria-invalid="true"[^>]*>vì thế<\/textarea>/u);
      await leader.post(`${place}/ap-dung`, { reason: 'Theo kết luận họp giao ban ngày 18/3.' });
      await life.app.work();
      const after = (await officer.get(page)).body;
      expect(after).toContain('17:30, thứ Sáu 27/03/2026');
      expect(after).toContain('đổi vì áp dụng bộ thời hạn bản 2');
      expect(after).toContain('href="/quy-dinh-thoi-han/2"');
      expect((await leader.get(place)).body).toContain('Không phiếu nào đổi hạn.');
    });

    it('rule 4: is shown and done by nobody else', async () => {
      expect((await officer.get(place)).body).not.toContain('Phiếu đang mở sẽ đổi hạn');
      expect((await officer.post(`${place}/ap-dung`, { reason: 'Theo kết luận họp giao ban.' })).statusCode).not.toBe(
        200,
      );
      await life.app.work();
      expect((await officer.get(page)).body).toContain('17:30, thứ Tư 25/03/2026');
    });
  });
});
