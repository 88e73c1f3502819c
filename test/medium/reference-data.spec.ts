import { promisify } from 'node:util';
import { SCHEMA } from '../../src/bootstrap/schema.js';
import { SigningAuthorities, SigningAuthorityEntity } from '../../src/delegation/index.js';
import { AgencyProfiles } from '../../src/agency-profile/index.js';
import { readSettings } from '../../src/config/settings.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { NameQueries, StaffDirectory, StaffEntity, UnitEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { REFERENCE_TABLES, withOneLook } from '../../src/platform/database/reference-versions.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { StandIns, SubstitutionEntity, SubstitutionQueries } from '../../src/substitution/index.js';
import { Journal } from '../../src/journal/index.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { settle } from '../support/test-people.js';

const NOW = '2026-03-18T02:00:00Z';

/** What one process asks; its rows in memory are its own. */
function processOn(database: Database) {
  const clock = new FixedClock(NOW);
  const staff = new StaffDirectory(database, clock);
  const uow = new UnitOfWork(database);
  const queries = new SubstitutionQueries(database);
  const profiles = new AgencyProfiles(readSettings({}), clock, database);
  return {
    clock,
    uow,
    staff,
    names: new NameQueries(database),
    standIns: new StandIns(queries, staff, clock, new Journal(clock), uow),
    authorities: new SigningAuthorities(database, clock, profiles, staff),
  };
}

const inOneLook = (work: () => Promise<void>): Promise<void> =>
  promisify((done: (error: unknown) => void) => {
    withOneLook(() => void work().then(() => done(null), done));
  })();

describe('reference data', () => {
  let test: TestDatabase;
  let other: Database;
  let here: ReturnType<typeof processOn>;
  let there: ReturnType<typeof processOn>;

  beforeEach(async () => {
    test = await openTestDatabase();
    await settle(test.database);
    other = await Database.open(test.url, SCHEMA);
    [here, there] = [processOn(test.database), processOn(other)];
  });
  afterEach(async () => {
    await other.close();
    await test.close();
  });

  const statementsOf = async (
    work: () => Promise<unknown>,
    source = other.reader.manager.dataSource,
  ): Promise<readonly string[]> => {
    const asked: string[] = [];
    const { logger } = source;
    source.logger = Object.assign(Object.create(logger) as typeof logger, {
      logQuery: (statement: string) => asked.push(statement),
    });
    await work();
    source.logger = logger;
    return asked;
  };

  it('takes a role or an account from somebody in every process at once', async () => {
    expect((await there.staff.person('thang')).actor.roles).toEqual(['unitHead']);
    await here.uow.run((tx) => tx.update(StaffEntity, { id: 'thang' }, { roles: [] }));
    expect((await there.staff.person('thang')).actor.roles).toEqual([]);
    expect(await there.staff.peopleWith('unitHead')).toEqual([]);
    await here.uow.run((tx) => tx.update(StaffEntity, { id: 'thang' }, { active: false }));
    await expect(there.staff.person('thang')).rejects.toMatchObject({ code: 'not-found' });
    expect((await there.names.people(['thang'])).get('thang')?.fullName).toBe('Vũ Đức Thắng');
  });

  it('ends a substitution in every process at once, and at its moment by itself', async () => {
    const ngoc = (await there.staff.person('ngoc')).actor;
    const row = { principalId: 'thang', principalName: 'Vũ Đức Thắng', substituteId: 'ngoc', substituteName: 'Ngọc' };
    const by = { createdById: 'thang', createdByName: 'x', createdAt: new Date(NOW), basis: 'Nghỉ phép' };
    const agreed = {
      agreedAt: new Date(NOW),
      agreedById: 'thang',
      agreedByName: 'x',
      endedAt: null,
      endedByName: null,
    };
    const times = { validFrom: new Date(NOW), validTo: new Date('2026-03-18T03:00:00Z') };
    await here.uow.run((tx) =>
      tx.insert(SubstitutionEntity, { id: 's', ...row, ...by, ...agreed, ...times, roles: ['unitHead'] }),
    );
    expect(await there.standIns.inPlaceOf(ngoc, 'thang')).not.toBeNull();
    there.clock.set('2026-03-18T03:00:00Z');
    expect(await there.standIns.inPlaceOf(ngoc, 'thang')).toBeNull();
    there.clock.set(NOW);
    expect(await there.standIns.inPlaceOf(ngoc, 'thang')).not.toBeNull();
    await here.uow.run((tx) => tx.update(SubstitutionEntity, { id: 's' }, { endedAt: new Date(NOW) }));
    expect(await there.standIns.inPlaceOf(ngoc, 'thang')).toBeNull();
  });

  it('ends the power to sign in every process at once', async () => {
    const [before] = await there.authorities.signersOf({ template: 'cong-van-tra-loi', unitId: 'gdtrh' });
    expect(before?.person.id).toBe('khanh');
    await here.uow.run((tx) =>
      tx.update(SigningAuthorityEntity, { personId: 'khanh' }, { endedFrom: civilDate('2026-03-18') }),
    );
    expect(await there.authorities.signersOf({ template: 'cong-van-tra-loi', unitId: 'gdtrh' })).toEqual([]);
  });

  it('sees within a unit of work what that has written, and keeps nothing that is rolled back', async () => {
    const nameOf = async () => (await here.names.units(['gdtrh'])).get('gdtrh');
    const before = await nameOf();
    await expect(
      here.uow.run(async (tx) => {
        await tx.update(UnitEntity, { id: 'gdtrh' }, { name: 'Tên khác' });
        expect(await nameOf()).toBe('Tên khác');
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await nameOf()).toBe(before);
    await here.uow.run(async (tx) => {
      expect(await nameOf()).toBe(before);
      await tx.update(UnitEntity, { id: 'gdtrh' }, { name: 'Tên mới' });
    });
    expect(await nameOf()).toBe('Tên mới');
  });

  it('is kept by a process that reads in units of work alone, as committed', async () => {
    const work = () => there.uow.run(() => there.names.units(['gdtrh']));
    await work();
    const asked = await statementsOf(work, other.writer);
    expect(asked.filter((statement) => statement.startsWith('SELECT'))).toEqual([
      'SELECT "name", "version" FROM "reference_version"',
    ]);
  });

  it('is asked about once by a request that only reads, and anew after what that commits', async () => {
    await there.names.units(['gdtrh']);
    await there.staff.people();
    await there.authorities.all();
    const asked = await statementsOf(() =>
      inOneLook(async () => {
        await Promise.all([there.names.units(['gdtrh']), there.staff.person('ngoc')]);
        await there.authorities.all();
      }),
    );
    expect(asked).toEqual(['SELECT "name", "version" FROM "reference_version"']);
    await inOneLook(async () => {
      await here.staff.person('ngoc');
      await here.uow.run((tx) => tx.update(StaffEntity, { id: 'ngoc' }, { active: false }));
      await expect(here.staff.person('ngoc')).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  it('is read from each table by triggers that all migrations leave standing', async () => {
    const isServer = other.dialect === 'mssql';
    const names = isServer
      ? `SELECT "name" FROM sys.triggers WHERE "is_disabled" = 0`
      : `SELECT "name" FROM sqlite_master WHERE "type" = 'trigger'`;
    const found = (await other.reader.query<{ name: string }[]>(names)).map(({ name }) => name);
    const endings = isServer ? [''] : ['_insert', '_update', '_delete'];
    expect(found).toEqual(
      expect.arrayContaining(
        REFERENCE_TABLES.flatMap((table) => endings.map((ending) => `tr_${table}_counted${ending}`)),
      ),
    );
    const counted = [...(await other.referenceVersions.now()).keys()].sort();
    expect(counted).toEqual(REFERENCE_TABLES.toSorted());
  });
});
