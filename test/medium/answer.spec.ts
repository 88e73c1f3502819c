import { ApproveAnswer, AssignTicket, BeginReply, KeepEvidence, WorkOnTicket } from '../../src/tickets/index.js';
import { TicketAnswerEntity, TicketFileEntity } from '../../src/tickets/persistence/life.entities.js';
import { ANSWER, atOnce, LifeOfATicket, NO_EVIDENCE, PARTIES, PDF, tooLate } from '../support/life-of-a-ticket.js';

const { clerk, officer, head, stranger, leader, supervisor } = PARTIES;
const BACK = 'Nêu rõ ngày nhà trường trả lại tiền.';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

const approve = (actor: typeof officer, answerId: string) => life.get(ApproveAnswer).approve(actor, life.id, answerId);
const giveBack = (actor: typeof officer, answerId: string, reason = BACK) =>
  life.get(ApproveAnswer).giveBack(actor, life.id, { answerId, reason });
const files = () => life.rows.findBy(TicketFileEntity, { ticketId: life.id });

describe('evidence', () => {
  it('rule 11: is kept by its bytes, once a cycle, and named in the course', async () => {
    await life.inHand();
    await life.addFile('../../Biên bản\u0000 làm việc.PDF');
    expect(await files()).toMatchObject([
      { name: 'Biên bản làm việc.pdf', mediaType: 'application/pdf', size: PDF.length, purpose: 'evidence', cycle: 1 },
    ]);
    expect(await life.now()).toMatchObject({ evidence: 'files', state: 'verifying' });
    expect((await life.course())[0]).toMatchObject({
      title: 'Thêm tài liệu chứng minh',
      text: 'Biên bản làm việc.pdf',
    });
    await expect(life.addFile('khac.pdf')).rejects.toMatchObject({ details: { field: 'files' } });
    expect(await files()).toHaveLength(1);
    expect(await life.journalled('ticket.addEvidence')).toBe(1);
  });

  it('of which one file is not what may be kept leaves nothing behind', async () => {
    await life.inHand();
    const given = [
      { name: 'that.pdf', content: PDF },
      { name: 'gia.pdf', content: Buffer.from('MZ\u0090\u0000') },
    ];
    await expect(life.get(KeepEvidence).add(officer, life.id, given)).rejects.toMatchObject({ code: 'input-invalid' });
    expect(await files()).toEqual([]);
    expect((await life.now()).evidence).toBeNull();
  });

  it.each([
    ['another unit, which does not even see the ticket', stranger, 'not-found'],
    ['the desk', clerk, 'forbidden'],
    ['supervision', supervisor, 'forbidden'],
  ])('is not added by %s', async (_who, actor, code) => {
    await life.inHand();
    await expect(life.get(KeepEvidence).add(actor, life.id, [{ name: 'a.pdf', content: PDF }])).rejects.toMatchObject({
      code,
    });
  });

  it('is not added before the unit has taken the ticket', async () => {
    await life.get(AssignTicket).assign(clerk, { ticketId: life.id, unitId: 'gdtrh', officerId: officer.id });
    await expect(life.addFile()).rejects.toMatchObject({ code: 'ticket-transition-refused' });
  });
});

describe('a direct answer', () => {
  it('rule 11: goes out with its text only when another has approved it', async () => {
    await life.inHand();
    await life.addFile();
    const id = await life.propose(officer, ANSWER, '');
    expect(await life.now()).toMatchObject({
      state: 'waitingApproval',
      answerProposedById: officer.id,
      answeredAt: null,
    });
    expect(await life.told('06')).toEqual([]);

    await approve(head, id);
    const at = life.app.clock.now();
    expect(await life.now()).toMatchObject({
      state: 'answered',
      open: false,
      answerMode: 'direct',
      answeredAt: at,
      answerProposedById: null,
      ratingEndsAt: new Date('2026-03-25T16:59:59.000Z'),
      reopenEndsAt: new Date('2026-04-02T16:59:59.000Z'),
    });
    expect(await life.told('06')).toEqual([ANSWER]);
    expect(await life.rows.findOneByOrFail(TicketAnswerEntity, { id })).toMatchObject({
      approved: true,
      proposedById: officer.id,
      decidedById: head.id,
      noEvidenceReason: null,
    });
    expect((await life.deadlines('process')).map(({ metAt }) => metAt)).toEqual([at]);
    expect(await life.document()).toMatchObject({ outcome: 'direct', outcomeOn: '2026-03-18' });
  });

  it.each([
    ['without a word', ''],
    ['with a reason too short to be one', 'Không có tài liệu'],
  ])('rule 11: is not put up without evidence %s', async (_case, reason) => {
    await life.inHand();
    await expect(life.propose(officer, ANSWER, reason)).rejects.toMatchObject({
      code: 'input-invalid',
      details: { field: 'noEvidenceReason' },
    });
    expect(await life.now()).toMatchObject({ state: 'verifying', answerProposedById: null, evidence: null });
  });

  it('rule 11: may be put up with a stated reason for having no evidence', async () => {
    await life.inHand();
    const id = await life.propose();
    expect((await life.now()).evidence).toBe('reason');
    expect((await life.rows.findOneByOrFail(TicketAnswerEntity, { id })).noEvidenceReason).toBe(NO_EVIDENCE);
  });

  it('rule 11: is approved by nobody who put it up, though a unit head', async () => {
    await life.inHand();
    const id = await life.propose(head);
    await expect(approve(head, id)).rejects.toMatchObject({
      code: 'ticket-act-barred',
      details: { guard: 'proposedByAnother' },
    });
    await approve(leader, id);
    expect((await life.now()).state).toBe('answered');
  });

  it.each([
    ['its own officer', officer, 'forbidden'],
    ['the desk', clerk, 'forbidden'],
    ['supervision', supervisor, 'forbidden'],
    ['another unit', stranger, 'not-found'],
  ])('is not approved by %s', async (_who, actor, code) => {
    await life.inHand();
    const id = await life.propose();
    await expect(approve(actor, id)).rejects.toMatchObject({ code });
  });

  it.each([
    ['the desk', clerk, 'forbidden'],
    ['a leader', leader, 'forbidden'],
    ['another unit', stranger, 'not-found'],
  ])('is not put up by %s', async (_who, actor, code) => {
    await life.inHand();
    await expect(life.propose(actor)).rejects.toMatchObject({ code });
  });

  it('is not put up before the unit has taken the ticket, nor twice', async () => {
    await expect(life.propose(officer)).rejects.toMatchObject({ code: 'not-found' });
    await life.inHand();
    await life.propose();
    await expect(life.propose(head)).rejects.toMatchObject({ code: 'ticket-transition-refused' });
  });

  it('given back with a reason is written anew', async () => {
    await life.inHand();
    const first = await life.propose();
    await expect(giveBack(head, first, 'ngắn')).rejects.toMatchObject({ code: 'input-invalid' });
    await giveBack(head, first);
    expect(await life.now()).toMatchObject({ state: 'processing', answerProposedById: null });
    expect((await life.course())[0]).toMatchObject({ kind: 'givenBack', text: BACK, toHotline: false });
    await approve(head, await life.propose());
    expect(await life.told('06')).toEqual([ANSWER]);
  });

  it('rule 11: given back, takes its reason for having no evidence along; files stay', async () => {
    await life.inHand();
    await giveBack(head, await life.propose());
    expect((await life.now()).evidence).toBeNull();
    await life.addFile();
    await giveBack(head, await life.propose());
    expect((await life.now()).evidence).toBe('files');
  });

  it('that was taken back and put up anew is not approved unread', async () => {
    await life.inHand();
    const first = await life.propose();
    await giveBack(officer, first);
    await life.propose(officer, `${ANSWER} Đã sửa.`);
    await expect(approve(head, first)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await life.told('06')).toEqual([]);
    expect((await life.now()).state).toBe('waitingApproval');
  });

  it('is put up once by two at the same moment, and approved once', async () => {
    await life.inHand();
    const [put, late] = await atOnce(
      () => life.propose(officer),
      () => life.propose(head),
    );
    expect([put, late]).toEqual([1, [tooLate()]]);
    const { id } = await life.rows.findOneByOrFail(TicketAnswerEntity, { ticketId: life.id });
    const [approved] = await atOnce(
      () => approve(leader, id),
      () => approve(leader, id),
      () => giveBack(leader, id),
    );
    expect(approved).toBe(1);
    // On a server any of the three may be the first; the hotline is told of an approval alone.
    const approvals = await life.journalled('ticket.approveAnswer');
    expect(approvals + (await life.journalled('ticket.giveBackAnswer'))).toBe(1);
    expect(await life.told('06')).toHaveLength(approvals);
  });
});

describe('answering by letter or directly', () => {
  it('refuses a direct answer while a letter is being written', async () => {
    await life.inHand();
    await life.get(BeginReply).begin(officer, life.id);
    await expect(life.propose()).rejects.toMatchObject({ code: 'ticket-transition-refused' });
    await life.get(AssignTicket).assign(clerk, { ticketId: life.id, unitId: 'gdtrh', officerId: officer.id });
    await life.get(WorkOnTicket).accept(officer, life.id);
    expect((await life.now()).state).toBe('verifying');
    await expect(life.propose()).rejects.toMatchObject({ code: 'letter-under-way' });
    expect((await life.now()).answerProposedById).toBeNull();
  });

  it('refuses a letter while a direct answer waits for approval', async () => {
    await life.inHand();
    await life.propose();
    await expect(life.get(BeginReply).begin(officer, life.id)).rejects.toMatchObject({
      code: 'ticket-transition-refused',
    });
  });

  it('rule 11: lets the unit say why the result that a letter tells has no evidence, once, and not while files are there', async () => {
    await life.inHand();
    const state = (reason: string) => life.get(KeepEvidence).stateNone(officer, life.id, reason);
    await expect(state(NO_EVIDENCE)).rejects.toMatchObject({ code: 'ticket-transition-refused' });
    await life.get(BeginReply).begin(officer, life.id);
    await expect(state('ngắn')).rejects.toMatchObject({ code: 'input-invalid' });
    await state(NO_EVIDENCE);
    expect(await life.now()).toMatchObject({ evidence: 'reason', state: 'draftingReply' });
    await expect(state(NO_EVIDENCE)).rejects.toMatchObject({ details: { guard: 'notEvidenced' } });
    await life.addFile();
    expect((await life.now()).evidence).toBe('files');
  });
});
