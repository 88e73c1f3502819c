import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { certificateEnd } from '../../integrations/directory-ldap/certificate-end.js';
import { LdapStaffSource, type StaffDirectoryConfig } from '../../integrations/directory-ldap/ldap-staff-source.js';
import { runDirectory } from '../../src/cli/directory.js';
import { outsideChecks } from '../../src/cli/doctor/doctor-outside.js';
import { NoVirusScanner } from '../../src/files/index.js';
import { RecordSealEntity, VerifyRecords } from '../../src/journal/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { SYSTEM, type Actor } from '../../src/kernel/actor.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { StaffEntity, SyncDirectory, type DirectoryRunEntity, type RunWish } from '../../src/organisation/index.js';
import { StaffSource } from '../../src/organisation/ports/staff-source.port.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SEALED_RECORDS } from '../../src/bootstrap/sealed-records.js';
import { Slapd } from '../support/directory/slapd.js';
import { personEntry, writtenPeople } from '../support/directory/written-people.js';
import { TestApp } from '../support/test-app.js';

const ADMINISTRATOR: Actor = { ...SYSTEM, id: 'quantri', name: 'Lê Văn An', roles: ['administrator'] };
const OFFICE = `ou=Van phong,${Slapd.base}`;
const SECONDARY = `ou=Trung hoc,${Slapd.base}`;
/** More than the server gives in one answer. */
const MANY = 5000;
const LIMIT = 500;

const place = (dn: string, ou: string) => ({ dn, attributes: { objectClass: 'organizationalUnit', ou } });

function lineTo(slapd: Slapd, more: Partial<StaffDirectoryConfig> = {}): StaffDirectoryConfig {
  return {
    ...{ url: slapd.url, ca: readFileSync(slapd.ca, 'utf8'), account: Slapd.account, password: Slapd.password },
    ...{ base: Slapd.base, peopleFilter: '(objectClass=inetOrgPerson)', kind: 'openldap', timeoutMs: 20_000 },
    ...more,
  };
}

/** A directory that a test may put another line under. */
class Switched extends StaffSource {
  override readonly isOn = true;
  override readonly place = 'thử';

  constructor(public standing: StaffSource) {
    super();
  }

  override readAll(...args: Parameters<StaffSource['readAll']>): ReturnType<StaffSource['readAll']> {
    return this.standing.readAll(...args);
  }

  override readSince(...args: Parameters<StaffSource['readSince']>): ReturnType<StaffSource['readSince']> {
    return this.standing.readSince(...args);
  }

  override stillThere(...args: Parameters<StaffSource['stillThere']>): ReturnType<StaffSource['stillThere']> {
    return this.standing.stillThere(...args);
  }
}

/** Each step follows the one before. */
describe('staff and an OpenLDAP', () => {
  let slapd: Slapd;
  let source: Switched;
  let app: TestApp;

  beforeAll(async () => {
    const people = writtenPeople(MANY).map((person, index) =>
      personEntry(person, index % 2 === 0 ? OFFICE : SECONDARY),
    );
    const places = [place(OFFICE, 'Van phong'), place(SECONDARY, 'Trung hoc')];
    slapd = await Slapd.start({ entries: [...places, ...people], sizeLimit: LIMIT });
    source = new Switched(new LdapStaffSource(lineTo(slapd)));
    app = await TestApp.open(
      {
        LDAP_SYNC_ATTRIBUTES:
          'username=uid,fullName=displayName,position=title,email=mail,phone=telephoneNumber,eOfficeCode=employeeNumber',
        LDAP_SYNC_UNITS: `${OFFICE}=>van-phong; ${SECONDARY}=>gdtrh`,
      },
      { adapters: new Map([[StaffSource, source]]) },
    );
  }, 300_000);
  afterAll(async () => {
    await app.close();
    await slapd.close();
  });

  const sync = (wish: Partial<RunWish> = {}): Promise<DirectoryRunEntity> => {
    app.clock.advance(60_000);
    return app.nest.get(SyncDirectory).now(ADMINISTRATOR, { kind: 'full', isDry: false, approvedHash: null, ...wish });
  };
  const counts = ({ state, added, changed, disabled, untouched, refused }: DirectoryRunEntity) => ({
    ...{ state, added, changed, disabled, untouched, refused },
  });
  const staff = (username: string) => app.nest.get(Database).reader.manager.findOneByOrFail(StaffEntity, { username });
  const everybody = () => app.nest.get(Database).reader.manager.countBy(StaffEntity, { active: true });
  const dnOf = async (username: string) => (await staff(username)).directoryName ?? '';

  describe('looked at by the doctor', () => {
    const doctor = async (change: Partial<StaffDirectoryConfig> = {}, now = new Date()): Promise<readonly string[]> => {
      const line = lineTo(slapd, change);
      const checks = await outsideChecks({
        staff: new LdapStaffSource(line),
        certificateEnds: () => certificateEnd({ ...line, requiredGroup: undefined }),
        scanner: new NoVirusScanner(),
        now,
      });
      return checks.map(({ ok, message, mend }) => `${ok ? 'tốt' : 'hỏng'}: ${message} ${mend}`);
    };

    it('is well when it has people, by a certificate that holds', async () => {
      const [certificate, people] = await doctor();
      expect(certificate).toMatch(/^tốt: Chứng thư của thư mục ldaps:.* còn \d+ ngày/u);
      expect(people).toContain(`tốt: Thư mục nhận tài khoản của phần mềm và có ${String(MANY)} người.`);
    });

    it.each<[string, Partial<StaffDirectoryConfig>, string]>([
      ['the password of our account', { password: 'sai' }, 'LDAP_BIND_PASSWORD'],
      ['the base', { base: 'ou=khac,dc=sgddt,dc=example' }, 'LDAP_BASE'],
      ['the authority', { ca: undefined }, 'LDAP_CA'],
      ['the address', { url: 'ldaps://127.0.0.1:1' }, 'LDAP_URL'],
      ['the filter', { peopleFilter: '(uid=khong-ai)' }, 'LDAP_PEOPLE_FILTER'],
    ])('is ill when %s is wrong, and says what to do', async (_what, change, mend) => {
      const wrong = (await doctor(change)).filter((line) => line.startsWith('hỏng'));
      expect(wrong).toEqual([expect.stringContaining(mend) as string]);
    });

    it('is ill in time before its certificate ends', async () => {
      const [, days = ''] = /còn (\d+) ngày/u.exec((await doctor())[0] ?? '') ?? [];
      const late = new Date(Date.now() + (Number(days) - 20) * 86_400_000);
      expect((await doctor({}, late))[0]).toMatch(/^hỏng: .* Xin cấp/u);
    });
  });

  it('shows what it would do and does nothing', async () => {
    const run = await sync({ isDry: true });
    expect(counts(run)).toEqual({ state: 'planned', added: MANY, changed: 0, disabled: 0, untouched: 0, refused: 0 });
    expect(run.seen).toBe(MANY);
    expect(await everybody()).toBe(7);
  });

  it('rule 63: adds everybody by pages, without a role, each with a line of the journal', async () => {
    expect(counts(await sync())).toMatchObject({ state: 'applied', added: MANY });
    expect(await staff('cb00001')).toMatchObject({ unitId: 'van-phong', roles: [], active: true, passwordHash: null });
    const added = { action: 'staff.sync.add' };
    expect(await app.nest.get(Database).reader.manager.countBy(JournalEntryEntity, added)).toBe(MANY);
    expect(counts(await sync())).toMatchObject({ added: 0, changed: 0, disabled: 0, untouched: MANY });
  });

  it('follows a person through another name and another place, and ends the roles of the old unit', async () => {
    const { id } = await staff('cb00001');
    await app.nest.get(UnitOfWork).run((tx) => tx.update(StaffEntity, { id }, { roles: ['contactOfficer'] }));
    await slapd.change(
      `dn: ${await dnOf('cb00001')}\nchangetype: modrdn\nnewrdn: cn=Doi ten\ndeleteoldrdn: 1\nnewsuperior: ${SECONDARY}\n`,
      `\ndn: cn=Doi ten,${SECONDARY}\nchangetype: modify\nreplace: uid\nuid: ten.moi\n`,
    );
    expect(counts(await sync({ kind: 'delta' }))).toMatchObject({ state: 'applied', changed: 1, disabled: 0 });
    expect(await staff('ten.moi')).toMatchObject({ id, unitId: 'gdtrh', roles: [] });
    await app.work();
    const notices = await app.nest.get(Database).reader.manager.findBy(NoticeEntity, { staffId: 'quantri' });
    expect(notices.map(({ words }) => words)).toEqual([expect.stringContaining('1 người đổi đơn vị')]);
  });

  it('rule 63: ends who was deleted there by reading everybody, not by changes', async () => {
    const dn = await dnOf('cb00002');
    await slapd.change(`dn: ${dn}\nchangetype: delete\n`);
    expect(counts(await sync({ kind: 'delta' }))).toMatchObject({ disabled: 0 });
    expect(counts(await sync())).toMatchObject({ state: 'applied', disabled: 1, untouched: MANY - 1 });
    expect(await staff('cb00002')).toMatchObject({ active: false, leftAt: app.clock.now() });
  });

  const command = (...args: string[]) => runDirectory(['sync', ...args], () => Promise.resolve(kept(app)));

  it('says on the command line what it would do', async () => {
    await slapd.change(`dn: ${await dnOf('cb00004')}\nchangetype: modify\nreplace: title\ntitle: Văn thư\n`);
    app.clock.advance(60_000);
    const { exitCode, lines } = await command('--dry-run', '--json');
    expect({ exitCode, ...(JSON.parse(lines[0] ?? '') as object) }).toMatchObject({
      ...{ exitCode: 0, added: 0, changed: 1, disabled: 0, untouched: MANY - 2, refused: 0 },
      plan: [{ act: 'change', username: 'cb00004', changes: [{ field: 'position', after: 'Văn thư' }] }],
    });
    expect(await staff('cb00004')).toMatchObject({ position: 'Nhân viên' });
    expect((await command('--approve', 'x')).exitCode).toBe(2);
  });

  it('is looked at and carried out on its page, by an administrator alone', async () => {
    const clerk = await app.browserOf('vanthu');
    expect((await clerk.get('/dong-bo-nhan-su')).statusCode).toBe(403);
    const administrator = await app.browserOf('quantri');
    await administrator.get('/dong-bo-nhan-su');
    app.clock.advance(60_000);
    await administrator.post('/dong-bo-nhan-su/xem-truoc', { kind: 'full' });
    expect((await administrator.get('/dong-bo-nhan-su')).body).toContain('Đang chờ đọc thư mục');
    await app.work();
    const { body } = await administrator.get('/dong-bo-nhan-su');
    expect(body).toContain('chức vụ: Nhân viên → Văn thư');
    const [, id = ''] = /dong-bo-nhan-su\/([0-9a-f-]{36})\/ap-dung/u.exec(body) ?? [];
    const [, planHash = ''] = /name="planHash" value="([0-9a-f]{64})"/u.exec(body) ?? [];
    await administrator.post(`/dong-bo-nhan-su/${id}/ap-dung`, { planHash: 'a'.repeat(64) });
    await administrator.post(`/dong-bo-nhan-su/${id}/ap-dung`, { planHash });
    await app.work();
    expect((await administrator.get('/dong-bo-nhan-su')).body).toContain('Đã áp dụng');
    expect(await staff('cb00004')).toMatchObject({ position: 'Văn thư' });
  });

  it('brings the code in the e-office, shows it first, and lets no two people have one', async () => {
    const code = async (username: string, change: string) =>
      slapd.change(`dn: ${await dnOf(username)}\nchangetype: modify\n${change}\n`);
    await code('cb00005', 'add: employeeNumber\nemployeeNumber: an.tv');
    app.clock.advance(60_000);
    expect((await command('--dry-run')).lines.join('\n')).toContain(
      '(cb00005): mã trên hệ thống quản lý văn bản (trống) → “an.tv”.',
    );
    expect(await staff('cb00005')).toMatchObject({ eOfficeCode: null });
    expect(counts(await sync())).toMatchObject({ state: 'applied', changed: 1 });
    const { id } = await staff('cb00005');
    expect(await staff('cb00005')).toMatchObject({ eOfficeCode: 'an.tv' });
    await code('cb00006', 'add: employeeNumber\nemployeeNumber: AN.TV');
    const twice = await sync();
    expect(counts(twice)).toMatchObject({ state: 'applied', changed: 0, refused: 1 });
    expect(twice.plan?.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining(
        '(cb00006): mã trên hệ thống quản lý văn bản AN.TV trùng với mã của người khác',
      ) as string,
    ]);
    await code('cb00006', 'delete: employeeNumber');
    await app.nest.get(UnitOfWork).run((tx) => tx.update(StaffEntity, { id }, { roles: ['leader'] }));
    await code('cb00005', 'delete: employeeNumber');
    const asked = await sync();
    expect(asked).toMatchObject({ state: 'planned', needs: ['signerCode'] });
    expect(await staff('cb00005')).toMatchObject({ eOfficeCode: 'an.tv' });
    expect(counts(await sync({ approvedHash: asked.planHash }))).toMatchObject({ state: 'applied', changed: 1 });
    expect(await staff('cb00005')).toMatchObject({ eOfficeCode: null, roles: ['leader'] });
    expect(await staff('khanh')).toMatchObject({ eOfficeCode: 'khanh' });
  });

  it('waits for a person’s word on the very plan when more than the share would be stopped', async () => {
    const office = new LdapStaffSource(lineTo(slapd, { base: OFFICE }));
    const held = Object.assign(new Switched(office), { stillThere: () => Promise.resolve([]) });
    source.standing = held;
    const run = await sync();
    expect({ ...counts(run), needs: run.needs }).toMatchObject({ state: 'planned', needs: ['share'] });
    expect(await everybody()).toBe(7 + MANY - 1);
    expect(await sync({ approvedHash: 'a'.repeat(64) })).toMatchObject({ state: 'failed' });
    expect(await everybody()).toBe(7 + MANY - 1);
    source.standing = new LdapStaffSource(lineTo(slapd));
  });

  it.each<[string, (slapd: Slapd) => StaffSource, RegExp]>([
    ['leaves out people who are there', (at) => cutShort(new LdapStaffSource(lineTo(at))), /trả lời thiếu: \d+ người/u],
    [
      'has nobody',
      (at) => new LdapStaffSource(lineTo(at, { peopleFilter: '(uid=nobody)' })),
      /không trả về người nào/u,
    ],
    [
      'knows no such place',
      (at) => new LdapStaffSource(lineTo(at, { base: 'ou=Khong co,dc=sgddt,dc=example' })),
      /LDAP_BASE/u,
    ],
    ['does not know us', (at) => new LdapStaffSource(lineTo(at, { password: 'sai' })), /LDAP_BIND_DN/u],
    ['proves itself by nobody we know', (at) => new LdapStaffSource(lineTo(at, { ca: undefined })), /Chứng thư/u],
    ['is gone', (at) => new LdapStaffSource(lineTo(at, { url: 'ldaps://localhost:1' })), /không trả lời/u],
  ])('changes nothing when the directory %s', async (_flaw, other, reason) => {
    source.standing = other(slapd);
    const run = await sync();
    source.standing = new LdapStaffSource(lineTo(slapd));
    expect(run).toMatchObject({ state: 'failed', reason: expect.stringMatching(reason) as string });
    expect(await everybody()).toBe(7 + MANY - 1);
  });

  it('is stopped in the middle of an answer, and changes nothing', async () => {
    source.standing = new LdapStaffSource(lineTo(slapd, { timeoutMs: 1_000 }));
    const hanging = Object.assign(new Switched(source.standing), {
      readAll: (wish: Parameters<StaffSource['readAll']>[0]) =>
        new LdapStaffSource(lineTo(slapd, { timeoutMs: 1_000 })).readAll({
          ...wish,
          onPage: (seen) => {
            slapd.hang();
            return wish.onPage(seen);
          },
        }),
    });
    source.standing = hanging;
    const run = await sync();
    slapd.wake();
    source.standing = new LdapStaffSource(lineTo(slapd));
    expect(run).toMatchObject({ state: 'failed', reason: 'Thư mục không trả lời trọn vẹn. Chưa đổi gì.' });
    expect(counts(await sync())).toMatchObject({ state: 'applied', disabled: 0, untouched: MANY - 1 });
  });

  it('seals each account that it writes', async () => {
    const flaws = await new VerifyRecords(app.nest.get(Database), SEALED_RECORDS).verify();
    // Two were given a role past the program, by tests above.
    expect(flaws.filter(({ code }) => code !== 'record-was-changed')).toEqual([]);
    expect(flaws).toHaveLength(2);
    const { reader } = app.nest.get(Database);
    const written = await reader.getRepository(StaffEntity).findBy({ directoryId: Not(IsNull()) });
    const sealed = new Set(
      (await reader.getRepository(RecordSealEntity).findBy({ kind: 'staff' })).map(({ id }) => id),
    );
    expect(written.filter(({ id }) => !sealed.has(id))).toEqual([]);
  });

  it('follows nobody to another server', async () => {
    await slapd.change(
      `dn: ou=Noi khac,${Slapd.base}\nchangetype: add\nobjectClass: referral\nobjectClass: extensibleObject\nou: Noi khac\nref: ldaps://rogue.example/ou=Noi khac,${Slapd.base}\n`,
    );
    expect(await sync()).toMatchObject({ state: 'failed', reason: expect.stringContaining('máy chủ khác') as string });
  });
});

/** The use cases of the app for a command, which ends what it opened. */
function kept({ nest }: TestApp): INestApplicationContext {
  return Object.create(nest, { close: { value: () => Promise.resolve() } }) as INestApplicationContext;
}

/** The first page only, as a server behind a careless proxy would answer. */
function cutShort(source: LdapStaffSource): StaffSource {
  const cut = new Switched(source);
  return Object.assign(cut, {
    readAll: async (...args: Parameters<StaffSource['readAll']>) => {
      const reading = await source.readAll(...args);
      return { ...reading, people: reading.people.slice(0, reading.people.length - 5) };
    },
  });
}
