import { readSettings } from '../../src/config/settings.js';
import { Journal } from '../../src/journal/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { AccountKeys } from '../../src/organisation/application/account-keys.js';
import { DirectoryTries } from '../../src/organisation/application/directory-tries.js';
import { KnownDevices } from '../../src/organisation/application/known-devices.js';
import { SecondFactors } from '../../src/organisation/application/second-factors.js';
import { SlowDown, type Knock } from '../../src/organisation/application/slow-down.js';
import { codeOf, stepOf } from '../../src/organisation/domain/sign-in/totp.js';
import {
  RecoveryCodeEntity,
  SecondFactorEntity,
  SignInAttemptEntity,
} from '../../src/organisation/persistence/account.entities.js';
import type { RunState } from '../../src/organisation/domain/directory/directory-run.js';
import { DirectoryRunEntity } from '../../src/organisation/persistence/directory-run.entity.js';
import { DirectoryLogin, type DirectoryAnswer } from '../../src/organisation/ports/directory-login.port.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { safetyChecks } from '../../src/safety/domain/safety-checks.js';
import { readSafetyFacts } from '../../src/safety/index.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { settle } from '../support/test-people.js';

const SECOND = 1_000;
const DAY = 86_400_000;

let test: TestDatabase;
let clock: FixedClock;
let uow: UnitOfWork;
let keys: AccountKeys;

beforeAll(async () => {
  test = await openTestDatabase();
  clock = new FixedClock('2026-03-18T02:00:00Z');
  uow = new UnitOfWork(test.database);
  keys = new AccountKeys(readSettings({ NODE_ENV: 'test', HOI_AM_DATA: test.directory }));
});
afterAll(() => test.close());

describe('wrong tries at the door', () => {
  const knock = (change: Partial<Knock>): Knock => ({
    account: 'ngoc',
    address: '10.1.1.1',
    device: undefined,
    ...change,
  });
  /** What a try comes to: whether it was looked at, else for how many seconds not. */
  const tried = async (change: Partial<Knock>, isKnown = false, isWrong = true): Promise<'looked' | number> => {
    try {
      await new SlowDown(uow, clock, keys).around(knock(change), isKnown, () => Promise.resolve({ isWrong }));
      return 'looked';
    } catch (error) {
      return (error as { details: { waitSeconds: number } }).details.waitSeconds;
    }
  };

  it('slow down the account from anywhere, not the device that it knows', async () => {
    for (let n = 0; n < 5; n += 1) expect(await tried({ address: `10.9.0.${n}` })).toBe('looked');
    expect(await tried({ address: '10.9.0.77' })).toBe(5);
    expect(await tried({ device: 'a' }, true)).toBe('looked');
    clock.advance(5 * SECOND);
    expect(await tried({ address: '10.9.0.77' })).toBe('looked');
    expect(await tried({ address: '10.9.0.78' })).toBe(10);
    expect(await tried({ account: 'thang', address: '10.9.0.78' })).toBe('looked');
  });

  it('slow down an address that goes through accounts, and right ones in between help it nothing', async () => {
    const address = '10.8.0.1';
    for (let n = 0; n < 20; n += 1) {
      expect(await tried({ account: 'own', address }, false, false)).toBe('looked');
      expect(await tried({ account: `nguoi-${n}`, address })).toBe('looked');
    }
    expect(await tried({ account: 'nguoi-99', address })).toBe(5);
    expect(await tried({ account: 'nguoi-99', address: '10.8.0.2' })).toBe('looked');
  });

  it('are counted before they are looked at, so that many at once are not many free ones', async () => {
    const all = Array.from({ length: 30 }, () => tried({ account: 'vanthu', address: '10.7.0.1' }));
    expect((await Promise.all(all)).filter((result) => result === 'looked')).toHaveLength(5);
  });

  it('give a known device a new beginning when the person was right', async () => {
    const device = { account: 'khanh', device: 'b' };
    for (let n = 0; n < 4; n += 1) await tried(device, true);
    expect(await tried(device, true, false)).toBe('looked');
    for (let n = 0; n < 5; n += 1) expect(await tried(device, true)).toBe('looked');
    expect(await tried(device, true)).toBe(5);
  });

  it('reach the directory fewer times than lock an account there, and the own desk still gets in', async () => {
    let asked = 0;
    class Counting extends DirectoryLogin {
      override readonly isOn = true;

      override check(name: string, password: string): Promise<DirectoryAnswer> {
        asked += 1;
        return Promise.resolve(password === 'đúng' ? { kind: 'known', directoryId: 'd', name } : { kind: 'unknown' });
      }
    }
    const settings = readSettings({ NODE_ENV: 'test', HOI_AM_DATA: test.directory });
    const tries = new DirectoryTries(uow, clock, keys, settings, new Counting());
    const guess = async (name: string) => (await tries.check(name, 'sai', false)).kind;
    const kinds = await Promise.all(
      ['Bích', 'bich', 'BÍCH', 'bí ch', 'bich'].map((name) => guess(name).catch(() => 'busy')),
    );
    while (asked < 3) kinds.push(await guess('bich'));
    expect([asked, await guess('bich'), kinds.filter((kind) => kind === 'unknown').length]).toEqual([3, 'resting', 3]);
    expect(await tries.check('bich', 'đúng', false)).toEqual({ kind: 'resting', waitSeconds: 1800 });
    expect((await tries.check('bich', 'sai', true)).kind).toBe('unknown');
    expect((await tries.check('bich', 'sai', true)).kind).toBe('resting');
    clock.advance(30 * 60 * SECOND);
    expect((await tries.check('bich', 'đúng', false)).kind).toBe('known');
    for (let n = 0; n < 3; n += 1) expect(await guess('bich')).toBe('unknown');
  });

  it('give it none while a code is still owed', async () => {
    const device = { account: 'giamsat', device: 'c' };
    const half = (): Promise<unknown> =>
      new SlowDown(uow, clock, keys).around(knock(device), true, () =>
        Promise.resolve({ isWrong: false, owesMore: true }),
      );
    for (let n = 0; n < 5; n += 1) {
      expect(await tried(device, true)).toBe('looked');
      if (n < 4) await half();
    }
    expect(await tried(device, true)).toBe(5);
  });

  it('are of one account, however its name is spelled', async () => {
    for (const account of ['Bình', 'bình'.normalize('NFD'), 'BINH', ' b i n h ', 'ｂｉｎｈ']) {
      expect(await tried({ account, address: '10.5.0.1' })).toBe('looked');
    }
    expect(await tried({ account: 'binh', address: '10.5.0.2' })).toBe(5);
  });

  it('are not counted when nobody could tell, and are forgotten after a day', async () => {
    const failing = new SlowDown(uow, clock, keys).around(knock({ account: 'luc' }), false, () =>
      Promise.reject(new Error('directory away')),
    );
    await expect(failing).rejects.toThrow('directory away');
    clock.advance(DAY + SECOND);
    await tried({ account: 'ai-do', address: '10.6.0.1' });
    expect(await test.database.reader.manager.count(SignInAttemptEntity)).toBe(2);
  });

  it('leave nothing of what was typed', async () => {
    await tried({ account: 'mật khẩu gõ nhầm ô' });
    const rows = JSON.stringify(await test.database.reader.manager.find(SignInAttemptEntity));
    expect(rows).not.toMatch(/gõ nhầm|10\.1\.1/u);
  });
});

describe('known devices', () => {
  it('are known to whom they let in, and to nobody else', async () => {
    const devices = new KnownDevices(test.database, uow, clock);
    const cookie = await devices.remember(undefined, 'ngoc');
    expect(await devices.remember(cookie, 'thang')).toBe(cookie);
    expect(await Promise.all(['ngoc', 'thang', 'luc'].map((id) => devices.knows(cookie, id)))).toEqual([
      true,
      true,
      false,
    ]);
    expect(await devices.knows("' or 1=1", 'ngoc')).toBe(false);
    expect(await devices.remember('chosen by an attacker', 'ngoc')).not.toBe('chosen by an attacker');
  });
});

describe('a second factor', () => {
  const actor: Actor = { id: 'quantri', name: 'Lê Văn An', unitId: null, roles: ['administrator'] };
  let factors: SecondFactors;
  let secret: Buffer;
  const codeNow = (): string => codeOf(secret, stepOf(clock.now()));
  beforeAll(() => {
    factors = new SecondFactors(test.database, uow, clock, keys, new Journal(clock));
  });

  it('counts from its first code, and is sealed', async () => {
    const { sealed, ...shown } = await factors.begin(actor.id, 'quantri', undefined);
    expect(await factors.begin(actor.id, 'quantri', sealed)).toEqual({ sealed, ...shown });
    expect(await factors.isOn(actor.id)).toBe(false);
    await expect(factors.confirm(actor, sealed, '000000')).rejects.toMatchObject({ code: 'input-invalid' });
    secret = await keys.open(actor.id, sealed);
    await expect(keys.open('somebody else', sealed)).rejects.toThrow();
    expect(await factors.confirm(actor, sealed, codeNow())).toHaveLength(8);
    expect(await factors.isOn(actor.id)).toBe(true);
    const row = await test.database.reader.manager.findOneByOrFail(SecondFactorEntity, { staffId: actor.id });
    expect(JSON.stringify(row)).not.toContain(secret.toString('base64url'));
  });

  it('takes each code once, of many at the same time too', async () => {
    expect(await factors.accept(actor.id, codeNow())).toBe(false);
    clock.advance(30 * SECOND);
    const answers = await Promise.all(Array.from({ length: 5 }, () => factors.accept(actor.id, codeNow())));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('takes each code of the sheet once, however it is written, and a new sheet ends the old', async () => {
    const [first = '', second = ''] = await factors.renewRecoveryCodes(actor);
    expect(await factors.accept(actor.id, first.toLowerCase().replaceAll('-', ' '))).toBe(true);
    expect(await factors.accept(actor.id, first)).toBe(false);
    expect((await factors.standing(actor.id)).recoveryCodesLeft).toBe(7);
    await factors.renewRecoveryCodes(actor);
    expect(await factors.accept(actor.id, second)).toBe(false);
    const rows = await test.database.reader.manager.find(RecoveryCodeEntity);
    expect(JSON.stringify(rows)).not.toContain(second.replaceAll('-', ''));
  });

  it('is gone when it is taken away', async () => {
    await factors.remove(actor, actor.id);
    clock.advance(30 * SECOND);
    expect([await factors.isOn(actor.id), await factors.accept(actor.id, codeNow())]).toEqual([false, false]);
    expect(await test.database.reader.manager.count(RecoveryCodeEntity)).toBe(0);
  });
});

describe('how the accounts of an installation stand', () => {
  const check = async (environment: Readonly<Record<string, string>>, name: string): Promise<string> => {
    const settings = readSettings({ NODE_ENV: 'test', HOI_AM_DATA: test.directory, ...environment });
    const checks = safetyChecks(await readSafetyFacts(settings, test.database, clock.now()));
    const found = checks.find((one) => one.check === name);
    return `${found?.state ?? ''}: ${found?.found ?? ''}`;
  };
  const DIRECTORY = {
    LDAP_URL: 'ldaps://dc1.sgddt.example',
    LDAP_BIND_DN: 'cn=hoi-am',
    LDAP_BIND_PASSWORD: 'x',
    LDAP_BASE: 'dc=sgddt',
    LDAP_SYNC_AT: '02:00',
  };
  const reading = (id: string, state: RunState, reason: string | null): DirectoryRunEntity => ({
    ...{
      id,
      kind: 'full',
      state,
      underWay: null,
      byId: 'system',
      byName: 'Hệ thống',
      reason,
      plan: null,
      planHash: null,
      needs: null,
    },
    ...{ approvedById: null, approvedByName: null, approvedHash: null, mark: null },
    ...{ startedAt: clock.now(), movedAt: clock.now(), finishedAt: clock.now() },
    ...{ seen: 0, added: 0, changed: 0, disabled: 0, untouched: 0, refused: 0 },
  });

  beforeAll(async () => {
    await settle(test.database);
    await new KnownDevices(test.database, uow, clock).remember(undefined, 'khanh');
  });

  it('names people who have not signed in for ninety days, once the installation is that old', async () => {
    expect(await check({}, 'unused-accounts')).toContain('chưa đủ 90 ngày');
    clock.advance(91 * DAY);
    await new KnownDevices(test.database, uow, clock).remember(undefined, 'ngoc');
    const found = await check({}, 'unused-accounts');
    expect(found).toContain('weak: 6 tài khoản');
    expect(found).toContain('Đỗ Quốc Khánh');
    expect(found).not.toContain('Nguyễn Thị Hồng Ngọc');
    expect(await check({ ACCOUNT_UNUSED_DAYS: '45' }, 'unused-accounts')).toMatch(
      /^good: Tự khóa sau 45 ngày không đăng nhập\. Đang khóa 5 tài khoản .*Đỗ Quốc Khánh/u,
    );
  });

  it('names administrators without a second factor where one is demanded', async () => {
    expect(await check({ SECOND_FACTOR: 'administrators' }, 'second-factor')).toContain('chưa cài: Lê Văn An');
  });

  it('says of the directory when it was read, and whether somebody comes in without it', async () => {
    expect(await check(DIRECTORY, 'directory')).toContain('chưa đồng bộ lần nào');
    await uow.run((tx) => tx.insert(DirectoryRunEntity, reading('1', 'applied', null)));
    expect(await check(DIRECTORY, 'directory')).toContain('good: Đang nối; đồng bộ lần cuối ngày');
    clock.advance(SECOND);
    await uow.run((tx) => tx.insert(DirectoryRunEntity, reading('2', 'failed', 'Thư mục trả lời thiếu.')));
    expect(await check(DIRECTORY, 'directory')).toContain(
      'bad: Lần đồng bộ gần nhất không thành công: Thư mục trả lời thiếu.',
    );
    expect(await check(DIRECTORY, 'break-glass')).toContain('good: 1 quản trị');
    expect(await check({}, 'break-glass')).toContain('Không cần');
  });

  it('says which secrets stand in variables, and where files are scanned', async () => {
    expect(await check({ METRICS_TOKEN: 'x'.repeat(20) }, 'secrets')).toContain('METRICS_TOKEN');
    expect(await check({ CLAMD_ADDRESS: '10.0.0.9:3310' }, 'antivirus')).toContain('không mã hóa');
    expect(await check({ CLAMD_ADDRESS: '127.0.0.1:3310' }, 'antivirus')).toContain('good');
    const lines = { SYSLOG_URL: 'tcp://10.0.0.9:601', TRACES_URL: 'http://127.0.0.1:4318' };
    expect(await check(lines, 'lines')).toBe('weak: Đi qua mạng không mã hóa: SYSLOG_URL.');
  });
});
