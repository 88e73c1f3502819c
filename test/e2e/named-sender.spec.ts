import PizZip from 'pizzip';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { DraftQueries } from '../../src/drafting/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { newId } from '../../src/kernel/ids.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { SignatureQueries } from '../../src/signing/index.js';
import { BeginReply, KeepEvidence, TakeFeedback, WorkOnTicket } from '../../src/tickets/index.js';
import { TicketEntity, TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { PDF } from '../support/life-of-a-ticket.js';
import { rowsOfSheet } from '../support/print-outs.js';
import { LetterAnnexEntity } from '../../src/signing/persistence/letter-annex.entity.js';
import { SigningApp } from '../support/signing-app.js';
import type { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const SENDER = {
  ...{ senderName: 'Bùi Văn Khải', senderPhone: '0900 000 142', senderEmail: '' },
  senderAddress: 'số 12 đường Trần Nhân Tông, phường Kiến An',
};
const BY_NAME = 'Ông/Bà Bùi Văn Khải, địa chỉ: số 12 đường Trần Nhân Tông, phường Kiến An';
const OFFER = 'Gửi đích danh người phản ánh…';

let signing: SigningApp;
let app: TestApp;

beforeEach(async () => {
  signing = await SigningApp.open();
  app = signing.app;
});
afterEach(() => signing.close());

const rows = () => app.nest.get(Database).reader.manager;

/** A ticket of a letter that came by post, in the hands of its officer. @returns the address of the draft of its reply */
async function replyBegun(
  change: { readonly keepSecret?: boolean; readonly senderName?: string; readonly senderAddress?: string } = {},
) {
  const clerk = await signing.letters.actor('vanthu');
  const feedback = {
    ...{ ...SENDER, channel: 'letter' as const, receivedAt: app.clock.now(), subject: 'Thu tiền học thêm' },
    ...{ words: 'Nhà trường thu tiền học thêm môn Toán mỗi tháng 450.000 đồng.', place: 'Trường THPT Núi Voi' },
    ...{ category: 'fees' as const, level: 'normal' as const, kind: 'petition' as const },
    ...{ complainedUnitId: null, keepSecret: false, ...change },
  };
  const { ticketId } = await app.nest.get(TakeFeedback).take(clerk, { token: newId(), feedback, files: [] });
  await signing.letters.assign(ticketId, 'gdtrh', 'ngoc');
  const officer = await signing.letters.actor('ngoc');
  await app.nest.get(WorkOnTicket).accept(officer, ticketId);
  await app.nest.get(KeepEvidence).add(officer, ticketId, [{ name: 'bien-ban.pdf', content: PDF }]);
  return { ticketId, draftId: await app.nest.get(BeginReply).begin(officer, ticketId) };
}

/** The school that the letter complains of helps with the ticket, and may not know who wrote. */
async function unitComplainedAbout(ticketId: string): Promise<void> {
  const change = { complainedUnitId: 'nui-voi', coordinators: ['nui-voi'] };
  await app.nest.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: ticketId }, change));
}

async function opened(username: string, page: string) {
  const browser = await app.browserOf(username);
  const { body, statusCode } = await browser.get(page);
  return { browser, body, statusCode, text: textOf(body) };
}

const wordsOf = async (draftId: string): Promise<string> => {
  const draft = await app.nest.get(DraftQueries).byId(draftId);
  const docx = new PizZip(await app.nest.get(FileStore).get(draft?.docxSha256 ?? ''));
  return textOf(docx.file('word/document.xml')?.asText() ?? '');
};

describe('a reply to a person who wrote by post, by name and address', () => {
  it('is addressed with one press, goes the road of every reply, and is sent with the address before the clerk', async () => {
    const { ticketId, draftId } = await replyBegun();
    const here = `/du-thao/${draftId}`;
    const { browser, text, body } = await opened('ngoc', here);
    expect(text).toContain(OFFER);
    expect(body).not.toContain('Khải');
    const version = /action="[^"]*\/dich-danh"[\s\S]*?name="version" value="(\d+)"/u.exec(body)?.[1] ?? '';
    const named = await browser.follow(await browser.post(`${here}/dich-danh`, { version }));
    expect(textOf(named.body)).toContain('Đã ghi họ tên, địa chỉ vào Kính gửi.');
    expect(named.body).toContain(BY_NAME);
    expect(textOf(named.body)).not.toContain(OFFER);
    const course = (await rows().findBy(TicketEntryEntity, { ticketId })).map(({ title }) => title);
    expect(course).toContain('Xem danh tính người phản ánh: Ghi họ tên, địa chỉ vào công văn trả lời');

    const again = await browser.follow(await browser.post(`${here}/dich-danh`, { version }));
    expect(textOf(again.body)).toContain('Kính gửi không còn dòng ghi mã phản ánh');
    await signing.letters.save(draftId, 'ngoc', { page: true, change: {} });
    const written = await wordsOf(draftId);
    expect(written).toContain(BY_NAME);
    expect(written).toContain('nhận được kiến nghị của Ông/Bà gửi bằng đơn, thư, nhận ngày 18/3/2026');

    await signing.letters.sendOn(draftId);
    await signing.letters.approveBoth(draftId);
    const writer = await app.browserOf('ngoc');
    await writer.get(here);
    await writer.post(`${here}/trinh-ky`);
    await app.work();
    const [request] = await app.nest.get(SignatureQueries).ofDraft(draftId);
    const signed = await signing.sign(app.desk.submitted.at(-1)!.file.content);
    const { request: sealed } = await signing.seal(await signing.comesBack(request!, signed), signed);
    await app.work();
    const letter = `/van-ban-di/${sealed.outgoingDocumentId ?? ''}`;

    await unitComplainedAbout(ticketId);
    const school = await app.browserOf('luc');
    expect((await school.get(`/phieu/${ticketId}`)).statusCode).toBe(200);
    expect((await school.get(`/tep${letter}.pdf`)).statusCode).toBe(404);
    expect((await school.get(`/tep/trinh-ky/${sealed.id}/ban-dau.pdf`)).statusCode).toBe(404);
    expect((await (await app.browserOf('ngoc')).get(`/tep${letter}.pdf`)).statusCode).toBe(200);

    const { code } = await rows().findOneByOrFail(TicketEntity, { id: ticketId });
    const line = await rows().findOneByOrFail(OutgoingDocumentEntity, { id: sealed.outgoingDocumentId ?? '' });
    expect(line.recipients).toEqual([`Tổ chức, cá nhân có phản ánh số ${code}`]);
    const clerk = await opened('vanthu', letter);
    expect(clerk.text).toContain('Xem họ tên, địa chỉ để ghi bì…');
    expect(clerk.body).not.toContain('Khải');
    const looked = await clerk.browser.post(`/phieu/${ticketId}/danh-tinh`, { purpose: 'answer' });
    expect(textOf(looked.body)).toMatch(/Bùi Văn Khải.*số 12 đường Trần Nhân Tông, phường Kiến An/su);
    const [, sending = ''] = /action="[^"]*(\/gui\/[^"]+)"/u.exec(clerk.body) ?? [];
    await clerk.browser.get(letter);
    await clerk.browser.post(`${letter}${sending}`, {
      ...{ way: 'inPerson', sentOn: '2026-03-18', envelopes: '1', note: '', receivedOn: '2026-03-18' },
    });
    await app.work();
    expect(await rows().findOneByOrFail(TicketEntity, { id: ticketId })).toMatchObject({ state: 'answered' });
    const book = await (await app.browserOf('vanthu')).get('/so-van-ban/buu-dien.xlsx?nam=2026');
    const [posted] = await rowsOfSheet(book.rawPayload);
    expect(posted?.join(' ')).toMatch(/gửi đơn, thư.*ký nhận 18\/03\/2026 Trả trực tiếp/u);
    expect(posted?.join(' ')).not.toContain('Khải');
  });

  it('tells no more of an organisation without an address, whose name has no form of its own', async () => {
    const senderName = 'Hội khuyến học phường Kiến An';
    const { ticketId, draftId } = await replyBegun({ senderName, senderAddress: '' });
    const writer = await app.browserOf('ngoc');
    await writer.get(`/du-thao/${draftId}`);
    await writer.post(`/du-thao/${draftId}/dich-danh`, { version: '1' });
    await signing.letters.save(draftId, 'ngoc', { page: true, change: {} });
    expect(await wordsOf(draftId)).toContain(senderName);
    await signing.letters.sendOn(draftId);
    await signing.letters.approveBoth(draftId);
    await writer.get(`/du-thao/${draftId}`);
    await writer.post(`/du-thao/${draftId}/trinh-ky`);
    const [request] = await app.nest.get(SignatureQueries).ofDraft(draftId);
    const { code } = await rows().findOneByOrFail(TicketEntity, { id: ticketId });
    expect(request?.recipients).toEqual([`Tổ chức, cá nhân có phản ánh số ${code}`]);
    const file = `/tep/trinh-ky/${request?.id ?? ''}/ban-trinh.pdf`;
    await unitComplainedAbout(ticketId);
    const sha256 = request?.submittedSha256 ?? '';
    const kept = { name: 'phu-luc.pdf', size: PDF.length, sha256, sealedSha256: null, sealedSize: null };
    const annex = { requestId: request?.id ?? '', position: 1, ...kept };
    await app.nest.get(UnitOfWork).run((tx) => tx.insert(LetterAnnexEntity, annex));
    // The draft goes on once the letter has come back; what was laid before the leader names who wrote.
    const goneOn = { ...(await app.nest.get(DraftQueries).byId(draftId))?.fields, kinh_gui: [request?.recipients[0]] };
    await app.nest.get(UnitOfWork).run((tx) => tx.update(DraftEntity, { id: draftId }, { fields: goneOn }));
    const school = await app.browserOf('luc');
    for (const one of [file, file.replace('ban-trinh', 'phu-luc/1')]) {
      expect([one, (await school.get(one)).statusCode]).toEqual([one, 404]);
      expect([one, (await writer.get(one)).statusCode]).toEqual([one, 200]);
    }
  });

  it('is warned of where a copy goes to somebody who must not know them', async () => {
    const { draftId } = await replyBegun();
    const { browser } = await opened('ngoc', `/du-thao/${draftId}`);
    await browser.post(`/du-thao/${draftId}/dich-danh`, { version: '1' });
    const noi_nhan = ['Như trên', 'Trường THPT Núi Voi (để t/h)', 'Lưu: VT, GDTrH.'];
    await signing.letters.save(draftId, 'ngoc', { page: true, change: { noi_nhan } });
    const { text } = await opened('ngoc', `/du-thao/${draftId}`);
    expect(text).toMatch(/Kính gửi nêu tên người “Bùi Văn Khải”.*Nơi nhận không được biết: Trường THPT Núi Voi/su);
  });

  it('is not offered, and refused, where the sender asked not to be named', async () => {
    const { draftId, ticketId } = await replyBegun({ keepSecret: true });
    const here = `/du-thao/${draftId}`;
    const { browser, text } = await opened('ngoc', here);
    expect(text).not.toContain(OFFER);
    const refused = await browser.follow(await browser.post(`${here}/dich-danh`, { version: '1' }));
    expect(textOf(refused.body)).toContain('đề nghị giữ bí mật họ tên');
    expect(refused.body).not.toContain('Khải');
    const course = (await rows().findBy(TicketEntryEntity, { ticketId })).map(({ title }) => title);
    expect(course.some((title) => title.startsWith('Xem danh tính'))).toBe(false);
  });
});
