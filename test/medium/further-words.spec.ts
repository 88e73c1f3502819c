import { BeginReply, MergeTicket, SettleFurtherDocument, WithdrawTicket } from '../../src/tickets/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { ReadFeedback } from '../../src/exchange/index.js';
import { MAX_WORDS_LENGTH } from '../../src/tickets/domain/identity/citizen-words.js';
import { FurtherDocumentEntity } from '../../src/tickets/persistence/further-document.entity.js';
import { textOf } from '../support/web-visitor.js';
import { TicketSearchEntity } from '../../src/tickets/persistence/search.entities.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const { clerk, officer } = PARTIES;
const REASON = 'Người phản ánh cho biết nhà trường vẫn còn thu tiền ở lớp khác.';
const LATER = 'Tôi là Trần Văn Bảy, gửi thêm ảnh nhà kho.';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin('2026-03-16T08:00:00+07:00');
});
afterEach(() => life.end());

const found = () => life.rows.findOneByOrFail(TicketSearchEntity, { ticketId: life.id });

describe('what was sent about a ticket later', () => {
  it('is found by the search like the ticket’s own words, and people apart from the others', async () => {
    await life.inHand();
    await life.app.receiveAgain(await life.now(), LATER);
    const { textWords, peopleWords } = await found();
    expect(textWords).toContain(' kho ');
    expect(textWords).not.toContain(' bay ');
    expect(peopleWords).toContain(' bay ');
  });

  it('is not found while nobody decided whom it is about, and is once it is kept with the ticket', async () => {
    await life.answered();
    const documentId = await life.app.receiveAgain(await life.now(), LATER);
    expect((await found()).textWords).not.toContain(' kho ');
    const decided = { ticketId: life.id, documentId, decision: 'attached' as const, reason: REASON };
    await life.get(SettleFurtherDocument).settle(clerk, decided);
    expect((await found()).textWords).toContain(' kho ');
  });
});

describe('words of a citizen that are longer than a ticket holds', () => {
  const ENDLESS = 'Cháu Lê Minh An lớp 8A2, gọi 0912 345 678 để hỏi. '.repeat(4_000);

  it('stay whole in the message; ticket, search and page have their beginning and say so', async () => {
    const ticket = await life.app.receive({ text: ENDLESS });
    expect(ticket.words.length).toBeLessThanOrEqual(MAX_WORDS_LENGTH);
    expect(ticket.words.startsWith(ENDLESS.slice(0, 10_000))).toBe(true);
    const page = textOf((await (await life.app.browserOf('vanthu')).get(`/phieu/${ticket.id}`)).body);
    expect(page).toContain('phiếu chỉ ghi phần đầu');
    await life.app.receiveAgain(ticket, ENDLESS);
    const { words, inboxId } = await life.rows.findOneByOrFail(FurtherDocumentEntity, { ticketId: ticket.id });
    expect(words.length).toBeLessThanOrEqual(MAX_WORDS_LENGTH);
    expect((await life.get(ReadFeedback).read(inboxId)).feedback.text.trim()).toBe(ENDLESS.trim());
  });
});

describe('rule 18: a letter for a ticket whose own sender left', () => {
  it('is addressed to those for whom the ticket goes on', async () => {
    await life.inHand();
    const other = await life.app.receive({ subject: 'Nhà vệ sinh khu B hỏng chưa sửa' });
    const own = await life.now();
    await life.get(MergeTicket).merge(clerk, { ticketId: other.id, into: own.code, reason: REASON });
    await life.get(WithdrawTicket).withdraw(clerk, life.id, REASON);
    const id = await life.get(BeginReply).begin(officer, life.id);
    const { fields } = await life.rows.findOneByOrFail(DraftEntity, { id });
    expect(fields).toMatchObject({
      kinh_gui: [expect.anything(), `Tổ chức, cá nhân có phản ánh số ${String(other.hotlineCode)}`],
    });
  });
});
