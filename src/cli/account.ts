import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { readSettings, type Settings } from '../config/settings.js';
import { DomainError } from '../kernel/domain-error.js';
import { AddAdministrator, EndSessions, LocalPasswords, SecondFactors, StaffDirectory } from '../organisation/index.js';
import { refusalSentence } from '../platform/http/wording.js';
import { atTheConsole } from './at-the-console.js';
import { unusable, type CommandOutcome } from './outcome.js';

/** The database with its accounts, and where a password is typed. */
export interface AccountDoors {
  readonly openAccounts: (settings: Settings) => Promise<INestApplicationContext>;
  /** Asks on the terminal without showing it; reads one line where there is none. */
  readonly askSecret: (question: string) => Promise<string>;
}

interface Asked {
  readonly user: string;
  readonly name: string | undefined;
  readonly unit: string | undefined;
  readonly reset: boolean;
}

type Act = (context: INestApplicationContext, asked: Asked, doors: AccountDoors) => Promise<string>;

const USAGE = `Viết: hoi-am account add TÀI-KHOẢN --name "HỌ TÊN" [--unit MÃ-ĐƠN-VỊ], hoi-am account password TÀI-KHOẢN, hoặc hoi-am account second-factor --reset TÀI-KHOẢN. Mật khẩu hỏi trên màn hình, hoặc đọc một dòng từ stdin.`;

const ACTS: Readonly<Record<string, { readonly act: Act; readonly fits: (asked: Asked) => boolean }>> = {
  add: { act: add, fits: ({ name, reset }) => name !== undefined && !reset },
  password: { act: givePassword, fits: ({ name, unit, reset }) => name === undefined && unit === undefined && !reset },
  'second-factor': {
    act: resetFactor,
    fits: ({ name, unit, reset }) => reset && name === undefined && unit === undefined,
  },
};

/**
 * `hoi-am account …`: for whoever sits at the server, also when nobody else can come in.
 *
 * Status 0 when done, 1 when a rule refuses, 2 for unusable arguments.
 */
export async function runAccount(
  [name = '', ...args]: readonly string[],
  doors: AccountDoors,
): Promise<CommandOutcome> {
  const command = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  const asked = readArguments(args);
  if (command === undefined || asked === null || !command.fits(asked)) return unusable(USAGE);
  const context = await doors.openAccounts(readSettings());
  try {
    return { exitCode: 0, lines: [], messages: [await command.act(context, asked, doors)] };
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
  { user, name = '', unit }: Asked,
  doors: AccountDoors,
): Promise<string> {
  const password = await doors.askSecret(`Mật khẩu của ${user}: `);
  const wanted = { username: user, fullName: name, password, unitCode: unit };
  await context.get(AddAdministrator).execute(atTheConsole(), wanted);
  return `Đã thêm tài khoản quản trị ${user}. Đăng nhập rồi bật xác thực hai lớp ở trang Tài khoản.`;
}

async function givePassword(context: INestApplicationContext, { user }: Asked, doors: AccountDoors): Promise<string> {
  const password = await doors.askSecret(`Mật khẩu mới của ${user}: `);
  await context.get(LocalPasswords).give(atTheConsole(), user, password);
  return `Đã đặt mật khẩu mới cho ${user}; mọi phiên của tài khoản này đã kết thúc.`;
}

async function resetFactor(context: INestApplicationContext, { user }: Asked): Promise<string> {
  const { id } = await context.get(StaffDirectory).personNamed(user);
  await context.get(SecondFactors).remove(atTheConsole(), id);
  await context.get(EndSessions).execute(atTheConsole(), id, 'all');
  return `Đã bỏ xác thực hai lớp của ${user}; mọi phiên của tài khoản này đã kết thúc.`;
}

function readArguments(args: readonly string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { name: { type: 'string' }, unit: { type: 'string' }, reset: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [user, ...more] = positionals;
    return user === undefined || more.length > 0
      ? null
      : { user, name: values.name, unit: values.unit, reset: values.reset };
  } catch {
    return null;
  }
}
