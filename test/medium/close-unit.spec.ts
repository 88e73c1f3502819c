import { WriteAuthority } from '../../src/delegation/index.js';
import { CloseUnit } from '../../src/succession/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { RecordSealEntity, VerifyRecords } from '../../src/journal/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import {
  AddPerson,
  ChangePerson,
  FunctionHolderEntity,
  PersonActivation,
  StaffDirectory,
  StaffEntity,
  UnitEntity,
} from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { SEALED_RECORDS } from '../../src/bootstrap/sealed-records.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { WriteSubstitution } from '../../src/substitution/index.js';
import { KeepTokens, MakeToken } from '../../src/tokens/index.js';
import { AssignTicket, ClassifyTicket, RevealIdentity, TicketReader } from '../../src/tickets/index.js';
import { TicketCoordinationEntity } from '../../src/tickets/persistence/life.entities.js';
import { DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const ADMINISTRATOR: Actor = { id: 'quantri', name: 'Lê Văn An', unitId: 'van-phong', roles: ['administrator'] };
const CLOSING = { successorId: 'gdpt', from: '2026-03-18', reason: 'Quyết định 12/QĐ-SGDĐT' };
const QUESTION = 'Báo cáo việc thu tiền học thêm.';

describe('rule 60: a unit is closed', () => {
  let life: LifeOfATicket;

  beforeEach(async () => {
    life = await LifeOfATicket.begin();
    await life.get(UnitOfWork).run(async (tx) => {
      const next = {
        id: 'gdpt',
        code: 'gdpt',
        name: 'Phòng Giáo dục Phổ thông',
        symbol: 'GDPT',
        kind: 'division',
      } as const;
      await tx.insert(UnitEntity, { ...next, parentId: 'lanh-dao' });
      await tx.insert(UnitEntity, { ...next, id: 'to-toan', code: 'to-toan', name: 'Tổ Toán', parentId: 'gdtrh' });
      const held = { unitFunction: 'supervision', unitId: 'gdtrh', validFrom: civilDate('2024-01-01') } as const;
      await tx.insert(FunctionHolderEntity, { ...held, id: 'h-2', validTo: null });
      const ngoc = await tx.findOneByOrFail(StaffEntity, { id: 'ngoc' });
      const dung = { id: 'dung', username: 'dung', fullName: 'Trần Tiến Dũng', unitId: 'gdpt' };
      await tx.insert(StaffEntity, Object.assign({}, ngoc, dung));
    });
  });
  afterEach(() => life.end());

  const close = (draft = CLOSING) => life.get(CloseUnit).close(ADMINISTRATOR, 'gdtrh', draft);
  const unit = (id: string) => life.rows.findOneByOrFail(UnitEntity, { id });

  it('everything open goes to the unit that follows, deadlines as they stand, and those concerned are told', async () => {
    await life.inHand();
    const letter = await life.beginLetter();
    await life.setLetter(letter, 'submitted');
    const fresh = life.another((await life.app.receive()).id);
    const given = { ticketId: fresh.id, unitId: 'gdtrh', officerId: 'ngoc' };
    await life.get(AssignTicket).assign(PARTIES.clerk, given);
    const asked = life.another((await life.app.receive()).id);
    const coordinators = [{ unitId: 'gdtrh', question: QUESTION }];
    const elsewhere = { ticketId: asked.id, unitId: 'nui-voi', officerId: 'luc', coordinators };
    await life.get(AssignTicket).assign(PARTIES.clerk, elsewhere);
    const [before, due] = [await life.now(), (await fresh.now()).dueAt];

    const { work, people, duties, children } = await life.get(CloseUnit).preview(ADMINISTRATOR, 'gdtrh');
    const open = work.filter(({ count }) => count > 0).map(({ words, count }) => `${words}: ${count}`);
    expect(open.toSorted()).toEqual([
      ...['Phiếu đang xử lý: 2', 'Văn bản đang trình ký: 1', 'Yêu cầu phối hợp chưa trả lời: 1'],
    ]);
    expect(people.map(({ id }) => id)).toEqual(['ngoc', 'thang']);
    expect([duties.map(({ id }) => id), children.map(({ id }) => id)]).toEqual([['h-2'], ['to-toan']]);

    await close();
    const after = await life.get(CloseUnit).preview(ADMINISTRATOR, 'gdtrh');
    expect(after.work.every(({ count }) => count === 0)).toBe(true);
    expect(await life.now()).toMatchObject({
      ...{ leadUnitId: 'gdpt', officerId: 'ngoc', state: before.state, dueAt: before.dueAt },
      legalEndAt: before.legalEndAt,
    });
    expect(await fresh.now()).toMatchObject({ leadUnitId: 'gdpt', officerId: 'ngoc', dueAt: due });
    expect(await life.rows.findOneByOrFail(DraftEntity, { id: letter })).toMatchObject({
      ...{ unitId: 'gdpt', state: 'submitted' },
    });
    const requests = await life.rows.findBy(TicketCoordinationEntity, { ticketId: asked.id });
    expect(requests.filter(({ endedAt }) => endedAt === null).map(({ unitId }) => unitId)).toEqual(['gdpt']);
    expect(await life.rows.countBy(StaffEntity, { unitId: 'gdtrh' })).toBe(0);
    expect(await life.rows.findOneByOrFail(StaffEntity, { id: 'thang' })).toMatchObject({ roles: [] });
    expect(await unit('to-toan')).toMatchObject({ parentId: 'gdpt' });
    expect(await unit('gdtrh')).toMatchObject({ validTo: '2026-03-17', successorId: 'gdpt' });
    const staff = life.get(StaffDirectory);
    expect((await staff.holderOf('supervision', civilDate('2026-03-17')))?.id).toBe('gdtrh');
    expect((await staff.holderOf('supervision', civilDate('2026-03-18')))?.id).toBe('gdpt');
    expect((await staff.handlingUnits()).map(({ id }) => id)).not.toContain('gdtrh');
    const lines = await life.rows.findBy(JournalEntryEntity, { action: 'unit.close', objectId: 'gdtrh' });
    expect(lines.map(({ detail }) => detail)).toMatchObject([{ people: 2, duties: ['supervision'] }]);
    const told = (await life.rows.find(NoticeEntity)).filter(({ key }) => key.startsWith('unit.closed:'));
    expect(told.map(({ staffId }) => staffId).toSorted()).toEqual(['dung', 'ngoc', 'thang']);
  });

  it('rule 21: the sender of a complaint stays hidden from those who were complained about, in the unit that follows', async () => {
    const about = { nature: 'feedback', kind: 'feedback', level: 'normal', category: 'staffConduct' } as const;
    await life.get(ClassifyTicket).classify(PARTIES.clerk, life.id, { ...about, complainedUnitId: 'gdtrh' });
    await life.get(AssignTicket).assign(PARTIES.clerk, { ticketId: life.id, unitId: 'gdtrh', officerId: 'ngoc' });
    await close();
    const { actor: moved } = await life.get(StaffDirectory).person('ngoc');
    expect(moved.unitId).toBe('gdpt');
    const { text, sender } = await life.get(TicketReader).one(moved, life.id);
    expect(text.redacted).toBe(true);
    expect(sender).toEqual({ masked: null, withheld: 'complainedUnit' });
    await expect(life.get(RevealIdentity).reveal(moved, life.id, 'Gọi xác minh nội dung')).rejects.toMatchObject({
      code: 'ticket-identity-withheld',
    });
    expect((await life.get(TicketReader).one(PARTIES.clerk, life.id)).text.redacted).toBe(false);
  });

  it('an account is sealed by each act that changes who signs in by it, and where they work', async () => {
    const seals = async () => {
      expect(await new VerifyRecords(life.get(Database), SEALED_RECORDS).verify()).toEqual([]);
      return (await life.rows.findBy(RecordSealEntity, { kind: 'staff' })).map(({ id }) => id);
    };
    const typed = { fullName: 'Hoàng Thị Thu', honorific: 'Bà', position: 'Chuyên viên', username: 'thu.ht' };
    const facts = { ...typed, unitId: 'nui-voi', eOfficeCode: '', email: '', phone: '' };
    const id = await life.get(AddPerson).add(ADMINISTRATOR, facts);
    expect(await seals()).toContain(id);
    await life.get(ChangePerson).change(ADMINISTRATOR, id, { facts: { unitId: 'gdtrh' }, shown: null });
    await seals();
    await life.get(PersonActivation).deactivate(ADMINISTRATOR, id);
    await seals();
    await life.get(PersonActivation).reactivate(ADMINISTRATOR, id);
    await seals();
    await close();
    expect(await seals()).toEqual(expect.arrayContaining([id, 'ngoc', 'thang']));
  });

  it('a substitution, a token and a power to sign are sealed by each act that changes them', async () => {
    const whole = async () => expect(await new VerifyRecords(life.get(Database), SEALED_RECORDS).verify()).toEqual([]);
    const now = life.app.clock.now();
    const away = { principalId: 'ngoc', substituteId: 'thang', roles: ['contactOfficer'], basis: 'Đơn nghỉ phép' };
    const days = { validFrom: now, validTo: new Date(now.getTime() + DAY) };
    const made = await life.get(WriteSubstitution).make(ADMINISTRATOR, { ...away, ...days });
    await whole();
    await life.get(WriteSubstitution).agree(PARTIES.officer, made.id);
    await whole();
    await life.get(WriteSubstitution).end(PARTIES.officer, made.id);
    await whole();
    const wish = { ownerId: 'ngoc', name: 'Máy tra phiếu', scopes: ['tickets.read'], days: 5 };
    const token = await life.get(MakeToken).make(ADMINISTRATOR, wish);
    await whole();
    await life.get(KeepTokens).confirm(PARTIES.officer, token.id);
    await whole();
    await life.get(KeepTokens).revoke(PARTIES.officer, token.id);
    await whole();
    const end = { id: 'khanh-KT', endedFrom: '2026-03-20', reason: 'Chuyển công tác theo Quyết định 9.' };
    await life.get(WriteAuthority).end(PARTIES.clerk, end);
    await whole();
    const kinds = (await life.rows.findBy(RecordSealEntity, {})).map(({ kind }) => kind);
    const sealed = (of: string) => kinds.filter((kind) => kind === of).length;
    expect([sealed('substitution'), sealed('apiToken'), sealed('authority')]).toEqual([3, 3, 1]);
  });

  it('moves nothing when anything is refused, and nobody else closes units', async () => {
    await life.inHand();
    await expect(close({ ...CLOSING, successorId: 'to-toan' })).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(life.get(CloseUnit).close(PARTIES.clerk, 'gdtrh', CLOSING)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await life.now()).toMatchObject({ leadUnitId: 'gdtrh' });
    await close();
    await expect(close()).rejects.toMatchObject({ code: 'input-invalid' });
  });
});
