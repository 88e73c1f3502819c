import { heldFor } from '../../src/tickets/domain/undo.js';
import type { Type } from '@nestjs/common';
import PizZip from 'pizzip';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import type { Attachment } from '../../src/exchange/ports/message.js';
import { Database } from '../../src/platform/database/database.js';
import { MailDigestEntity, NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { SignatureRequestEntity } from '../../src/signing/persistence/signing.entities.js';
import {
  ProposeDirectAnswer,
  ApproveAnswer,
  AskCitizen,
  AssignTicket,
  BeginReply,
  RecordCitizenReply,
  ClassifyTicket,
  MergeTicket,
  RateAnswer,
  ReopenTicket,
  RevealIdentity,
  SplitTicket,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import type { TestBrowser } from '../support/test-browser.js';
import { jpegOf } from '../support/picture-writer.js';
import { TestApp } from '../support/test-app.js';
import type { Actor, Role } from '../../src/kernel/actor.js';

const person = (id: string, unitId: string, ...roles: Role[]): Actor => ({ id, name: id, unitId, roles });
const CLERK = person('vanthu', 'van-phong', 'registryClerk');
const SCHOOL = person('luc', 'nui-voi', 'contactOfficer');
const HEAD = person('hieu-truong', 'nui-voi', 'unitHead');

/** The sender, the child, and what else leads to them. */
const PRIVATE =
  /Khải|B\. ?V\. ?K|Bảo Ngọc|bao ngoc|0912.{0,3}345.{0,3}678|khai\.bv|031085001234|142 Lạch Tray|(?<![-\w])11A5(?![-\w])|don-viet-tay|••• ••• 678/iu;
const DIRTY =
  'Tôi là Khải, ĐT 0912 345 678, nhà 142 Lạch Tray, con tôi là Bảo Ngọc, lớp 11A5, CCCD 031085001234, thư khai.bv@example.com';
const FEEDBACK = {
  subject: `${DIRTY}: bị thu tiền học thêm`,
  place: 'Trường THPT Núi Voi, gần nhà 142 Lạch Tray',
  category: 'Dạy thêm, học thêm',
  text: `${DIRTY}. Nhà trường thu 450.000 đồng mỗi tháng.`,
  sender: {
    name: 'Bùi Văn Khải',
    phone: '0912 345 678',
    email: 'khai.bv@example.com',
    address: '142 Lạch Tray',
    keepSecret: true,
  },
};
const PHOTO: Attachment = { name: 'don-viet-tay.jpg', contentType: 'image/jpeg', content: jpegOf() };

describe('rule 21: nothing that many read tells who wrote', () => {
  let app: TestApp;
  let ticket: TicketEntity;
  let merged: TicketEntity;
  let part: string;
  let draftId: string;

  const get = <Part>(useCase: Type<Part>): Part => app.nest.get(useCase, { strict: false });
  const rows = () => app.nest.get(Database).reader.manager;

  beforeAll(async () => {
    app = await TestApp.open();
    ticket = await app.receive(FEEDBACK, [PHOTO]);
    merged = await app.receive({ ...FEEDBACK, subject: `Lần hai. ${DIRTY}` }, [PHOTO]);
    const about = { nature: 'feedback', kind: 'feedback', level: 'normal', category: 'fees' } as const;
    for (const { id } of [ticket, merged]) {
      await get(ClassifyTicket).classify(CLERK, id, { ...about, complainedUnitId: 'nui-voi' });
    }
    const matter = { subject: `Bếp ăn. ${DIRTY}`, words: DIRTY, category: 'facilities', level: 'normal' } as const;
    [{ id: part } = { id: '' }] = await get(SplitTicket).split(CLERK, { ticketId: ticket.id, further: [matter] });
    const directive = 'Làm việc với gia đình anh Khải, cháu Bảo Ngọc, số 0912 345 678.';
    for (const ticketId of [ticket.id, part]) {
      await get(AssignTicket).assign(CLERK, { ticketId, unitId: 'nui-voi', officerId: 'luc', directive });
    }
    app.clock.advance(heldFor());
    await app.work();
    await get(MergeTicket).merge(CLERK, { ticketId: merged.id, into: ticket.code, reason: `Cùng việc. ${DIRTY}` });
    await get(RevealIdentity).reveal(CLERK, ticket.id, 'Gọi ông Khải 0912 345 678 để xác minh');
    await get(WorkOnTicket).accept(SCHOOL, ticket.id);
    await get(WorkOnTicket).accept(SCHOOL, part);
    await get(AskCitizen).ask(SCHOOL, ticket.id, { text: 'Đề nghị gửi bảng kê các khoản đã nộp.' });
    await get(RecordCitizenReply).record(CLERK, ticket.id, `Bảng kê đây. ${DIRTY}`);
    const text = 'Nhà trường đã trả lại toàn bộ tiền đã thu trước ngày 20/3 cho phụ huynh các lớp.';
    const noEvidenceReason = 'Xác minh trực tiếp, không lập văn bản.';
    const answerId = await get(ProposeDirectAnswer).propose(SCHOOL, ticket.id, { text, noEvidenceReason });
    await get(ApproveAnswer).approve(HEAD, ticket.id, answerId);
    await get(RateAnswer).rate(CLERK, ticket.id, { stars: 1, comment: `Chưa xong. ${DIRTY}` });
    await get(ReopenTicket).reopen(CLERK, ticket.id, `Vẫn thu tiền. ${DIRTY}`);
    await get(WorkOnTicket).accept(SCHOOL, ticket.id);
    draftId = await get(BeginReply).begin(SCHOOL, ticket.id);
    await app.work();
  });
  afterAll(() => app.close());

  /** Every address that answers to a GET, with the things of this ticket in the places of its parameters. */
  const addresses = async (): Promise<readonly string[]> => {
    const ids: Readonly<Record<string, readonly string[]>> = {
      '/du-thao/': [draftId],
      '/phieu/': [ticket.id, merged.id, part],
      '/api/v1/tickets/': [ticket.id, ticket.code, merged.id, part],
    };
    return (await app.routes())
      .filter(({ method }) => method === 'GET')
      .flatMap(({ url }) => {
        const [, own = ['1']] = Object.entries(ids).find(([start]) => url.startsWith(start)) ?? [];
        return [...new Set(own.map((id) => url.replace(/:\w+/u, id).replace(/:\w+/gu, '1')))];
      });
  };

  /** What an address answers, as text: the sheets and letters in it unpacked. */
  const read = async (browser: TestBrowser, path: string): Promise<string> => {
    const answer = await browser.get(path);
    if (!answer.rawPayload.subarray(0, 2).equals(Buffer.from('PK')))
      return `${String(answer.statusCode)} ${answer.body}`;
    const zip = new PizZip(answer.rawPayload);
    return Object.values(zip.files)
      .filter(({ name }) => name.endsWith('.xml'))
      .map((file) => file.asText().replace(/<[^>]+>/gu, ''))
      .join('\n');
  };

  it.each([
    ['the unit complained about, which leads the ticket', 'luc'],
    ['another unit, which only reads registers', 'ngoc'],
  ])('rule 21: %s, on every page, list, file and program', async (_who, username) => {
    const browser = await app.browserOf(username);
    const told: string[] = [];
    let opened = 0;
    for (const path of await addresses()) {
      const text = await read(browser, path);
      if (text.startsWith('200')) opened += 1;
      const [found] = PRIVATE.exec(text) ?? [];
      if (found !== undefined)
        told.push(`${path}: ${text.slice(Math.max(0, text.search(PRIVATE) - 60)).slice(0, 160)}`);
    }
    expect(told).toEqual([]);
    expect(opened).toBeGreaterThan(username === 'luc' ? 25 : 15);
  });

  it('rule 21: the unit complained about still reads what the matter is', async () => {
    const school = await app.browserOf('luc');
    const { body } = await school.get(`/phieu/${ticket.id}`);
    expect(body).toContain('Nhà trường thu 450.000 đồng mỗi tháng.');
    expect(body).toContain('Vẫn thu tiền. Tôi là [tên người]');
    expect(body).toContain('Đề nghị gửi bảng kê các khoản đã nộp.');
    expect((await school.get(`/phieu/${merged.id}`)).body).toContain('Lần hai.');
  });

  it('rule 21: a search whose words its subject holds as they were typed', async () => {
    const school = await app.browserOf('luc');
    const asked = encodeURIComponent('thu tiền học thêm');
    for (const path of [`/tim-kiem?tim=${asked}`, `/api/v1/search?words=${asked}`]) {
      const { body } = await school.get(path);
      expect(body).toContain(ticket.code);
      expect([path, PRIVATE.exec(body)?.[0]]).toEqual([path, undefined]);
    }
  });

  it('rule 21: registers, printed and exported, for every reader', async () => {
    const clerk = await app.browserOf('vanthu');
    const paths = ['den', 'theo-doi', 'di'].flatMap((book) => [
      `/so-van-ban/${book}`,
      `/so-van-ban/${book}.xlsx?nam=2026`,
    ]);
    for (const path of [...paths, '/so-tiep-nhan', '/so-tiep-nhan.xlsx']) {
      const text = await read(clerk, path);
      // The register of tickets names senders by their initials, and is read by those who may see the sender.
      expect([path, PRIVATE.exec(text.replaceAll('B. V. K.', ''))?.[0]]).toEqual([path, undefined]);
    }
  });

  it('rule 21: notices, mails, letters and what the e-office is shown', async () => {
    const written = [
      await rows().find(NoticeEntity),
      await rows().find(MailDigestEntity),
      await rows().find(DraftEntity),
      await rows().find(SignatureRequestEntity),
    ];
    expect(written[0]?.length).toBeGreaterThan(3);
    expect(JSON.stringify(written)).not.toMatch(PRIVATE);
  });

  it('rule 21: nothing under an address: no letter of a person in a path or a file’s name', async () => {
    const school = await app.browserOf('luc');
    const { body } = await school.get(`/phieu/${ticket.id}`);
    const links = [...body.matchAll(/(?:href|action)="([^"]+)"/gu)].map(([, link = '']) => decodeURIComponent(link));
    expect(links.filter((link) => PRIVATE.test(link))).toEqual([]);
  });

  it('rule 21: the desk reads all of it', async () => {
    const clerk = await app.browserOf('vanthu');
    const { body } = await clerk.get(`/phieu/${ticket.id}`);
    expect(body).toContain(DIRTY);
    expect(body).toContain('don-viet-tay.jpg');
  });
});
