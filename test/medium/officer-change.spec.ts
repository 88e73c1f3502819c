import { In } from 'typeorm';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import {
  CarryOutDue,
  DecideChange,
  OfficerDirectory,
  OfficerTerms,
  PlanChange,
  WarnOfMissing,
} from '../../src/officers/index.js';
import type { ChangeDraft } from '../../src/officers/domain/officer-change.js';
import { OfficerChangeEntity } from '../../src/officers/persistence/officers.entities.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { AssignTicket, WorkOnTicket } from '../../src/tickets/index.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const OFFICE: Actor = PARTIES.clerk;
const DUNG: Actor = { ...PARTIES.officer, id: 'dung', name: 'Trần Tiến Dũng' };
const CHANGE: ChangeDraft = {
  leavingId: 'ngoc',
  takingId: 'dung',
  validFrom: '2026-03-18',
  reason: 'Điều động theo Quyết định số 8/QĐ-SGDĐT.',
  phone: '0225 3000 121',
  email: 'daumoi.trunghoc@haiphong.edu.vn',
};

let life: LifeOfATicket;
let second: LifeOfATicket;

beforeEach(async () => {
  life = await LifeOfATicket.begin();
  const ngoc = await life.rows.findOneByOrFail(StaffEntity, { id: 'ngoc' });
  const dung = Object.assign({}, ngoc, { id: 'dung', username: 'dung', fullName: DUNG.name, roles: [] });
  await life.get(UnitOfWork).run((tx) => tx.insert(StaffEntity, dung));
  await life.inHand();
  second = life.another((await life.app.receive()).id);
  await assign(second);
});

afterEach(() => life.end());

const assign = ({ id }: LifeOfATicket) =>
  life.get(AssignTicket).assign(OFFICE, { ticketId: id, unitId: 'gdtrh', officerId: 'ngoc' });
const plan = (draft: Partial<ChangeDraft> = {}) => life.get(PlanChange).begin(OFFICE, 'gdtrh', { ...CHANGE, ...draft });
const hashOf = async (id: string) => (await life.get(PlanChange).planOf(await change(id))).hash;
const change = (id: string) => life.rows.findOneByOrFail(OfficerChangeEntity, { id });
const confirm = async (id: string) => life.get(DecideChange).confirm(OFFICE, id, await hashOf(id));
const rolesOf = async (id: string) => (await life.rows.findOneByOrFail(StaffEntity, { id })).roles;
const told = async (staffId: string) => (await life.rows.findBy(NoticeEntity, { staffId })).map(({ words }) => words);
const listed = async () => (await life.get(OfficerDirectory).list()).find(({ unit }) => unit.id === 'gdtrh')?.officers;

describe('rule 58: a change of contact officer', () => {
  it('is one: roles, tickets, letters, directory, notices and the letter to the city, all or nothing', async () => {
    await life.get(OfficerTerms).keep(OFFICE, {
      ...{ unitId: 'gdtrh', staffId: 'ngoc', since: '2025-09-01' },
      ...{ phone: '0225 3000 120', email: 'cu@haiphong.edu.vn' },
    });
    const letter = await life.beginLetter();
    const before = await life.now();
    const id = await plan();
    const seen = await life.get(PlanChange).planOf(await change(id));
    expect(seen.tickets.map(({ ticket }) => ticket.id).sort()).toEqual([life.id, second.id].sort());
    expect(seen.letters.map((one) => one.id)).toEqual([letter]);
    expect(seen.reminders).toBeGreaterThan(0);

    expect(await confirm(id)).toBe('done');
    expect(await rolesOf('ngoc')).toEqual([]);
    expect(await rolesOf('dung')).toEqual(['contactOfficer']);
    expect(await life.now()).toMatchObject({ state: 'draftingReply', officerId: 'dung', dueAt: before.dueAt });
    expect(await second.now()).toMatchObject({ state: 'assigned', officerId: 'dung' });
    expect(await listed()).toMatchObject([{ person: { id: 'dung' }, phone: CHANGE.phone, since: '2026-03-18' }]);
    const { terms } = await life.get(OfficerDirectory).historyOf('gdtrh');
    expect(terms).toMatchObject([
      { staffId: 'dung', validFrom: '2026-03-18', validTo: null },
      { staffId: 'ngoc', validFrom: '2025-09-01', validTo: '2026-03-17' },
    ]);
    for (const person of ['ngoc', 'dung', 'thang', 'vanthu']) {
      expect(await told(person)).toContainEqual(expect.stringContaining('Đã bàn giao 2 phiếu'));
    }
    expect(await told('dung')).toContainEqual(expect.stringContaining('Nhận bàn giao 2 phiếu'));
    const line = await life.rows.findOneByOrFail(JournalEntryEntity, { action: 'officer.change', objectId: id });
    expect(line.detail).toMatchObject({ before: 'ngoc', after: 'dung' });

    await life.app.work();
    const { letterSha256, letterProblem } = await change(id);
    expect(letterProblem).toBeNull();
    expect((await life.get(FileStore).get(letterSha256 ?? '')).subarray(0, 2).toString()).toBe('PK');
  });

  it('is confirmed as it was seen: a ticket that has moved meanwhile shows the plan again', async () => {
    const id = await plan();
    const seen = await hashOf(id);
    await life.get(WorkOnTicket).accept(PARTIES.officer, second.id);
    await expect(life.get(DecideChange).confirm(OFFICE, id, seen)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await rolesOf('dung')).toEqual([]);
    expect(await life.now()).toMatchObject({ officerId: 'ngoc' });
    await expect(life.get(DecideChange).confirm(PARTIES.head, id, seen)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('goes back within a day; what somebody has touched is named and stays, and so does its officer', async () => {
    const id = await plan();
    await confirm(id);
    await life.get(WorkOnTicket).accept(DUNG, second.id);
    const { code } = await second.now();
    expect(await life.get(DecideChange).reverse(OFFICE, id)).toEqual([code]);
    expect(await life.now()).toMatchObject({ officerId: 'ngoc' });
    expect(await second.now()).toMatchObject({ officerId: 'dung' });
    expect([await rolesOf('ngoc'), await rolesOf('dung')]).toEqual([['contactOfficer'], ['contactOfficer']]);
    await expect(life.get(DecideChange).reverse(OFFICE, id)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await told('thang')).toContainEqual(expect.stringContaining(`Không hoàn tác vì đã có người xử lý: ${code}`));
  });

  it('goes back without those who are gone: their tickets to the officer, and nothing where that one is gone, too', async () => {
    await life.get(UnitOfWork).run(async (tx) => {
      const ngoc = await tx.findOneByOrFail(StaffEntity, { id: 'ngoc' });
      await tx.insert(StaffEntity, Object.assign(ngoc, { id: 'xua', username: 'xua', roles: [], active: false }));
      await tx.update(TicketEntity, { id: second.id }, { officerId: 'xua' });
    });
    const id = await plan();
    await confirm(id);
    const stand = (active: boolean) =>
      life.get(UnitOfWork).run((tx) => tx.update(StaffEntity, { id: 'ngoc' }, { active }));
    await stand(false);
    await expect(life.get(DecideChange).reverse(OFFICE, id)).rejects.toMatchObject({
      ...{ code: 'input-invalid', details: { message: expect.stringContaining('Lập một lần thay đổi mới') as string } },
    });
    expect(await second.now()).toMatchObject({ officerId: 'dung' });
    await stand(true);
    expect(await life.get(DecideChange).reverse(OFFICE, id)).toEqual([]);
    expect(await second.now()).toMatchObject({ officerId: 'ngoc' });
  });

  it('waits for its day, and is done by then with what there is then', async () => {
    const id = await plan({ validFrom: '2026-03-21' });
    expect(await confirm(id)).toBe('waiting');
    await expect(plan({ validFrom: '2026-03-25' })).rejects.toMatchObject({ details: { field: 'validFrom' } });
    const due = life.get(CarryOutDue);
    expect(await due.run()).toBe(0);
    const third = life.another((await life.app.receive()).id);
    await assign(third);
    // A Saturday, eight hours before anybody would work on a working day.
    life.app.clock.advance(Date.parse('2026-03-20T17:00:00Z') - life.app.clock.now().getTime());
    expect([await due.run(), await due.run()]).toEqual([1, 0]);
    expect(await life.rows.countBy(TicketEntity, { officerId: 'dung' })).toBe(3);
    expect(await change(id)).toMatchObject({ state: 'done', doneAt: life.app.clock.now() });
  });

  it('is not done where who takes over has left, and the Office hears of it; then the unit has nobody, and supervision hears, too', async () => {
    const id = await plan({ validFrom: '2026-03-19' });
    await confirm(id);
    await life.get(UnitOfWork).run((tx) => tx.update(StaffEntity, { id: In(['dung', 'ngoc']) }, { active: false }));
    life.app.clock.advance(24 * 3_600_000);
    expect(await life.get(CarryOutDue).run()).toBe(0);
    expect(await change(id)).toMatchObject({ state: 'failed' });
    expect(await told('vanthu')).toContainEqual(expect.stringContaining('chưa thay đổi được cán bộ đầu mối'));
    const missing = life.get(WarnOfMissing);
    await missing.run();
    await missing.run();
    const warned = async (): Promise<string[]> =>
      (await told('giamsat')).filter((words) => words.startsWith('Chưa có cán bộ đầu mối'));
    expect(await warned()).toEqual([expect.stringContaining('Phòng Giáo dục Trung học')]);
    for (const active of [true, false]) {
      await life.get(UnitOfWork).run((tx) => tx.update(StaffEntity, { id: 'ngoc' }, { active }));
      await missing.run();
      await missing.run();
    }
    expect(await warned()).toHaveLength(2);
  });
});
