import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { readSettings, type Settings } from '../config/settings.js';
import { TryAgain } from '../exchange/index.js';
import { CHANNEL_WORDS, PROMISE_WORDS } from '../exchange/domain/promise-words.js';
import { DomainError } from '../kernel/domain-error.js';
import { channelOf } from '../platform/outbox/channels.js';
import { Circuits } from '../platform/outbox/circuits.js';
import type { OutboxEntity } from '../platform/outbox/outbox.entity.js';
import { QueueReport } from '../platform/outbox/queue-report.js';
import { atTheConsole } from './at-the-console.js';
import { unusable, type CommandOutcome } from './outcome.js';
import { runReconcile } from './reconcile.js';

type Open = (settings: Settings) => Promise<INestApplicationContext>;

/** The queue alone needs no e-office; comparing needs the whole house. */
export interface ExchangeDoors {
  readonly openQueue: Open;
  readonly openUseCases: Open;
}

type Subcommand = (args: readonly string[], doors: ExchangeDoors) => Promise<CommandOutcome>;

const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  queue: (args, { openQueue }) => showQueue(args, openQueue),
  retry: (args, { openQueue }) => tryAgain(args, openQueue),
  reconcile: (args, { openUseCases }) => runReconcile(args, openUseCases),
};

const USAGE =
  'Viết: hoi-am exchange queue [--json], hoi-am exchange retry MÃ-VIỆC [--json], hoặc hoi-am exchange reconcile [--from NĂM-THÁNG-NGÀY] [--json]';

/** `hoi-am exchange …`: what waits to be sent, what is tried again, and both sides compared. */
export async function runExchange(
  [name = '', ...args]: readonly string[],
  doors: ExchangeDoors,
): Promise<CommandOutcome> {
  const command = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
  return command ? command(args, doors) : unusable(USAGE);
}

/**
 * `exchange queue`: one line for each promise that waits, is held or was given up, and a last one that sums up.
 *
 * Status 0 when nothing needs a person, 1 when something was given up or is held, or a peer does not answer.
 */
async function showQueue(args: readonly string[], openQueue: Open): Promise<CommandOutcome> {
  const asked = readArguments(args, 0);
  if (asked === null) return unusable(USAGE);
  return within(openQueue, async (context) => {
    const [rows, circuits] = await Promise.all([context.get(QueueReport).all(), context.get(Circuits).list()]);
    const away = circuits.filter(({ state }) => state !== 'closed');
    const states = rows.map(stateOf);
    const number = (state: State): number => states.filter((one) => one === state).length;
    const summary = {
      waiting: number('waiting'),
      held: number('held'),
      givenUp: number('givenUp'),
      oldest: rows.find((row) => stateOf(row) === 'waiting')?.createdAt.toISOString() ?? null,
      circuits: Object.fromEntries(circuits.map(({ channel, state }) => [channel, state])),
    };
    const names = away.map(({ channel }) => CHANNEL_WORDS[channel] ?? channel).join('; ');
    const unanswered = away.length === 0 ? '' : ` Chưa liên lạc được: ${names}.`;
    const said = `Đang chờ ${summary.waiting}, giữ lại ${summary.held}, đã dừng ${summary.givenUp}.${unanswered}`;
    return {
      exitCode: summary.held + summary.givenUp + away.length === 0 ? 0 : 1,
      lines: asked.json ? [...rows.map(asJson), JSON.stringify(summary)] : [...rows.map(asText), said],
      messages: [],
    };
  });
}

/**
 * `exchange retry ID`: has a promise that was given up tried again.
 *
 * Status 0 when it is due again, 1 when no such promise is given up.
 */
async function tryAgain(args: readonly string[], openQueue: Open): Promise<CommandOutcome> {
  const asked = readArguments(args, 1);
  const [id = ''] = asked?.positionals ?? [];
  if (asked === null || !/^[1-9]\d{0,9}$/u.test(id)) return unusable(USAGE);
  const seq = Number(id);
  return within(openQueue, async (context) => {
    try {
      await context.get(TryAgain).execute(atTheConsole(), seq);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'not-found') throw error;
      return { exitCode: 1, lines: [], messages: [`Không có việc ${id} nào đã dừng.`] };
    }
    const lines = asked.json ? [JSON.stringify({ id: seq, state: 'waiting' })] : [];
    return { exitCode: 0, lines, messages: [`Việc ${id} sẽ được thử lại ngay khi phần mềm đang chạy.`] };
  });
}

async function within(
  open: Open,
  work: (context: INestApplicationContext) => Promise<CommandOutcome>,
): Promise<CommandOutcome> {
  const context = await open(readSettings());
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

type State = 'waiting' | 'held' | 'givenUp';

function stateOf({ outcome, heldAt }: OutboxEntity): State {
  if (outcome === 'givenUp') return 'givenUp';
  return heldAt === null ? 'waiting' : 'held';
}

function asJson(row: OutboxEntity): string {
  const { seq, kind, createdAt, dueAt, attempts, lastError, holdReason } = row;
  const state = stateOf(row);
  const due = state === 'waiting' ? dueAt.toISOString() : null;
  const reason = state === 'held' ? holdReason : lastError;
  const times = { createdAt: createdAt.toISOString(), dueAt: due };
  return JSON.stringify({ id: seq, kind, channel: channelOf(kind), state, ...times, attempts, reason });
}

const STATE_WORDS: Readonly<Record<State, string>> = { waiting: 'đang chờ', held: 'giữ lại', givenUp: 'đã dừng' };

function asText(row: OutboxEntity): string {
  const { seq, kind, attempts, lastError, holdReason } = row;
  const state = stateOf(row);
  const reason = (state === 'held' ? holdReason : lastError) ?? '';
  const tried = attempts === 0 ? '' : `, đã thử ${attempts} lần`;
  return `${seq}  ${PROMISE_WORDS[kind] ?? kind}: ${STATE_WORDS[state]}${tried}${reason === '' ? '' : `. ${reason}`}`;
}

function readArguments(
  args: readonly string[],
  count: number,
): { readonly positionals: readonly string[]; readonly json: boolean } | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    return positionals.length === count ? { positionals, json: values.json ?? false } : null;
  } catch {
    return null;
  }
}
