import { createServer, type AddressInfo, type Server } from 'node:net';
import { performance } from 'node:perf_hooks';
import { LdapDirectoryLogin } from '../../integrations/directory-ldap/ldap-directory-login.js';
import { readDirectoryConfig, type DirectorySettings } from '../../integrations/directory-ldap/directory-config.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { typedCredentials } from '../../src/organisation/domain/sign-in/typed-credentials.js';
import { DirectoryLogin, type DirectoryAnswer } from '../../src/organisation/ports/directory-login.port.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FaultyProxy, type Toxic } from '../faults/support/faulty-proxy.js';
import { Slapd } from '../support/directory/slapd.js';
import { groupEntry, personEntry, writtenPeople, type WrittenPerson } from '../support/directory/written-people.js';
import { FixedClock } from '../support/fixed-clock.js';
import { TestApp } from '../support/test-app.js';
import { PASSWORD } from '../support/test-people.js';

const TIMEOUT_MS = 1500;
const LONG = 'Mật khẩu rất dài 🔑 '.repeat(10).slice(0, 200);

const PEOPLE = {
  ngoc: { uid: 'ngoc', fullName: 'Nguyễn Thị Hồng Ngọc', password: 'mật khẩu của Ngọc' },
  oddName: { uid: 'le(van)*\\an', fullName: 'Lê Văn An', password: 'x' },
  oddPlace: {
    uid: 'thang',
    fullName: 'Vũ Thắng',
    password: 'x',
    commonName: 'Vũ Đức Thắng, "Trưởng phòng" (GDTrH) + #1',
  },
  marks: { uid: 'đức', fullName: 'Vũ Đức', password: 'x' },
  long: { uid: 'dai', fullName: 'Đỗ Dài', password: LONG },
  locked: { uid: 'luc', fullName: 'Bùi Khóa', password: 'x', more: { pwdAccountLockedTime: '000001010000Z' } },
  expired: { uid: 'het', fullName: 'Ngô Hết', password: 'x', more: { shadowExpire: '20000' } },
  mustChange: { uid: 'doi', fullName: 'Lý Đổi', password: 'x', more: { pwdReset: 'TRUE' } },
  withoutPassword: { uid: 'khong', fullName: 'Đào Không' },
  one: { uid: 'trung', fullName: 'Trần Trùng', password: 'một' },
  other: { uid: 'trung', fullName: 'Lê Trùng', password: 'hai' },
  deep: { uid: 'sau', fullName: 'Hoàng Sâu', password: 'x' },
} satisfies Readonly<Record<string, WrittenPerson>>;

const dnOf = (person: WrittenPerson): string => personEntry(person).dn;
const groupDn = (name: string): string => groupEntry(name, []).dn;

/** `Vào được` holds Ngọc, and by two groups one in the other Sâu; the other two groups hold each other. */
const GROUPS = [
  groupEntry('Vào được (1)', [dnOf(PEOPLE.ngoc), groupDn('Phòng, ban')]),
  groupEntry('Phòng, ban', [groupDn('Tổ'), dnOf(PEOPLE.oddPlace)]),
  groupEntry('Tổ', [dnOf(PEOPLE.deep)]),
  groupEntry('Vòng A', [groupDn('Vòng B'), dnOf(PEOPLE.long)]),
  groupEntry('Vòng B', [groupDn('Vòng A')]),
];

/** Takes connections, counts them, and does with each what it is told. */
class RogueServer {
  connections = 0;

  private constructor(private readonly server: Server) {}

  static async open(answer: string): Promise<RogueServer> {
    const server = createServer();
    const rogue = new RogueServer(server);
    server.on('connection', (socket) => {
      rogue.connections += 1;
      socket.on('error', () => undefined).write(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return rogue;
  }

  get address(): string {
    return `127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  close(): void {
    this.server.close();
  }
}

describe('signing in by OpenLDAP', () => {
  let slapd: Slapd;
  let rogue: RogueServer;
  beforeAll(async () => {
    rogue = await RogueServer.open('');
    const referral = {
      dn: `ou=Noi khac,${Slapd.people}`,
      attributes: {
        objectClass: ['referral', 'extensibleObject'],
        ou: 'Noi khac',
        ref: `ldap://${rogue.address}/dc=khac`,
      },
    };
    const nobody = {
      dn: `uid=may,${Slapd.base}`,
      attributes: { objectClass: ['account', 'simpleSecurityObject'], uid: 'may', userPassword: 'x' },
    };
    const people = [...Object.values(PEOPLE), ...writtenPeople(200)].map((person) => personEntry(person));
    slapd = await Slapd.start({ entries: [...people, ...GROUPS, referral, nobody], sizeLimit: 100 });
  });
  afterAll(async () => {
    await slapd.close();
    rogue.close();
  });

  const settings = (change: Partial<DirectorySettings> = {}): DirectorySettings => ({
    url: slapd.url,
    caFile: slapd.ca,
    kind: 'openldap',
    account: Slapd.account,
    password: Slapd.password,
    base: Slapd.base,
    peopleFilter: undefined,
    requiredGroup: undefined,
    timeoutMs: TIMEOUT_MS,
    ...change,
  });

  function login(change: Partial<DirectorySettings> = {}): DirectoryLogin {
    return new LdapDirectoryLogin(readDirectoryConfig(settings(change)), new FixedClock('2026-03-18T02:00:00Z'));
  }

  /** As at the door: what cannot be an account and its password is asked of nobody. */
  async function knock(username: string, password: string, at = login()): Promise<DirectoryAnswer> {
    const given = typedCredentials(username, password);
    return given === null ? { kind: 'unknown' } : at.check(given.username, given.password);
  }

  it.each([
    ['a name and its password', 'ngoc', PEOPLE.ngoc.password, 'ngoc'],
    ['a name in capitals, for the account as the directory writes it', 'NGOC', PEOPLE.ngoc.password, 'ngoc'],
    ['a name with signs of a filter', 'le(van)*\\an', 'x', 'le(van)*\\an'],
    ['a person whose entry is named with commas, quotes, parentheses and letters of ours', 'thang', 'x', 'thang'],
    ['a name with letters of ours', 'đức', 'x', 'đức'],
    ['the same name, decomposed', 'đức'.normalize('NFD'), 'x', 'đức'],
    ['a password of 200 signs with a key among them', 'dai', LONG, 'dai'],
  ])('takes %s', async (_rule, username, password, name) => {
    const answer = await knock(username, password);
    expect(answer).toEqual({ kind: 'known', directoryId: expect.stringMatching(/^[\da-f-]{36}$/u) as string, name });
  });

  it.each([
    ['a wrong password', 'ngoc', 'sai'],
    ['the password of somebody else', 'ngoc', LONG],
    ['a password in other letters', 'ngoc', PEOPLE.ngoc.password.toUpperCase()],
    ['a name that nobody has', 'khong-ai', 'x'],
    ['an empty password, which a directory takes for success', 'ngoc', ''],
    ['a blank password', 'ngoc', '   '],
    ['a password that ends in NUL', 'ngoc', `${PEOPLE.ngoc.password}\0`],
    ['a name that ends in NUL', 'ngoc\0', PEOPLE.ngoc.password],
    ['a name of 10,000 signs', 'ngoc'.repeat(2500), PEOPLE.ngoc.password],
    ['a star', '*', 'x'],
    ['the beginning of a name and a star', 'ngo*', PEOPLE.ngoc.password],
    ['a filter within the name', 'ngoc)(uid=*', PEOPLE.ngoc.password],
    ['a filter that ends another one', '*)(objectClass=*))(|(uid=*', PEOPLE.ngoc.password],
    ['an escaped star', '\\2a', 'x'],
    ['the distinguished name in place of the name', dnOf(PEOPLE.ngoc).slice(0, 60), PEOPLE.ngoc.password],
    ['somebody without a password', 'khong', 'x'],
    ['an account that is no person', 'may', 'x'],
    ['our own account', 'hoi-am', Slapd.password],
  ])('does not take %s', async (_rule, username, password) => {
    expect(await knock(username, password)).toEqual({ kind: 'unknown' });
  });

  it.each([
    ['who is locked', 'luc', 'locked'],
    ['whose account has ended, which the directory does not heed', 'het', 'expired'],
    ['who must change the password first', 'doi', 'passwordExpired'],
  ])('bars somebody %s', async (_rule, username, why) => {
    expect(await knock(username, 'x')).toEqual({ kind: 'barred', why });
  });

  it.each(['một', 'hai'])('bars a name that two people bear, with the password of either: %s', async (password) => {
    expect(await knock('trung', password)).toEqual({ kind: 'barred', why: 'duplicate' });
  });

  it('never follows where the directory refers to', async () => {
    await knock('ngoc', PEOPLE.ngoc.password);
    await knock('khong-ai', 'x');
    expect(await knock('ngoc', PEOPLE.ngoc.password, login({ base: `ou=Noi khac,${Slapd.people}` }))).toMatchObject({
      kind: 'away',
    });
    expect(rogue.connections).toBe(0);
  });

  it.each([
    ['by itself', 'ngoc', PEOPLE.ngoc.password, 'Vào được (1)', 'known'],
    ['by a group, its name with a comma', 'thang', 'x', 'Vào được (1)', 'known'],
    ['by a group in a group', 'sau', 'x', 'Vào được (1)', 'known'],
    ['by a group in a ring', 'dai', LONG, 'Vòng B', 'known'],
    ['not, though in a ring of others', 'dai', LONG, 'Vào được (1)', 'barred'],
    ['not, being in no group', 'đức', 'x', 'Vào được (1)', 'barred'],
    ['to a group that is not there', 'ngoc', PEOPLE.ngoc.password, 'Không có', 'away'],
  ])('asks for a group: belongs %s', async (_rule, username, ...[password, group, kind]) => {
    const answer = await knock(username, password, login({ requiredGroup: groupDn(group) }));
    expect(answer.kind).toBe(kind);
  });

  it.each<[string, () => Partial<DirectorySettings>]>([
    ['whose certificate is for another address', () => ({ url: `ldaps://localhost:${String(slapd.port)}` })],
    ['for whom nobody vouches', () => ({ caFile: undefined })],
    ['that does not take our password', () => ({ password: 'sai' })],
    ['that has no such base', () => ({ base: 'dc=khong,dc=co' })],
    ['that is none, and silent', () => ({ url: `ldaps://${rogue.address}`, timeoutMs: 300 })],
    ['where nobody listens', () => ({ url: 'ldaps://127.0.0.1:1' })],
  ])('says that a directory is away %s', async (_rule, change) => {
    const began = performance.now();
    const answer = await knock('ngoc', PEOPLE.ngoc.password, login(change()));
    expect(answer.kind).toBe('away');
    expect(JSON.stringify(answer)).not.toMatch(/mật khẩu|(?<![a-z])ngoc(?![a-z])/u);
    expect(performance.now() - began).toBeLessThan(TIMEOUT_MS + 5000);
  });

  it('keeps to its time when the directory hangs, and is well as soon as it is', async () => {
    const same = login();
    slapd.hang();
    const began = performance.now();
    expect((await knock('ngoc', PEOPLE.ngoc.password, same)).kind).toBe('away');
    expect(performance.now() - began).toBeLessThan(TIMEOUT_MS + 5000);
    slapd.wake();
    expect((await knock('ngoc', PEOPLE.ngoc.password, same)).kind).toBe('known');
  });

  it.each<[string, Toxic]>([
    ['while the line is secured', { kind: 'limit', way: 'back', bytes: 900 }],
    ['while it answers', { kind: 'limit', way: 'back', bytes: 2200 }],
    ['without farewell', { kind: 'reset', way: 'back', bytes: 2200 }],
  ])('lets nobody in when the line is cut %s', async (_rule, toxic) => {
    const proxy = await FaultyProxy.before(slapd.url);
    const at = login({ url: `ldaps://127.0.0.1:${String(proxy.port)}` });
    expect((await knock('ngoc', PEOPLE.ngoc.password, at)).kind).toBe('known');
    await proxy.suffer(toxic);
    expect((await knock('ngoc', PEOPLE.ngoc.password, at)).kind).toBe('away');
    await proxy.close();
  });

  describe('at the door', () => {
    let app: TestApp;
    beforeAll(async () => {
      app = await TestApp.open({}, { adapters: new Map([[DirectoryLogin, login()]]) });
    });
    afterAll(() => app.close());

    it.each([
      ['somebody of the directory who works here', 'Ngoc', PEOPLE.ngoc.password, 303],
      ['nobody by a password that was kept here before', 'vanthu', PASSWORD, 401],
      ['the administrator by the password kept here', 'quantri', PASSWORD, 303],
      ['nobody with a wrong password', 'ngoc', 'sai', 401],
      ['nobody who is barred', 'luc', 'x', 401],
      ['nobody who does not work here', 'sau', 'x', 403],
    ])('lets in %s', async (_rule, username, password, status) => {
      expect((await app.browser().signIn(username, password)).statusCode).toBe(status);
    });

    it.each([
      ['in the address', '?username=ngoc&password=m%E1%BA%ADt%20kh%E1%BA%A9u%20c%E1%BB%A7a%20Ng%E1%BB%8Dc', {}, 401],
      ['as a list', '', { username: ['ngoc', 'ngoc'], password: PEOPLE.ngoc.password }, 422],
      ['as an object', '', { username: 'ngoc', 'password[$ne]': '' }, 401],
    ])('lets nobody in by what is given %s', async (_rule, query, fields, status) => {
      const browser = app.browser();
      await browser.get('/dang-nhap');
      expect((await browser.post(`/dang-nhap${query}`, fields)).statusCode).toBe(status);
    });

    it('does not take a namesake for the person who works here', async () => {
      await app.nest
        .get(UnitOfWork)
        .run((tx) =>
          tx.update(StaffEntity, { username: 'thang' }, { directoryId: '00000000-0000-0000-0000-000000000000' }),
        );
      expect((await app.browser().signIn('thang', 'x')).statusCode).toBe(403);
    });

    it('takes as long for a name that nobody has as for a wrong password, and writes down who was barred', async () => {
      for (const username of ['ngoc', 'khong-ai']) {
        const began = performance.now();
        await app.browser().signIn(username, 'sai');
        expect(performance.now() - began).toBeGreaterThan(500);
      }
      await app.browser().signIn('luc', 'x');
      const lines = app.nest.get(Database).reader.getRepository(JournalEntryEntity);
      expect(await lines.findOneBy({ action: 'account.barred' })).toMatchObject({
        objectId: 'luc',
        detail: { why: 'locked' },
      });
    });

    it('says so when the directory is away, and the administrator comes in all the same', async () => {
      await slapd.stop();
      const answer = await app.browser().signIn('ngoc', PEOPLE.ngoc.password);
      expect([answer.statusCode, answer.body.includes('đang không trả lời')]).toEqual([503, true]);
      expect((await app.browser().signIn('quantri')).statusCode).toBe(303);
      await slapd.restart();
      expect((await app.browser().signIn('ngoc', PEOPLE.ngoc.password)).statusCode).toBe(303);
    });
  });
});
