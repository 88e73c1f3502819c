import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { StaffEntity, WorkInHand, type HandOver } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { AskCoordination, AssignTicket, HandOverTickets, WorkOnTicket } from '../../src/tickets/index.js';
import { TicketCoordinationEntity } from '../../src/tickets/persistence/life.entities.js';
import { TicketAssignmentEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const HOUR = 3_600_000;
const BECAUSE = 'Thay đổi cán bộ đầu mối.';
const NEW_OFFICER = { ...PARTIES.officer, id: 'dung', name: 'Trần Tiến Dũng' };
const IN_THE_UNIT: HandOver = {
  from: { unitId: 'gdtrh', officerId: 'ngoc' },
  to: { unitId: 'gdtrh', officerId: 'dung' },
  because: BECAUSE,
};
const TO_ANOTHER_UNIT: HandOver = {
  from: { unitId: 'gdtrh' },
  to: { unitId: 'nui-voi', officerId: 'luc' },
  because: 'Đơn vị giải thể.',
};

let life: LifeOfATicket;

beforeEach(async () => {
  life = await LifeOfATicket.begin();
  const ngoc = await life.rows.findOneByOrFail(StaffEntity, { id: 'ngoc' });
  const dung = Object.assign({}, ngoc, { id: 'dung', username: 'dung', fullName: NEW_OFFICER.name });
  const tho = Object.assign({}, ngoc, { id: 'tho', username: 'tho', unitId: 'van-phong' });
  await life.get(UnitOfWork).run((tx) => tx.insert(StaffEntity, [dung, tho]));
});

afterEach(() => life.end());

const assign = () =>
  life.get(AssignTicket).assign(PARTIES.clerk, { ticketId: life.id, unitId: 'gdtrh', officerId: 'ngoc' });
const handOver = (given: HandOver) =>
  life.get(UnitOfWork).run((tx) => life.get(WorkInHand).handOver(tx, PARTIES.clerk, given));
const assignments = () =>
  life.rows.find(TicketAssignmentEntity, { where: { ticketId: life.id }, order: { assignedAt: 'ASC' } });
const lying = (unitId: string) =>
  life
    .get(UnitOfWork)
    .run((tx) => life.get(WorkInHand).lyingWith(tx, { unitId }))
    .then((counts) => counts.filter(({ count }) => count > 0));

describe('work that goes on with other people', () => {
  it('what the unit has not taken yet, its new officer takes in the time that is left', async () => {
    await assign();
    const [before, acknowledge] = [await life.now(), await life.deadlines('unitAcknowledge')];
    life.app.clock.advance(HOUR);
    await handOver(IN_THE_UNIT);
    expect(await life.now()).toMatchObject({
      ...{ state: 'assigned', officerId: 'dung', acceptBy: before.acceptBy },
      ...{ dueAt: before.dueAt, legalEndAt: before.legalEndAt },
    });
    expect(await life.deadlines('unitAcknowledge')).toEqual(acknowledge);
    await life.get(WorkOnTicket).accept(NEW_OFFICER, life.id);
    expect(await assignments()).toMatchObject([
      { officerId: 'ngoc', acceptedAt: null },
      { officerId: 'dung', assignedById: 'vanthu', acceptBy: before.acceptBy, acceptedAt: life.app.clock.now() },
    ]);
    expect(await life.journalled('ticket.handOver')).toBe(1);
  });

  it('a letter and its approvals stay where they are; the new officer goes on, the former does not', async () => {
    await life.inHand();
    const letter = await life.beginLetter();
    await life.setLetter(letter, 'formatReview');
    await handOver(IN_THE_UNIT);
    expect(await life.now()).toMatchObject({ state: 'draftingReply', officerId: 'dung' });
    expect(await life.rows.findOneByOrFail(DraftEntity, { id: letter })).toMatchObject({
      ...{ state: 'formatReview', authorId: 'ngoc', unitId: 'gdtrh' },
    });
    const note = { field: 'progress', audience: 'internal', text: 'Đã nhận bàn giao hồ sơ.' } as const;
    await expect(life.get(WorkOnTicket).note(PARTIES.officer, life.id, note)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await life.get(WorkOnTicket).note(NEW_OFFICER, life.id, note);
    const course = await life.course();
    expect(course.map(({ title }) => title)).toContain('Bàn giao cho cán bộ đầu mối Trần Tiến Dũng');
    expect(await handedBack()).toMatchObject({ officerId: 'ngoc' });
  });

  it('a unit that ends leaves nothing behind: tickets, letters and questions go to the one that follows', async () => {
    await life.inHand();
    await life.get(AskCoordination).ask(PARTIES.officer, {
      ticketId: life.id,
      asks: [{ unitId: 'nui-voi', question: 'Báo cáo việc thu tiền.' }],
    });
    const other = life.another((await life.app.receive()).id);
    await life.get(AssignTicket).assign(PARTIES.clerk, {
      ...{ ticketId: other.id, unitId: 'van-phong', officerId: 'tho' },
      coordinators: [{ unitId: 'gdtrh', question: 'Báo cáo việc dạy thêm.' }],
    });
    const letter = await life.get(UnitOfWork).run(async (tx) => {
      const id = 'letter-of-gdtrh';
      await tx.insert(DraftEntity, { ...A_LETTER, id, caseId: life.id });
      return id;
    });
    const [before, asked] = [await life.now(), await other.deadlines('coordinationReply')];
    await handOver(TO_ANOTHER_UNIT);
    expect(await lying('gdtrh')).toEqual([]);
    // The one it had asked leads now, so that it is asked no more and nobody is waited for.
    expect(await life.now()).toMatchObject({
      ...{ state: 'processing', leadUnitId: 'nui-voi', officerId: 'luc', coordinators: [], dueAt: before.dueAt },
    });
    expect(await life.rows.findOneByOrFail(DraftEntity, { id: letter })).toMatchObject({ unitId: 'nui-voi' });
    expect(await life.rows.countBy(JournalEntryEntity, { action: 'draft.handOver', objectId: letter })).toBe(1);
    expect(await other.now()).toMatchObject({ leadUnitId: 'van-phong', coordinators: ['nui-voi'] });
    expect(await life.rows.findBy(TicketCoordinationEntity, { ticketId: other.id })).toMatchObject([
      { unitId: 'gdtrh', reply: 'Chuyển đơn vị kế tục trả lời.' },
      { unitId: 'nui-voi', question: 'Báo cáo việc dạy thêm.', endedAt: null },
    ]);
    expect((await other.deadlines('coordinationReply')).at(-1)).toMatchObject({ startedAt: asked[0]?.startedAt });
  });
});

/** What `one` gives back is the ticket as it now stands, so that a further step may follow. */
async function handedBack(): Promise<TicketEntity> {
  return life.get(UnitOfWork).run(async (tx) => {
    const ticket = await tx.findOneByOrFail(TicketEntity, { id: life.id });
    const given = { to: { unitId: 'gdtrh', officerId: 'ngoc' }, because: BECAUSE };
    const after = await life.get(HandOverTickets).one(tx, PARTIES.clerk, ticket, given);
    expect(after.version).toBe((await tx.findOneByOrFail(TicketEntity, { id: life.id })).version);
    return after;
  });
}

const A_LETTER: Omit<DraftEntity, 'id' | 'caseId' | 'version'> = {
  ...{ caseKind: 'ticket', round: 1, amendment: null, amendsId: null, template: 'cong-van-tra-loi' },
  ...{ templateVersion: '1', fields: {}, revision: 1, state: 'editing', unitId: 'gdtrh', authorId: 'ngoc' },
  ...{
    writerId: 'ngoc',
    writerIds: null,
    contentApproverId: null,
    signerId: 'khanh',
    docxSha256: null,
    pdfSha256: null,
  },
  ...{ pdfProblem: null, returnReason: null, keptDetails: null, savedAt: new Date('2026-03-18T02:00:00Z') },
};
