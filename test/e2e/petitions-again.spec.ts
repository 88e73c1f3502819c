import type { Actor } from '../../src/kernel/actor.js';
import { PetitionQueries, ReadPetition } from '../../src/petitions/index.js';
import type { PetitionEntity } from '../../src/petitions/persistence/petition.entities.js';
import { ClassifyTicket } from '../../src/tickets/index.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { FEEDBACK, TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const { clerk } = PARTIES;
const OTHER_CLERK: Actor = { ...clerk, id: 'vanthu-hai', name: 'Trần Thị Mai' };
const WORDS = 'Tôi không đồng ý với quyết định buộc thôi học số 14 của nhà trường, đề nghị xem xét, hủy quyết định đó.';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open();
});
afterAll(() => app.close());

/** What the hotline brings and a clerk judges. */
async function entered(by: Actor, nature: 'complaint' | 'denunciation', phone: string): Promise<PetitionEntity> {
  const { id } = await app.receive({ text: WORDS, sender: { ...FEEDBACK.sender, phone } });
  const judged = { level: 'normal', category: 'staffConduct', kind: 'feedback', complainedUnitId: null } as const;
  await app.nest.get(ClassifyTicket).classify(by, id, { ...judged, nature });
  const petition = await app.nest.get(PetitionQueries).ofTicket(id);
  if (petition === null) throw new Error('The ticket is in no register of petitions');
  return petition;
}

describe('a petition that the hotline brings again and again', () => {
  it('rule 67: enters the register each time, and each names the others until its way is decided', async () => {
    const brought = [];
    for (let times = 0; times < 3; times += 1) brought.push(await entered(clerk, 'complaint', '0900 000 611'));
    const [first, second, third] = brought.map(({ number, year }) => `Đơn số ${String(number)}/${String(year)}`);
    expect(new Set([first, second, third]).size).toBe(3);

    const desk = await app.browserOf('vanthu');
    const page = textOf((await desk.get(`/don/${brought[2]?.id ?? ''}`)).body);
    expect(page).toContain('Đơn có thể trùng');
    expect(page).toMatch(new RegExp(`${first ?? ''}[^;]*; cùng số điện thoại; giống 100% nội dung`, 'u'));
    expect(page).toContain(`${second ?? ''} Nhận ngày`);
    expect(page).not.toContain(`${third ?? ''} Nhận ngày`);
  });

  it('rule 68: names no denunciation of another clerk', async () => {
    const others = await entered(OTHER_CLERK, 'denunciation', '0900 000 612');
    const own = await entered(clerk, 'denunciation', '0900 000 612');
    const tickets = [others.ticketId ?? '', own.ticketId ?? ''];
    const read = await app.nest.get(ReadPetition).amongTickets(clerk, tickets);
    expect(read.map(({ id }) => id)).toEqual([own.id]);

    const desk = await app.browserOf('vanthu');
    const page = textOf((await desk.get(`/don/${own.id}`)).body);
    expect(page).toContain('Đơn có thể trùng');
    expect(page).not.toContain(`Đơn số ${String(others.number)}/`);
  });
});

describe('a decision on a petition that changed meanwhile', () => {
  it('rule 68: is refused, and the page shows what it is now', async () => {
    const { id, ticketId } = await entered(clerk, 'complaint', '0900 000 613');
    const desk = await app.browserOf('vanthu');
    const leader = await app.browserOf('khanh');
    const proposed = { kind: 'complaint', competence: 'own', competentAgency: '', way: 'accept', leaderId: 'khanh' };
    const seenBy = async (browser: TestBrowser): Promise<string> =>
      /name="seen" value="(\d+)"/u.exec((await browser.get(`/don/${id}`)).body)?.[1] ?? '';
    const reason = 'Quyết định do Giám đốc Sở ký.';
    await desk.post(`/don/${id}/de-xuat`, { ...proposed, reason, seen: await seenBy(desk) });
    expect(await app.nest.get(PetitionQueries).byId(id)).toMatchObject({ state: 'screened', way: 'accept' });
    const seen = await seenBy(leader);
    const judged = { level: 'normal', category: 'staffConduct', kind: 'feedback', complainedUnitId: null } as const;
    await app.nest.get(ClassifyTicket).classify(clerk, ticketId ?? '', { ...judged, nature: 'denunciation' });

    const decision = { way: 'accept', chargedId: 'ngoc', direction: 'Xác minh, báo cáo.', seen };
    const answer = await leader.follow(await leader.post(`/don/${id}/quyet-dinh`, decision));
    expect(textOf(answer.body)).toContain('Người khác vừa cập nhật trước');
    expect(await app.nest.get(PetitionQueries).byId(id)).toMatchObject({
      ...{ state: 'received', kind: 'denunciation', way: null, decidedAt: null, chargedId: null },
    });
  });
});
