import PizZip from 'pizzip';
import { DataRequestQueries, HeldDataOfPerson, KeepDataRequest } from '../../src/data-requests/index.js';
import { RemindOfRequests } from '../../src/data-requests/jobs/remind-of-requests.js';
import { checkFormat } from '../../src/drafting/domain/format/rules/check-format.js';
import { readDocx } from '../../src/drafting/format/docx/read-docx.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { PLANTED } from '../support/planted-values.mjs';
import { FEEDBACK, TestApp } from '../support/test-app.js';
import { PASSWORD } from '../support/test-people.js';
import { textOf } from '../support/web-visitor.js';
import { tracesOf } from '../support/traces.js';

const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };
const OFFICER: Actor = { id: 'ngoc', name: 'Nguyễn Thị Hồng Ngọc', unitId: 'gdtrh', roles: ['contactOfficer'] };

const ASKED = {
  ...({ kind: 'access', channel: 'phone', personName: 'Bùi Văn Khải', personPhone: '0900 000 142' } as const),
  asked: 'Sở đang giữ những gì về tôi?',
  identityProof: 'Gọi lại số đã ghi trong phiếu.',
};

describe('a request about personal data', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
    await app.receive();
  });
  afterAll(() => app.close());

  const keep = (): KeepDataRequest => app.nest.get(KeepDataRequest);
  const lines = (action: string): Promise<JournalEntryEntity[]> =>
    app.nest.get(Database).reader.manager.findBy(JournalEntryEntity, { action });
  const notices = async (): Promise<readonly string[]> =>
    (await app.nest.get(Database).reader.manager.find(NoticeEntity))
      .filter(({ key }) => key.startsWith('data-request:'))
      .map(({ staffId, kind }) => `${staffId} ${kind}`)
      .sort();

  it('rule 55: is answered within two working days, and its keepers are told on the last day and after it', async () => {
    const id = await keep()
      .record(CLERK, { ...ASKED, receivedAt: new Date('2026-03-19T17:30:00Z') })
      .catch((error: unknown) => error);
    expect(id).toMatchObject({ code: 'input-invalid', details: { field: 'receivedAt' } });

    const request = await keep().record(CLERK, { ...ASKED, receivedAt: null });
    const remind = app.nest.get(RemindOfRequests);
    const [open] = await app.nest.get(DataRequestQueries).open();
    // Received on Wednesday 18/03/2026: Thursday and Friday count.
    expect(open?.dueAt.toISOString()).toBe('2026-03-20T16:59:59.000Z');
    expect(await remind.run()).toBe(0);
    app.clock.advance(2 * 24 * 60 * 60_000);
    expect([await remind.run(), await remind.run()]).toEqual([1, 0]);
    expect(await notices()).toEqual(['khanh reminder', 'vanthu reminder']);
    app.clock.advance(24 * 60 * 60_000);
    await remind.run();
    expect(await notices()).toEqual(['khanh overdue', 'khanh reminder', 'vanthu overdue', 'vanthu reminder']);

    const answer = {
      id: request,
      outcome: 'granted',
      basis: 'Luật 91/2025/QH15',
      answer: 'Đã gửi bản sao phiếu.',
    } as const;
    await expect(keep().answer(OFFICER, answer)).rejects.toMatchObject({ code: 'forbidden' });
    await keep().answer(CLERK, answer);
    await expect(keep().answer(CLERK, answer)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await lines('dataRequest.answer')).toMatchObject([{ detail: { outcome: 'granted', inTime: false } }]);
    app.clock.advance(24 * 60 * 60_000);
    expect(await remind.run()).toBe(0);
  });

  it('shows what the agency holds of the person, and says who looked without naming the person', async () => {
    const held = app.nest.get(HeldDataOfPerson);
    const id = await keep().record(CLERK, { ...ASKED, receivedAt: null });
    const { tickets, staff } = await held.of(CLERK, await held.request(CLERK, id));
    expect(tickets).toMatchObject([{ subject: expect.stringContaining('học thêm') as string }]);
    expect(staff).toBe(0);
    await expect(held.of(OFFICER, await held.request(CLERK, id))).rejects.toMatchObject({ code: 'forbidden' });
    const said = JSON.stringify([...(await lines('dataRequest.find')), ...(await lines('dataRequest.record'))]);
    expect(said).toContain(id);
    expect(tracesOf(said, ['Khải', '0900 000 142'])).toEqual([]);
  });

  it('is recorded and answered on its pages', async () => {
    const clerk = await app.browserOf('vanthu');
    await clerk.get('/yeu-cau-du-lieu');
    const recorded = await clerk.post('/yeu-cau-du-lieu', { ...ASKED, kind: 'deletion', receivedAt: '' });
    expect(recorded.statusCode).toBe(303);
    const path = recorded.headers.location ?? '';
    const { body } = await clerk.get(path);
    expect(body).toContain('Xóa dữ liệu');
    expect(body).toContain('PAKN.20260318.0001');
    await clerk.post(`${path}/tra-loi`, {
      outcome: 'refused',
      basis: 'Luật Lưu trữ',
      answer: 'Hồ sơ còn hạn bảo quản.',
    });
    const answered = (await clerk.get(path)).body;
    expect(answered).toContain('Từ chối, có căn cứ');
    const notice = await clerk.get(`${path}/thong-bao.docx`);
    expect([notice.statusCode, answered.includes(`${path}/thong-bao.docx`)]).toEqual([200, true]);
    const spoken = textOf(new PizZip(notice.rawPayload).file('word/document.xml')?.asText() ?? '');
    expect(spoken).toContain('nhận được yêu cầu của Ông (Bà) Bùi Văn Khải về việc xóa dữ liệu cá nhân của mình');
    expect(spoken).toContain('Hồ sơ còn hạn bảo quản.');
    expect(spoken).toContain('khiếu nại, tố cáo');
    expect(checkFormat((await readDocx(notice.rawPayload)).model).map(({ rule }) => rule)).toEqual([]);
    expect((await (await app.browserOf('giamsat')).get(`${path}/thong-bao.docx`)).statusCode).toBe(403);
    const list = (await clerk.get('/yeu-cau-du-lieu')).body;
    expect(list).toContain('B. V. K.');
    expect(list).not.toContain('Khải');
    expect((await (await app.browserOf('ngoc')).get(path)).statusCode).toBe(403);
  });
});

it('logs are searched for the people and passwords of these tests', () => {
  const { name, phone, email } = FEEDBACK.sender;
  expect(Object.values(PLANTED)).toEqual(expect.arrayContaining([name, phone, email, PASSWORD]));
});
