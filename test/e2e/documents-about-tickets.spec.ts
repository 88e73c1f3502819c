import { type Actor } from '../../src/kernel/actor.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import {
  AskCitizen,
  AssignTicket,
  DecideExtension,
  RequestExtension,
  ReturnTicket,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import { DocumentDesk, draftIn } from '../support/document-desk.js';
import { type TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

let desk: DocumentDesk;
let app: TestApp;
let officer: TestBrowser;
let clerk: TestBrowser;

beforeAll(async () => {
  desk = await DocumentDesk.open();
  ({ app, officer, clerk } = desk);
});
afterAll(() => desk.close());

const REASON = 'Cần làm việc thêm với các bên để đối chiếu hồ sơ trước khi kết luận.';
const DONE_SO_FAR = 'Đã làm việc với nhà trường và thu thập sổ sách có liên quan.';
const QUESTION = 'Tên trường, khối lớp và thời gian xảy ra sự việc.';

describe('a document about a ticket, besides its reply', () => {
  let page: string;

  const actor = async (id: string): Promise<Actor> => (await app.nest.get(StaffDirectory).person(id)).actor;
  const begun = async (
    who: TestBrowser,
    template: string,
  ): Promise<{ readonly draft: string; readonly body: string }> => {
    const { body } = await desk.act(who, page, '/soan-van-ban', { template });
    await app.work();
    return { draft: draftIn(body), body };
  };
  const inHand = async (): Promise<string> => {
    const { id } = await app.receive();
    const given = { ticketId: id, unitId: 'gdtrh', officerId: 'ngoc' };
    await app.nest.get(AssignTicket).assign(await actor('vanthu'), given);
    await app.nest.get(WorkOnTicket).accept(await actor('ngoc'), id);
    return id;
  };

  it('tells the sender of more time from the extension, and leaves the ticket where it is', async () => {
    const id = await inHand();
    page = `/phieu/${id}`;
    expect((await begun(officer, 'cong-van-gia-han')).draft).toBe('');
    expect((await begun(officer, 'bien-ban')).body).toContain('Làm việc về kiến nghị');
    const wish = { workingDays: 2, reason: REASON, progress: DONE_SO_FAR, verbatim: false };
    const extension = await app.nest.get(RequestExtension).request(await actor('ngoc'), id, wish);
    await app.nest.get(DecideExtension).grant(await actor('giamsat'), id, extension);

    const { draft, body } = await begun(officer, 'cong-van-gia-han');
    const told = /Tổ chức, cá nhân có phản ánh số 1022-\d/u;
    for (const words of [REASON, DONE_SO_FAR, 'gia hạn trả lời kiến nghị']) expect(body).toContain(words);
    expect(body).toMatch(told);
    const line = await desk.sentOn(draft);
    expect(line).toMatchObject({ state: 'released', typeName: 'Công văn', replyToId: null });
    const after = textOf((await officer.get(page)).body);
    expect(after).toMatch(/Đang xác minh.*Văn bản khác về phiếu.*Công văn thông báo gia hạn trả lời/su);
  });

  it('asks for what is missing from the question to the citizen', async () => {
    await app.nest.get(AskCitizen).ask(await actor('ngoc'), page.replace('/phieu/', ''), { text: QUESTION });
    const { draft, body } = await begun(officer, 'cong-van-de-nghi-bo-sung');
    expect(body).toContain(QUESTION);
    expect(textOf((await officer.get(draft)).body)).not.toContain('Còn phải viết');
  });

  it('hands on what was returned, in three forms, by the registry alone', async () => {
    const { id } = await app.receive();
    page = `/phieu/${id}`;
    const returned = { agency: 'Ủy ban nhân dân phường Lê Chân', text: REASON, verbatim: true };
    await app.nest.get(ReturnTicket).return(await actor('vanthu'), id, returned);
    for (const template of ['cong-van-khong-thuoc-tham-quyen', 'cong-van-chuyen', 'phieu-chuyen']) {
      const { draft, body } = await begun(clerk, template);
      expect(body).toContain('Ủy ban nhân dân phường Lê Chân');
      expect([template, textOf((await clerk.get(draft)).body).includes('Còn phải viết')]).toEqual([template, false]);
    }
    expect((await begun(officer, 'phieu-chuyen')).draft).toBe('');
  });
});
