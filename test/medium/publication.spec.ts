import type { Actor } from '../../src/kernel/actor.js';
import { DecidePublication, RequestPublication, type PublicationWish } from '../../src/tickets/index.js';
import { TicketPublicationEntity } from '../../src/tickets/persistence/life.entities.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { atOnce, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { textOf } from '../support/web-visitor.js';

const { clerk, officer, head, stranger, leader, supervisor } = PARTIES;

const WISH: PublicationWish = {
  title: 'Dừng dạy thêm trong giờ chính khóa',
  text: 'Nhà trường đã dừng việc dạy thêm trong giờ chính khóa và trả lại toàn bộ tiền đã thu.',
  left: [],
  consent: false,
};
const WHY_NOT = 'Chờ kết luận thanh tra rồi công khai một lần.';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

const ask = (change: Partial<PublicationWish> = {}, actor = officer) =>
  life.get(RequestPublication).request(actor, life.id, { ...WISH, ...change });
const wishes = () => life.rows.findBy(TicketPublicationEntity, { ticketId: life.id });
const wishId = async () => (await wishes()).at(-1)?.id ?? '';
const approve = async (actor: typeof officer, id?: string) =>
  life.get(DecidePublication).approve(actor, life.id, id ?? (await wishId()));
const decline = async (actor: typeof officer, reason = WHY_NOT) =>
  life.get(DecidePublication).decline(actor, life.id, { publicationId: await wishId(), reason });
const setCategory = (category: TicketEntity['category']) => life.set({ category });

describe('publishing a result', () => {
  it('rule 20: happens only after somebody else approved the text that was asked for', async () => {
    await life.answered();
    await setCategory('fees');
    await ask();
    expect(await life.now()).toMatchObject({ state: 'answered', publicationAskedById: officer.id, publishedAt: null });
    await approve(supervisor);
    expect(await life.now()).toMatchObject({
      state: 'published',
      publicationAskedById: null,
      publishedAt: life.app.clock.now(),
    });
    expect(await wishes()).toMatchObject([
      { ...{ title: WISH.title, text: WISH.text }, cycle: 1, approved: true, decidedById: supervisor.id },
    ]);
    await expect(ask()).rejects.toMatchObject({ details: { guard: 'notPublished' } });
  });

  it('rule 20: is counted from its approval, which publishes it: the time for it is kept, and met at once', async () => {
    await life.answered();
    await setCategory('fees');
    await ask();
    life.app.clock.advance(26 * 3_600_000);
    await approve(supervisor);
    const now = life.app.clock.now();
    expect(await life.deadlines('publish')).toMatchObject([
      { ...{ cycle: 1, startedAt: now, metAt: now, amount: 1, unit: 'workingDays' }, supersededAt: null },
    ]);
    const page = textOf((await (await life.app.browserOf('ngoc')).get(`/phieu/${life.id}`)).body);
    expect(page).toMatch(/Công khai kết quả sau khi được duyệt Hạn 17:30, thứ Sáu 20\/03\/2026; xong .*đúng hạn/u);
  });

  it.each([
    ['a phone', 'Liên hệ số 0912 345 678 để biết thêm.', 'phone'],
    ['an e-mail', 'Thư gửi về khai.bv@example.com.', 'email'],
    ['a citizen’s number', 'Căn cước công dân số 031090001234.', 'citizenId'],
  ])('rule 20: is blocked by %s in the text, even when the officer would leave it', async (_what, words, kind) => {
    await life.answered();
    await setCategory('fees');
    const text = `${WISH.text} ${words}`;
    await expect(ask({ text, left: [words, '0912 345 678'], consent: true })).rejects.toMatchObject({
      code: 'text-names-private',
      details: { kinds: expect.arrayContaining([kind]) as unknown },
    });
    expect(await wishes()).toEqual([]);
    expect((await life.now()).publicationAskedById).toBeNull();
  });

  it('rule 20: where children may be recognised needs consent, or a text without any name', async () => {
    await life.answered();
    await setCategory('schoolSafety');
    const text = `${WISH.text} Ông Trần Văn Hòa đã xin lỗi gia đình.`;
    const left = ['Trần Văn Hòa', 'Ông Trần Văn Hòa'];
    await expect(ask({ text, left })).rejects.toMatchObject({ details: { field: 'consent' } });
    await ask({ text, left, consent: true });
    expect(await wishes()).toMatchObject([{ consent: true }]);
    await decline(supervisor);
    await ask();
    expect((await wishes()).map(({ consent }) => consent).toSorted()).toEqual([false, true]);
  });

  it('rule 20: where children may be recognised is approved by two, neither of whom asked', async () => {
    await life.answered();
    await setCategory('schoolSafety');
    await ask();
    const id = await wishId();
    await approve(supervisor, id);
    expect(await life.now()).toMatchObject({ state: 'answered', publishedAt: null });
    await expect(approve(supervisor, id)).rejects.toMatchObject({ details: { guard: 'endorsedByAnother' } });
    const { id: principal, name } = supervisor;
    const standIn = { ...supervisor, id: 'thay', onBehalfOf: { id: principal, name, by: 'Người thay' } };
    await expect(approve(standIn, id)).rejects.toMatchObject({ details: { guard: 'endorsedByAnother' } });
    const offered = async (who: string) =>
      (await (await life.app.browserOf(who)).get(`/phieu/${life.id}`)).body.includes('/duyet-cong-khai');
    expect([await offered(supervisor.id), await offered(leader.id)]).toEqual([false, true]);
    await approve(leader, id);
    expect(await wishes()).toMatchObject([{ endorsedById: supervisor.id, decidedById: leader.id, approved: true }]);
    expect([await life.journalled('ticket.endorsePublication'), (await life.now()).state]).toEqual([1, 'published']);
  });

  it('rule 20: is not approved a second time by somebody in whose place it was first', async () => {
    await life.answered();
    await setCategory('schoolSafety');
    await ask();
    const id = await wishId();
    const { id: principal, name } = supervisor;
    const standIn = { ...leader, id: 'thay', onBehalfOf: { id: principal, name, by: 'Người thay' } };
    await approve(standIn, id);
    expect(await wishes()).toMatchObject([{ endorsedById: 'thay', endorsedForId: supervisor.id }]);
    await expect(approve(supervisor, id)).rejects.toMatchObject({ details: { guard: 'endorsedByAnother' } });
    const page = await (await life.app.browserOf(supervisor.id)).get(`/phieu/${life.id}`);
    expect(page.body).not.toContain('/duyet-cong-khai');
    await approve(leader, id);
    expect((await life.now()).state).toBe('published');
  });

  it('rule 20: is blocked by what is known of the sender where it is approved, and never told to who asks', async () => {
    await life.answered();
    await setCategory('fees');
    const { senderName } = await life.now();
    const text = `${WISH.text} Ông Khải đã nhận lại tiền.`;
    await ask({ text, left: ['Khải', 'Ông Khải'] });
    expect(senderName).toContain('Khải');
    const told = async (who: string) =>
      textOf((await (await life.app.browserOf(who)).get(`/phieu/${life.id}`)).body).includes('nêu người đã phản ánh');
    expect([await told(officer.id), await told(supervisor.id)]).toEqual([false, true]);
    await expect(approve(supervisor)).rejects.toMatchObject({
      code: 'text-names-private',
      details: { message: expect.stringMatching(/Nội dung, ký tự \d+ đến \d+: tên người/u) as unknown },
    });
    await life.set({ complainedUnitId: supervisor.unitId });
    await expect(approve(supervisor)).rejects.toMatchObject({ details: { guard: 'approverKnowsSender' } });
  });

  it('rule 20: elsewhere a name that was looked at may stay', async () => {
    await life.answered();
    await setCategory('fees');
    const text = `${WISH.text} Ông Trần Văn Hòa đã xin lỗi gia đình.`;
    await expect(ask({ text })).rejects.toMatchObject({ code: 'text-names-private' });
    await ask({ text, left: ['Trần Văn Hòa', 'Ông Trần Văn Hòa'] });
  });

  it('that was declined with a reason may be asked for anew', async () => {
    await life.answered();
    await ask();
    await expect(decline(supervisor, 'không')).rejects.toMatchObject({ code: 'input-invalid' });
    await decline(supervisor);
    expect(await life.now()).toMatchObject({ state: 'answered', publicationAskedById: null });
    expect((await life.course())[0]).toMatchObject({ text: WHY_NOT });
    const declined = await wishId();
    await ask();
    await expect(approve(supervisor, declined)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect((await life.now()).publishedAt).toBeNull();
  });

  it.each([
    ['the desk', clerk, 'forbidden'],
    ['supervision', supervisor, 'forbidden'],
    ['another unit', stranger, 'not-found'],
  ])('is not asked for by %s', async (_who, actor, code) => {
    await life.answered();
    await expect(ask({}, actor)).rejects.toMatchObject({ code });
  });

  it.each([
    ['the unit’s officer', officer],
    ['the unit head', head],
    ['the desk', clerk],
  ])('rule 20: is not approved by %s', async (_who, actor) => {
    await life.answered();
    await ask();
    await expect(approve(actor)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('rule 20: is not approved by the one who asked, whatever else that person may be', async () => {
    await life.answered();
    const both: Actor = { ...head, roles: ['unitHead', 'supervisor'] };
    await ask({}, both);
    await expect(approve(both)).rejects.toMatchObject({ details: { guard: 'publicationAskedByAnother' } });
    await approve(leader);
  });

  it('is not asked for before there is an answer, and by two at once is asked for once', async () => {
    await life.inHand();
    await setCategory('fees');
    await expect(ask()).rejects.toMatchObject({ code: 'ticket-transition-refused' });
    await life.answerAgain();
    const [asked, [refused]] = await atOnce(
      () => ask({}, officer),
      () => ask({}, head),
    );
    expect(asked).toBe(1);
    // On a server both may look before either writes: then the second finds the ticket changed.
    expect(['ticket-act-barred', 'changed-meanwhile']).toContain(refused);
    const id = await wishId();
    const [done] = await atOnce(
      () => approve(supervisor, id),
      () => approve(leader, id),
    );
    expect(done).toBe(1);
    expect(await life.journalled('ticket.approvePublication')).toBe(1);
  });
});
