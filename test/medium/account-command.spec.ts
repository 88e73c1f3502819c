import { Test } from '@nestjs/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { AccountsModule } from '../../src/bootstrap/accounts.module.js';
import { runAccount } from '../../src/cli/account.js';
import { refused } from '../../src/cli/outcome.js';
import { readSettings } from '../../src/config/settings.js';
import { SignIn } from '../../src/organisation/index.js';
import { StaffEntity, UnitEntity } from '../../src/organisation/persistence/organisation.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const FIRST = 'trà sen buổi sáng';
const SECOND = 'cà phê sữa đá chiều';

describe('hoi-am account', () => {
  let test: TestDatabase;
  let context: INestApplicationContext;
  beforeAll(async () => {
    test = await openTestDatabase();
    const settings = readSettings({ NODE_ENV: 'test', HOI_AM_DATA: test.directory, HOI_AM_LOG: 'silent' });
    const clock = new FixedClock('2026-03-18T02:00:00Z');
    const appContext = { settings, database: test.database, clock, jobs: { declared: [], handlers: {} } };
    const module = await Test.createTestingModule({ imports: [AccountsModule.on(appContext)] }).compile();
    // Each command closes what it opened; here the next one needs it too.
    context = Object.assign(await module.init(), { close: () => Promise.resolve() });
  });
  afterAll(() => test.close());

  const run = async (password: string, ...args: string[]): Promise<readonly [number, string]> => {
    const doors = { openAccounts: () => Promise.resolve(context), askSecret: () => Promise.resolve(password) };
    const { exitCode, messages } = await runAccount(args, doors).catch(refused);
    return [exitCode, messages.join(' ')];
  };
  const opens = async (password: string): Promise<boolean> => {
    const answer = await context.get(SignIn).signIn('quantri', password);
    return answer.kind === 'in';
  };

  it('makes the first administrator of a new installation, with a unit to belong to', async () => {
    expect((await run(FIRST, 'add', 'QuanTri', '--name', 'Lê Văn An'))[0]).toBe(0);
    const { manager } = context.get(Database).reader;
    const account = await manager.findOneByOrFail(StaffEntity, { username: 'quantri' });
    expect(account).toMatchObject({ fullName: 'Lê Văn An', roles: ['administrator'], active: true });
    expect(await manager.findOneByOrFail(UnitEntity, { id: account.unitId })).toMatchObject({ kind: 'office' });
    expect(await opens(FIRST)).toBe(true);
  });

  it.each([
    ['a name that is taken', ['add', 'quantri', '--name', 'Ai Đó'], FIRST, 1, 'Đã có tài khoản'],
    ['a weak password', ['add', 'khac', '--name', 'Ai Đó'], 'matkhau123456', 1, 'nhiều người dùng'],
    ['a unit that is not there', ['add', 'khac', '--name', 'Ai Đó', '--unit', 'XX'], FIRST, 1, 'đơn vị ấy'],
    ['an account that is not there', ['password', 'khac'], FIRST, 1, 'Không có tài khoản'],
    [
      'a command without its words',
      ['second-factor', 'quantri'],
      FIRST,
      2,
      'Thiếu --reset. Viết: hoi-am account second-factor',
    ],
  ])('refuses %s', async (_rule, args, ...[password, status, words]) => {
    expect(await run(password, ...args)).toEqual([status, expect.stringContaining(words)]);
  });

  it('gives a new password, and takes a second factor away that is not there', async () => {
    expect((await run(SECOND, 'password', 'quantri'))[0]).toBe(0);
    expect([await opens(FIRST), await opens(SECOND)]).toEqual([false, true]);
    expect((await run('', 'second-factor', '--reset', 'quantri'))[0]).toBe(0);
  });
});
