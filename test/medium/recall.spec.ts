import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { CheckRegister, OutgoingDocumentEntity, RegisterExport } from '../../src/documents/index.js';
import { wholeYear } from '../../src/documents/domain/register-span.js';
import { RecallDocument, ReceivePending, RepairDifference } from '../../src/exchange/index.js';
import { ComparedSides } from '../../src/exchange/persistence/compared-sides.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { ReconciliationDifferenceEntity } from '../../src/exchange/persistence/reconciliation.entities.js';
import type { ExchangeMessage } from '../../src/exchange/ports/message.js';
import { newId } from '../../src/kernel/ids.js';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { readXlsxTable } from '../../src/files/index.js';
import { WorkOnTicket } from '../../src/tickets/index.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { releasedLetter } from '../support/released-letter.js';
import { textOf } from '../support/web-visitor.js';

const { clerk, officer, leader } = PARTIES;
const WHY = 'Ghi nhầm tên trường trong phần kết quả.';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

const recall = () => life.get(RecallDocument);
const document = (id: string) => life.rows.findOneByOrFail(OutgoingDocumentEntity, { id });

async function released(): Promise<string> {
  await life.inHand();
  return releasedLetter(life.app, { id: life.id, incomingDocumentId: life.documentId });
}

async function recalled(id: string): Promise<void> {
  await recall().propose(clerk, id, WHY);
  await recall().grant(leader, id);
  await life.app.work();
}

/** The messages that left the agency, without the statuses that every ticket sends. */
const lettersSent = (): readonly ExchangeMessage[] =>
  life.app.transport.sent
    .filter(({ kind }) => kind === 'document')
    .flatMap(({ bytes }) => new EdxmlCodec().read(bytes).message ?? []);

describe('rule 44: a released document is recalled by two people', () => {
  it('of whom the registry proposes, with its reason, once', async () => {
    const id = await released();
    await expect(recall().propose(officer, id, WHY)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(recall().propose(clerk, id, ' sai ')).rejects.toMatchObject({ code: 'input-invalid' });
    await recall().propose(clerk, id, WHY);
    await expect(recall().propose(clerk, id, WHY)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await document(id)).toMatchObject({ recalledAt: null });
    const [notice] = await life.rows.findBy(NoticeEntity, { staffId: 'khanh' });
    expect(notice?.words).toContain('đề nghị thu hồi văn bản đi số 01/SGDĐT-GDTrH');
  });

  it('and a leader decides, never who proposed it', async () => {
    const id = await released();
    const both = { ...clerk, roles: [...clerk.roles, ...leader.roles] };
    await recall().propose(both, id, WHY);
    await expect(recall().grant(both, id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(recall().grant(clerk, id)).rejects.toMatchObject({ code: 'forbidden' });
    await recall().refuse(leader, id, 'Sai sót nhỏ, đính chính là đủ.');
    await expect(recall().grant(leader, id)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await document(id)).toMatchObject({ recalledAt: null });
    await recall().propose(clerk, id, WHY);
  });
});

describe('rule 44: a recalled document', () => {
  it('is frozen: line and file stay, it is marked in the register, and cannot be recalled again', async () => {
    const id = await released();
    await life.app.work();
    const before = await document(id);
    await recalled(id);
    expect(await document(id)).toMatchObject({
      ...{ number: before.number, sealedSha256: before.sealedSha256, state: 'released' },
      ...{ recalledAt: life.app.clock.now(), recallReason: WHY },
    });
    await expect(recall().propose(clerk, id, WHY)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const check = await life.get(CheckRegister).check({ book: 'outgoing', year: 2026 });
    expect(check).toMatchObject({ accept: true, flaws: [], present: 1, voided: 0 });
    const sheet = await readXlsxTable(await life.get(RegisterExport).xlsx(wholeYear('outgoing', 2026)), 5000);
    expect(JSON.stringify(sheet)).toContain(`ĐÃ THU HỒI: ${WHY}`);
  });

  it('is told to its receivers, once and after the letter itself, by its own name', async () => {
    const id = await released();
    await life.app.work();
    await recalled(id);
    await life.app.work();
    const [letter, revocation, ...more] = lettersSent();
    expect(more).toEqual([]);
    const documentId = '000.00.03.H24,2026/03/18,01/SGDĐT-GDTrH';
    expect(letter).toMatchObject({ business: 'new', documentId });
    expect(revocation).toMatchObject({
      ...{ business: 'revoke', attachments: [], businessDetail: { reason: WHY, documentId } },
      responseFor: [{ organId: '000.00.03.H24', code: '01/SGDĐT-GDTrH', documentId }],
    });
  });

  it('that nobody has is held back here, and never leaves', async () => {
    const id = await released();
    await recall().propose(clerk, id, WHY);
    await recall().grant(leader, id);
    await life.app.work();
    expect(lettersSent()).toEqual([]);
    expect(await life.rows.findBy(DispatchEntity, { outgoingDocumentId: id })).toMatchObject([
      { business: null, sentAt: null, cancelledAt: life.app.clock.now() },
    ]);
  });

  it('that the other side would not take is held back too, also when its job is tried again', async () => {
    const id = await released();
    life.app.transport.notTaken.set('document', new OutsideRefused('EO-SIZE', 'Tệp quá lớn.'));
    await life.app.work();
    life.app.transport.notTaken.clear();
    await recalled(id);
    expect(lettersSent()).toEqual([]);
    expect(await life.rows.countBy(DispatchEntity, { outgoingDocumentId: id })).toBe(1);
  });

  it('answers nothing any more: its ticket begins another round with a clock of its own, and the citizen hears why', async () => {
    const id = await released();
    await life.app.work();
    expect(await life.now()).toMatchObject({ state: 'answered', cycle: 1, open: false });
    const { reopeningsLeft } = await life.now();
    life.app.clock.advance(3_600_000);
    await recalled(id);
    expect(await life.now()).toMatchObject({
      ...{ state: 'reopened', cycle: 2, open: true, answeredAt: null, answerMode: null, reopeningsLeft },
      leadUnitId: 'gdtrh',
    });
    expect((await life.deadlines('process')).at(-1)).toMatchObject({ cycle: 2, startedAt: life.app.clock.now() });
    expect((await life.course())[0]).toMatchObject({ title: 'Thu hồi văn bản trả lời', text: '01/SGDĐT-GDTrH' });
    const told = await life.rows.findBy(DispatchEntity, { aboutDocumentId: life.documentId, status: '05' });
    expect(told.at(-1)?.description).toContain('đã thu hồi văn bản số 01/SGDĐT-GDTrH');
    await life.get(WorkOnTicket).accept(officer, life.id);
    expect(await life.beginLetter()).toEqual(expect.any(String));
  });
});

describe('rule 44: what a recipient answers to a recall', () => {
  const HOTLINE_CODE = '000.00.22.H24';
  const documentId = '000.00.03.H24,2026/03/18,01/SGDĐT-GDTrH';
  let received = 0;

  async function answers(
    status: '05' | '15' | '16',
    change: { from?: string; documentId?: string } = {},
  ): Promise<void> {
    const { app } = life;
    const bytes = new EdxmlCodec().write({
      ...{ kind: 'status', from: { id: change.from ?? HOTLINE_CODE, name: 'Nơi nhận' }, status, at: app.clock.now() },
      responseFor: { organId: '000.00.03.H24', code: '01/SGDĐT-GDTrH', documentId: change.documentId ?? documentId },
      description: 'Đã xóa.',
    });
    received += 1;
    app.transport.put(`tra-loi-${received}`, bytes, app.clock.now(), change.from ?? HOTLINE_CODE);
    await life.get(ReceivePending).receive();
    await app.work();
  }

  const answer = async (id: string) =>
    (await life.rows.findOneByOrFail(DispatchEntity, { outgoingDocumentId: id, business: 'revoke' })).answer;

  it('is kept beside the sending, the last word first; a refusal is told to who proposed it', async () => {
    const id = await released();
    await life.app.work();
    await recalled(id);
    await answers('16');
    expect(await answer(id)).toBe('16');
    const notices = await life.rows.findBy(NoticeEntity, { staffId: 'vanthu' });
    expect(notices.some(({ words }) => words.includes('từ chối thu hồi văn bản đi số 01/SGDĐT-GDTrH'))).toBe(true);
    await answers('15');
    expect(await answer(id)).toBe('15');
    const { body } = await (await life.app.browserOf('vanthu')).get(`/van-ban-di/${id}`);
    expect(textOf(body)).toMatch(/Thu hồi văn bản Nơi nhận đồng ý \(15\), .*: Đã xóa\./u);
  });

  it('is each recipient’s own where one message went to several', async () => {
    const id = await released();
    await life.app.work();
    const [one, two] = [
      { code: '000.00.07.H24', name: 'Sở Nội vụ' },
      { code: '000.00.08.H24', name: 'Sở Tài chính' },
    ];
    const letter = { outgoingDocumentId: id, kind: 'document' as const };
    await life.get(UnitOfWork).run((tx) => tx.update(DispatchEntity, letter, { alsoTo: [one, two] }));
    await recalled(id);
    await answers('16', { from: one.code });
    await answers('15');
    await answers('16', { from: two.code });
    await answers('15', { from: two.code });
    const { body } = await (await life.app.browserOf('vanthu')).get(`/van-ban-di/${id}`);
    const page = textOf(body);
    expect(page).toMatch(/Thu hồi văn bản Nơi nhận đồng ý \(15\)/u);
    expect(page).toMatch(/Thu hồi văn bản: Sở Nội vụ Nơi nhận từ chối \(16\), [^:]*:[^:]*: Đã xóa\./u);
    expect(page).toMatch(/Thu hồi văn bản: Sở Tài chính Nơi nhận đồng ý \(15\)/u);
    const notices = await life.rows.findBy(NoticeEntity, { staffId: 'vanthu' });
    const refusals = notices.flatMap(({ words }) => /^(.+) từ chối thu hồi/u.exec(words)?.slice(1) ?? []);
    expect(refusals.toSorted()).toEqual(['Sở Nội vụ', 'Sở Tài chính']);
    const asked = await life.get(ComparedSides).asked(new Date(0));
    expect(asked.map(({ agencyCode, answer }) => [agencyCode, answer])).toEqual([
      [HOTLINE_CODE, '15'],
      [one.code, '16'],
      [two.code, '15'],
    ]);
  });

  it('found at the e-office by comparing both sides is told likewise', async () => {
    const id = await released();
    await life.app.work();
    await recalled(id);
    const sent = await life.rows.findOneByOrFail(DispatchEntity, { outgoingDocumentId: id, business: 'revoke' });
    const difference = Object.assign(new ReconciliationDifferenceEntity(), {
      ...{ id: newId(), name: newId(), lastRunId: newId(), kind: 'statusDiffers', direction: 'fromUs', state: 'open' },
      ...{ subject: documentId, dispatchId: sent.id, at: life.app.clock.now() },
      ...{ facts: { status: '16', description: 'Đã dùng.' }, foundAt: life.app.clock.now() },
    });
    await life.get(UnitOfWork).run((tx) => tx.insert(ReconciliationDifferenceEntity, difference));
    await life.get(RepairDifference).repair(clerk, difference.id);
    await life.app.work();
    expect(await answer(id)).toBe('16');
    const notices = await life.rows.findBy(NoticeEntity, { staffId: 'vanthu' });
    expect(notices.some(({ words }) => words.includes('từ chối thu hồi văn bản đi số 01/SGDĐT-GDTrH'))).toBe(true);
  });

  it.each<[string, Parameters<typeof answers>]>([
    ['an agency that was not asked', ['15', { from: '000.00.07.H24' }]],
    ['a document that is not ours', ['15', { documentId: 'X,2026/03/18,01/SGDĐT-GDTrH' }]],
    ['another symbol under the same number', ['15', { documentId: '000.00.03.H24,2026/03/18,01/SGDĐT-VP' }]],
    ['another status', ['05']],
  ])('is not taken from %s', async (_what, given) => {
    const id = await released();
    await life.app.work();
    await recalled(id);
    await answers(...given);
    expect(await answer(id)).toBeNull();
  });
});
