import { DecisionAuthorityEntity } from '../../src/delegation/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import {
  AcceptTicket,
  AssignTicket,
  ClassifyTicket,
  DecideProposal,
  DecideWaiting,
  DecisionQueue,
  ProposeDecision,
  type Classification,
} from '../../src/tickets/index.js';
import type { ProposedWish } from '../../src/tickets/domain/decisions/proposed-decision.js';
import { ProposedDecisionEntity } from '../../src/tickets/persistence/proposed-decision.entity.js';
import { TicketRefusalEntity } from '../../src/tickets/persistence/intake.entities.js';
import { TicketAssignmentEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';

const RETURN = { agency: 'Sở Y tế thành phố Hải Phòng', text: 'Việc tiêm chủng thuộc ngành y tế giải quyết.' };
const REJECT = {
  reason: 'insufficientInformation',
  text: 'Phản ánh không nêu thời gian, địa điểm, người liên quan nên chưa có căn cứ để kiểm tra.',
} as const;
const JUDGED: Classification = {
  level: 'normal',
  category: 'staffConduct',
  nature: 'feedback',
  kind: 'feedback',
  complainedUnitId: null,
};
const TO_DIVISION = { unitId: 'gdtrh', officerId: 'ngoc' };

let app: TestApp;
let [clerk, leader, supervisor]: Actor[] = [];
let ticket: TicketEntity;

const rows = () => app.nest.get(Database).reader.manager;
const write = <T>(insert: (tx: Parameters<Parameters<UnitOfWork['run']>[0]>[0]) => Promise<T>): Promise<T> =>
  app.nest.get(UnitOfWork).run(insert);
const person = async (id: string): Promise<Actor> => (await app.nest.get(StaffDirectory).person(id)).actor;
const now = (id = ticket.id) => rows().findOneByOrFail(TicketEntity, { id });
const propose = async (wish: ProposedWish, actor = clerk): Promise<string> =>
  app.nest.get(ProposeDecision).propose(actor as Actor, { ticketId: ticket.id, wish });
const proposal = (id: string) => rows().findOneByOrFail(ProposedDecisionEntity, { id });
const agree = async (id: string, seen?: number): Promise<void> =>
  app.nest.get(DecideProposal).agree(leader as Actor, { id, seen: seen ?? (await now()).version });

beforeEach(async () => {
  app = await TestApp.open();
  // As a department that has handed nothing on.
  await write((tx) => tx.deleteAll(DecisionAuthorityEntity));
  [clerk, leader, supervisor] = [await person('vanthu'), await person('khanh'), await person('giamsat')];
  ticket = await app.receive();
  await app.nest.get(AcceptTicket).accept(clerk, ticket.id);
});
afterEach(() => app.close());

describe('what is laid before a leader', () => {
  it('is done as it stands once he agrees, in his name, in one transaction', async () => {
    const id = await propose({ act: 'return', given: RETURN });
    expect(await rows().findBy(NoticeEntity, { staffId: 'khanh', ticketId: ticket.id })).toHaveLength(1);
    expect((await now()).state).toBe('accepted');
    expect((await app.nest.get(DecisionQueue).of(leader as Actor)).map((one) => one.id)).toEqual([id]);
    expect(await app.nest.get(DecisionQueue).of(clerk as Actor)).toEqual([]);
    await agree(id);
    expect((await now()).state).toBe('returned');
    expect(await proposal(id)).toMatchObject({ state: 'decided', decidedById: 'khanh', proposedById: 'vanthu' });
    expect(await rows().findOneByOrFail(TicketRefusalEntity, { ticketId: ticket.id })).toMatchObject({
      ...{ decidedById: 'khanh', agency: RETURN.agency, text: RETURN.text },
    });
    await expect(agree(id)).rejects.toMatchObject({
      code: expect.stringMatching(/changed-meanwhile|not-found/u) as string,
    });
  });

  it('carries the leader’s own words to those who handle it, and who proposed it', async () => {
    const id = await propose({ act: 'assign', given: { ...TO_DIVISION, directive: 'Kiểm tra ngay.' } });
    await app.nest
      .get(DecideProposal)
      .agree(leader as Actor, { id, seen: (await now()).version, directive: 'Kiểm tra, báo cáo tôi trước 20/3.' });
    expect(await rows().findOneByOrFail(TicketAssignmentEntity, { ticketId: ticket.id })).toMatchObject({
      ...{ ground: 'leader', assignedById: 'khanh', proposedByName: 'Phạm Minh Tuệ' },
      ...{ directive: 'Kiểm tra, báo cáo tôi trước 20/3.', directedByName: 'Đỗ Quốc Khánh' },
    });
  });

  it.each<[string, string | undefined, string | null]>([
    ['not posted', undefined, 'Kiểm tra ngay.'],
    ['emptied', '', null],
  ])('puts the draft under his name only where he left it: %s', async (_posted, directive, kept) => {
    const id = await propose({ act: 'assign', given: { ...TO_DIVISION, directive: 'Kiểm tra ngay.' } });
    const item = { kind: 'proposal', id, ticketId: ticket.id, seen: (await now()).version } as const;
    await app.nest
      .get(DecideWaiting)
      .agree(leader as Actor, [{ ...item, ...(directive !== undefined && { directive }) }]);
    expect(await rows().findOneByOrFail(TicketAssignmentEntity, { ticketId: ticket.id })).toMatchObject({
      ...{ ground: 'leader', directive: kept },
    });
  });

  it('waits alone: a second proposal is refused until the first is taken back', async () => {
    const id = await propose({ act: 'return', given: RETURN });
    await expect(propose({ act: 'reject', given: REJECT })).rejects.toMatchObject({ code: 'ticket-act-barred' });
    await app.nest.get(DecideProposal).withdraw(clerk as Actor, id);
    expect(await proposal(id)).toMatchObject({ state: 'withdrawn' });
    await propose({ act: 'reject', given: REJECT });
  });

  it('is withdrawn by the proposer or a colleague, whom the proposer hears of, not by a unit’s head', async () => {
    await app.nest.get(AssignTicket).assign(leader as Actor, { ticketId: ticket.id, ...TO_DIVISION });
    const given = { unitId: 'nui-voi', officerId: 'luc' };
    const withdraw = app.nest.get(DecideProposal);
    const told = () => rows().countBy(NoticeEntity, { staffId: 'vanthu', ticketId: ticket.id });
    const own = await propose({ act: 'assign', given });
    const before = await told();
    const head: Actor = { id: 'hien', name: 'Trần Thu Hiền', unitId: 'gdtrh', roles: ['unitHead'] };
    await expect(withdraw.withdraw(head, own)).rejects.toMatchObject({ code: 'forbidden' });
    await withdraw.withdraw(clerk as Actor, own);
    expect(await told()).toBe(before);
    await withdraw.withdraw(supervisor as Actor, await propose({ act: 'assign', given }));
    expect(await told()).toBe(before + 1);
  });

  it('is refused with a reason that its clerk hears', async () => {
    const id = await propose({ act: 'return', given: RETURN });
    await app.nest.get(DecideProposal).refuse(leader as Actor, { id, reason: 'Đây là việc của Sở.' });
    expect(await proposal(id)).toMatchObject({ state: 'refused', reason: 'Đây là việc của Sở.' });
    expect((await now()).state).toBe('accepted');
    expect(await rows().findBy(NoticeEntity, { staffId: 'vanthu', ticketId: ticket.id })).not.toHaveLength(0);
  });

  it('is refused also where it is not possible any more, by those alone who could decide it', async () => {
    const id = await propose({ act: 'return', given: RETURN });
    await write((tx) => tx.update(TicketEntity, { id: ticket.id }, { state: 'verifying' }));
    const words = { id, reason: 'Đây là việc của Sở.' };
    await expect(app.nest.get(DecideProposal).refuse(supervisor as Actor, words)).rejects.toMatchObject({
      code: 'decision-of-leader',
    });
    await app.nest.get(DecideProposal).refuse(leader as Actor, words);
    expect(await proposal(id)).toMatchObject({ state: 'refused' });
  });

  it('is not decided on what changed meanwhile, and falls away when the ticket moves on', async () => {
    const id = await propose({ act: 'return', given: RETURN });
    await expect(agree(id, (await now()).version - 1)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await proposal(id)).toMatchObject({ state: 'proposed' });
    await app.nest.get(AssignTicket).assign(leader as Actor, { ticketId: ticket.id, ...TO_DIVISION });
    expect(await proposal(id)).toMatchObject({ state: 'overtaken' });
    await expect(agree(id)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await rows().countBy(TicketRefusalEntity, { ticketId: ticket.id })).toBe(0);
  });

  it('falls away where the words turn out to be none of feedback, which is not assigned', async () => {
    await app.nest.get(ClassifyTicket).classify(clerk as Actor, ticket.id, JUDGED);
    const id = await propose({ act: 'assign', given: TO_DIVISION });
    await app.nest.get(ClassifyTicket).classify(clerk as Actor, ticket.id, { ...JUDGED, nature: 'denunciation' });
    expect(await proposal(id)).toMatchObject({ state: 'overtaken' });
    await propose({ act: 'return', given: RETURN });
  });

  it('is never decided by who proposed it, in whose place ever', async () => {
    const id = await propose({ act: 'return', given: RETURN });
    const inPlace: Actor = {
      ...(leader as Actor),
      ...{ id: 'vanthu', onBehalfOf: { id: 'khanh', name: 'Đỗ Quốc Khánh', by: 'Phạm Minh Tuệ' } },
    };
    await expect(
      app.nest.get(DecideProposal).agree(inPlace, { id, seen: (await now()).version }),
    ).rejects.toMatchObject({ code: 'ticket-act-barred' });
  });

  it('is never decided by somebody in whose place it was proposed', async () => {
    const by = { ...(clerk as Actor), onBehalfOf: { id: 'khanh', name: 'Đỗ Quốc Khánh', by: 'Phạm Minh Tuệ' } };
    const id = await propose({ act: 'return', given: RETURN }, by);
    expect(await proposal(id)).toMatchObject({ proposedById: 'vanthu', proposedForId: 'khanh' });
    await expect(agree(id)).rejects.toMatchObject({ code: 'ticket-act-barred' });
    expect(await app.nest.get(DecisionQueue).of(leader as Actor)).toEqual([]);
  });

  it('is not agreed to by somebody from whom its words are withheld', async () => {
    const about = { ...JUDGED, complainedUnitId: 'gdtrh' };
    await app.nest.get(ClassifyTicket).classify(clerk as Actor, ticket.id, about);
    const id = await propose({ act: 'return', given: RETURN });
    const fromThere: Actor = { ...(leader as Actor), id: 'thang', unitId: 'gdtrh' };
    const item = { kind: 'proposal', id, ticketId: ticket.id, seen: (await now()).version } as const;
    const elsewhere = { ...item, ticketId: (await app.receive()).id };
    const decided = await app.nest.get(DecideWaiting).agree(fromThere, [item, elsewhere]);
    expect(decided.map(({ refused }) => refused?.code)).toEqual(['ticket-act-barred', 'ticket-act-barred']);
    expect((await now()).state).toBe('classified');
  });

  it('is decided many at once: what changed stays, the others are done', async () => {
    const first = { ticketId: ticket.id, id: await propose({ act: 'return', given: RETURN }) };
    ticket = await app.receive();
    const second = { ticketId: ticket.id, id: await propose({ act: 'reject', given: REJECT }) };
    const stale = { kind: 'proposal', ...first, seen: 1 } as const;
    const fresh = { kind: 'proposal', ...second, seen: (await now(second.ticketId)).version } as const;
    const decided = await app.nest.get(DecideWaiting).agree(leader as Actor, [stale, fresh]);
    expect(decided.map(({ refused }) => refused?.code ?? 'done')).toEqual(['changed-meanwhile', 'done']);
    expect([(await now(first.ticketId)).state, (await now(second.ticketId)).state]).toEqual(['accepted', 'rejected']);
  });
});
