import type { INestApplicationContext } from '@nestjs/common';
import { readSettings, type Settings } from '../config/settings.js';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { StaffDirectory } from '../organisation/index.js';
import { refusalSentence } from '../platform/http/wording.js';
import { SCOPE_WORDS } from '../tokens/domain/scopes.js';
import { standingOf } from '../tokens/domain/token.js';
import { KeepTokens, MakeToken, TokenList } from '../tokens/index.js';
import { atTheConsole } from './at-the-console.js';
import { readArguments, type Asked } from './command-line.js';
import type { CommandOutcome } from './outcome.js';

type Open = (settings: Settings) => Promise<INestApplicationContext>;

const USUAL_DAYS = '90';

type Given = Asked<'token'>['values'];

/**
 * `hoi-am token …`: keys with which programs use the API. The secret of a new one is printed once, alone on the standard output.
 *
 * Status 0 when done, 1 when the rules refuse, 2 for wrong arguments.
 */
export async function runToken(args: readonly string[], open: Open): Promise<CommandOutcome> {
  const { act, values, operands } = readArguments('token', args);
  if (act === 'scopes') return listed([...SCOPE_WORDS].map(([scope, words]) => `${scope}  ${words}`));
  const context = await open(readSettings());
  try {
    if (act === 'create') return await create(context, values);
    if (act === 'list') return await list(context, values);
    return await revoke(context, operands[0] ?? '');
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { exitCode: 1, lines: [], messages: [refusalSentence(error)] };
  } finally {
    await context.close();
  }
}

async function create(context: INestApplicationContext, values: Given): Promise<CommandOutcome> {
  const { name = '', owner = '', scope = [], days = USUAL_DAYS, json = false } = values;
  const people = await context.get(StaffDirectory).people();
  const person = people.find(({ username }) => username === owner.toLowerCase());
  if (!person) return { exitCode: 1, lines: [], messages: [`Không có tài khoản “${owner}” đang làm việc.`] };
  const wish = { name, ownerId: person.id, scopes: scope, days: Number(days) };
  const { id, secret, ownerName, expiresAt } = await context.get(MakeToken).make(atTheConsole(), wish);
  const line = json ? JSON.stringify({ id, token: secret, expiresAt: expiresAt.toISOString() }) : secret;
  const messages = [
    `Mã số ${id}, dùng đến ${expiresAt.toISOString()}. Mã chỉ hiện lần này.`,
    `Mã dùng được khi ${ownerName} đồng ý ở trang Mã truy cập.`,
  ];
  return { exitCode: 0, lines: [line], messages };
}

async function list(context: INestApplicationContext, { json = false }: Given): Promise<CommandOutcome> {
  const now = context.get(Clock).now();
  const tokens = await context.get(TokenList).of(atTheConsole());
  return listed(
    tokens.map((token) => {
      const { id, name, ownerId, scopes, expiresAt, lastUsedAt } = token;
      const standing = standingOf(token, now);
      if (json) return JSON.stringify({ id, name, ownerId, scopes, standing, expiresAt, lastUsedAt });
      const used = lastUsedAt === null ? 'chưa dùng' : `dùng lần cuối ${lastUsedAt.toISOString()}`;
      return `${id}  ${STANDING_WORDS[standing]}  đến ${expiresAt.toISOString()}  ${used}  ${name} (${ownerId})`;
    }),
  );
}

async function revoke(context: INestApplicationContext, id: string): Promise<CommandOutcome> {
  await context.get(KeepTokens).revoke(atTheConsole(), id);
  return { exitCode: 0, lines: [], messages: [`Đã thu hồi mã ${id}; chương trình không vào được nữa.`] };
}

const STANDING_WORDS = {
  live: 'đang dùng được',
  waiting: 'chờ đồng ý',
  expired: 'hết hạn',
  revoked: 'đã thu hồi',
} as const;

function listed(lines: readonly string[]): CommandOutcome {
  return { exitCode: 0, lines: [...lines], messages: [] };
}
