import type { EntityManager } from 'typeorm';
import { AssignDuty } from '../../src/organisation/application/assign-duty.js';
import { DirectoryRuns } from '../../src/organisation/application/directory-runs.js';
import { AssignRoles } from '../../src/organisation/application/assign-roles.js';
import { CommandedWork } from '../../src/organisation/application/commanded-work.js';
import { KeepUpToDate } from '../../src/organisation/application/keep-up-to-date.js';
import { StaffDirectory } from '../../src/organisation/application/staff-directory.js';
import { WorkInHand } from '../../src/organisation/application/work-in-hand.js';
import { WriteUnits } from '../../src/organisation/application/write-units.js';
import { OrganisationQueries } from '../../src/organisation/persistence/organisation-queries.js';
import { Journal } from '../../src/journal/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { civilDate, DAY_MS } from '../../src/kernel/civil-date.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { settle } from '../support/test-people.js';

const ADMINISTRATOR: Actor = { id: 'quantri', name: 'Lê Văn An', unitId: 'van-phong', roles: ['administrator'] };
const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };
const CONTACTS = { address: '', website: '', email: '', phone: '' };

describe('the organisation by date', () => {
  let test: TestDatabase;
  let clock: FixedClock;
  let uow: UnitOfWork;
  let queries: OrganisationQueries;
  let units: WriteUnits;
  let duties: AssignDuty;
  let roles: AssignRoles;
  let staff: StaffDirectory;
  let days: KeepUpToDate;

  beforeEach(async () => {
    test = await openTestDatabase();
    await settle(test.database);
    clock = new FixedClock('2026-03-18T02:00:00Z');
    const journal = new Journal(clock);
    uow = new UnitOfWork(test.database);
    queries = new OrganisationQueries(test.database);
    units = new WriteUnits(uow, clock, journal, queries, new CommandedWork(new WorkInHand()));
    duties = new AssignDuty(uow, clock, journal, queries);
    roles = new AssignRoles(uow, clock, journal, queries);
    staff = new StaffDirectory(test.database, clock);
    days = new KeepUpToDate(uow, clock, queries, roles, units);
  });
  afterEach(() => test.close());

  const rolesOf = async (id: string) => (await staff.person(id)).actor.roles;
  const lastLine = async () => {
    const [line] = await test.database.reader.manager.find(JournalEntryEntity, { order: { seq: 'DESC' }, take: 1 });
    return line;
  };

  it('a role begins and ends on its day without a restart, and the roles held before are kept', async () => {
    await roles.give(ADMINISTRATOR, 'ngoc', { role: 'unitHead', from: '2026-03-20', to: '2026-03-25' });
    expect(await rolesOf('ngoc')).toEqual(['contactOfficer']);
    clock.set('2026-03-19T17:00:00Z');
    await days.run();
    expect(await rolesOf('ngoc')).toEqual(['contactOfficer', 'unitHead']);
    clock.set('2026-03-25T17:00:00Z');
    await days.run();
    expect(await rolesOf('ngoc')).toEqual(['contactOfficer']);
    expect(await days.apply()).toBe(0);
  });

  it('what is decided while all roles and names are looked through is not undone', async () => {
    await roles.give(ADMINISTRATOR, 'ngoc', { role: 'unitHead', from: '2026-03-20', to: '' });
    await units.rename(ADMINISTRATOR, 'gdtrh', { name: 'Phòng Phổ thông', symbol: 'GDPT', from: '2026-03-20' });
    clock.set('2026-03-20T02:00:00Z');
    class Overtaken extends OrganisationQueries {
      override async allRoles(tx?: EntityManager) {
        const read = await super.allRoles(tx);
        await roles.give(ADMINISTRATOR, 'ngoc', { role: 'leader', from: '2026-03-20', to: '' });
        return read;
      }

      override async allNames(tx?: EntityManager) {
        const read = await super.allNames(tx);
        await units.rename(ADMINISTRATOR, 'gdtrh', { name: 'Phòng Trung học', symbol: 'TrH', from: '2026-03-19' });
        return read.filter(({ name }) => name !== 'Phòng Phổ thông');
      }
    }
    const overtaken = new KeepUpToDate(uow, clock, new Overtaken(test.database), roles, units);
    await overtaken.apply();
    expect(await rolesOf('ngoc')).toEqual(['contactOfficer', 'unitHead', 'leader']);
    expect(await staff.unit('gdtrh')).toMatchObject({ name: 'Phòng Phổ thông' });
  });

  it('a role ended with yesterday is gone at once, with its line in the journal', async () => {
    await roles.give(ADMINISTRATOR, 'ngoc', { role: 'unitHead', from: '2026-03-18', to: '' });
    expect(await rolesOf('ngoc')).toContain('unitHead');
    const [held] = (await queries.roles('ngoc')).filter(({ role }) => role === 'unitHead');
    await roles.end(ADMINISTRATOR, 'ngoc', { roleId: held?.id ?? '', to: '2026-03-17' });
    expect(await rolesOf('ngoc')).toEqual(['contactOfficer']);
    expect(await lastLine()).toMatchObject({
      ...{ action: 'staff.endRole', objectId: 'ngoc', actorId: 'quantri' },
      detail: { role: 'unitHead', before: null, after: '2026-03-17' },
    });
  });

  it('the last administrator stays, and nobody else gives roles', async () => {
    await roles.give(ADMINISTRATOR, 'quantri', { role: 'supervisor', from: '2026-03-18', to: '' });
    const [own] = (await queries.roles('quantri')).filter(({ role }) => role === 'administrator');
    const end = roles.end(ADMINISTRATOR, 'quantri', { roleId: own?.id ?? '', to: '2026-03-18' });
    await expect(end).rejects.toMatchObject({ code: 'input-invalid', details: { field: 'to' } });
    expect(await rolesOf('quantri')).toEqual(['supervisor', 'administrator']);
    const draft = { role: 'administrator', from: '2026-03-18', to: '' };
    await expect(roles.give(CLERK, 'vanthu', draft)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('of the last two administrators, who end each other at one moment, one stays', async () => {
    const draft = { role: 'administrator', from: '2026-03-18', to: '' };
    for (const id of ['quantri', 'ngoc']) await roles.give(ADMINISTRATOR, id, { ...draft, role: 'supervisor' });
    await roles.give(ADMINISTRATOR, 'ngoc', draft);
    const end = async (id: string) => {
      const [own] = (await queries.roles(id)).filter(({ role }) => role === 'administrator');
      await roles.end(ADMINISTRATOR, id, { roleId: own?.id ?? '', to: '2026-03-17' });
    };
    const ends = await Promise.allSettled([end('quantri'), end('ngoc')]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('rule 60: a duty changes hands on a day, and the unit that had it holds it until the day before', async () => {
    await duties.assign(ADMINISTRATOR, 'gdtrh', { unitFunction: 'registry', from: '2026-04-01' });
    expect((await staff.holderOf('registry', civilDate('2026-03-31')))?.id).toBe('van-phong');
    expect((await staff.holderOf('registry', civilDate('2026-04-01')))?.id).toBe('gdtrh');
  });

  it('rule 60: a renamed unit keeps its old name for the days before, and takes the new one on its day', async () => {
    await units.rename(ADMINISTRATOR, 'gdtrh', {
      name: 'Phòng Giáo dục Phổ thông',
      symbol: 'GDPT',
      from: '2026-04-01',
    });
    expect((await staff.unit('gdtrh')).name).toBe('Phòng Giáo dục Trung học');
    clock.set('2026-04-01T02:00:00Z');
    await days.run();
    expect(await staff.unit('gdtrh')).toMatchObject({ name: 'Phòng Giáo dục Phổ thông', symbol: 'GDPT' });
    expect((await queries.names('gdtrh')).map(({ name }) => name)).toEqual([
      'Phòng Giáo dục Trung học',
      'Phòng Giáo dục Phổ thông',
    ]);
  });

  it('readings of the directory are kept for their time, and one that is under way is not forgotten', async () => {
    const runs = new DirectoryRuns(test.database, uow, clock);
    const begin = () => uow.run((tx) => runs.begin(tx, ADMINISTRATOR, { kind: 'full', state: 'reading' }));
    await runs.failed(await begin(), 'Thư mục không trả lời.');
    clock.advance(364 * DAY_MS);
    const running = await begin();
    expect(await runs.forgetOld(365)).toBe(0);
    clock.advance(2 * DAY_MS);
    expect([await runs.forgetOld(365), (await runs.latest()).map(({ id }) => id)]).toEqual([1, [running.id]]);
    clock.advance(365 * DAY_MS);
    expect(await runs.forgetOld(365)).toBe(0);
  });

  it('a new unit is offered from its first day; its contacts are kept by the Office, with what was before', async () => {
    const draft = { code: 'DinhVu', name: 'Trường THPT Đình Vũ', symbol: 'ĐV', kind: 'school', parentId: 'lanh-dao' };
    const id = await units.add(ADMINISTRATOR, { ...draft, ...CONTACTS, validFrom: '2026-03-20' });
    const offered = async () => (await staff.handlingUnits()).map((unit) => unit.id);
    expect(await offered()).not.toContain(id);
    clock.set('2026-03-20T02:00:00Z');
    expect(await offered()).toContain(id);
    await units.contacts(CLERK, id, { ...CONTACTS, phone: '0225 3842 123' });
    expect(await lastLine()).toMatchObject({
      ...{ action: 'unit.contacts', actorId: 'vanthu' },
      detail: { before: { phone: null }, after: { phone: '0225 3842 123' } },
    });
    await expect(units.add(CLERK, { ...draft, ...CONTACTS, code: 'x', validFrom: '2026-03-20' })).rejects.toMatchObject(
      { code: 'forbidden' },
    );
  });
});
