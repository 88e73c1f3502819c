import type { INestApplicationContext } from '@nestjs/common';
import { readSettings, type Settings } from '../config/settings.js';
import { DomainError } from '../kernel/domain-error.js';
import { AddAdministrator, EndSessions, LocalPasswords, SecondFactors, StaffDirectory } from '../organisation/index.js';
import { refusalSentence } from '../platform/http/wording.js';
import { atTheConsole } from './at-the-console.js';
import { readArguments, type Asked } from './command-line.js';
import type { CommandOutcome } from './outcome.js';

/** The database with its accounts, and where a password is typed. */
export interface AccountDoors {
  readonly openAccounts: (settings: Settings) => Promise<INestApplicationContext>;
  /** Asks on the terminal without showing it; reads one line where there is none. */
  readonly askSecret: (question: string) => Promise<string>;
}

interface Wanted {
  readonly user: string;
  readonly values: Asked<'account'>['values'];
}

type Act = (context: INestApplicationContext, wanted: Wanted, doors: AccountDoors) => Promise<string>;

const ACTS: Readonly<Record<Asked<'account'>['act'], Act>> = {
  add,
  password: givePassword,
  'second-factor': resetFactor,
};

/**
 * `hoi-am account …`: for an administrator at the server, also when no account can sign in.
 *
 * Status 0 when done, 1 when a rule refuses. @throws UnusableArguments
 */
export async function runAccount(args: readonly string[], doors: AccountDoors): Promise<CommandOutcome> {
  const { act, values, operands } = readArguments('account', args);
  const [user = ''] = operands;
  const context = await doors.openAccounts(readSettings());
  try {
    return { exitCode: 0, lines: [], messages: [await ACTS[act](context, { user, values }, doors)] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const sentence = error.code === 'not-found' ? 'Không có tài khoản hoặc đơn vị ấy.' : refusalSentence(error);
    return { exitCode: 1, lines: [], messages: [sentence] };
  } finally {
    await context.close();
  }
}

async function add(
  context: INestApplicationContext,
  { user, values: { name = '', unit } }: Wanted,
  doors: AccountDoors,
): Promise<string> {
  const password = await doors.askSecret(`Mật khẩu của ${user}: `);
  const wanted = { username: user, fullName: name, password, unitCode: unit };
  await context.get(AddAdministrator).add(atTheConsole(), wanted);
  return `Đã thêm tài khoản quản trị ${user}. Đăng nhập rồi bật xác thực hai lớp ở trang Tài khoản.`;
}

async function givePassword(context: INestApplicationContext, { user }: Wanted, doors: AccountDoors): Promise<string> {
  const password = await doors.askSecret(`Mật khẩu mới của ${user}: `);
  await context.get(LocalPasswords).give(atTheConsole(), user, password);
  return `Đã đặt mật khẩu mới cho ${user}; mọi phiên của tài khoản này đã kết thúc.`;
}

async function resetFactor(context: INestApplicationContext, { user }: Wanted): Promise<string> {
  const { id } = await context.get(StaffDirectory).personNamed(user);
  await context.get(SecondFactors).remove(atTheConsole(), id);
  await context.get(EndSessions).end(atTheConsole(), id, 'all');
  return `Đã bỏ xác thực hai lớp của ${user}; mọi phiên của tài khoản này đã kết thúc.`;
}
