import type { INestApplicationContext } from '@nestjs/common';
import { readSettings, type Settings } from '../config/settings.js';
import { RetryJob } from '../exchange/index.js';
import { DomainError } from '../kernel/domain-error.js';
import { CHANNEL_WORDS } from '../platform/outbox/channels.js';
import { Circuits } from '../platform/outbox/circuits.js';
import { JobHandlers } from '../platform/outbox/job-handlers.js';
import type { OutboxEntity } from '../platform/outbox/outbox.entity.js';
import { QueueReport } from '../platform/outbox/queue-report.js';
import { atTheConsole } from './at-the-console.js';
import { readArguments, type Asked } from './command-line.js';
import { unusable, type CommandOutcome } from './outcome.js';
import { runNumbers } from './proof/numbers.js';
import { runReconcile } from './reconcile.js';

type Open = (settings: Settings) => Promise<INestApplicationContext>;

/** The queue alone needs no e-office; comparing needs the whole app. */
export interface ExchangeDoors {
  readonly openQueue: Open;
  readonly openUseCases: Open;
}

type ExchangeAsked = Asked<'exchange'>;
type Subcommand = (asked: ExchangeAsked, doors: ExchangeDoors) => Promise<CommandOutcome>;

const SUBCOMMANDS: Readonly<Record<ExchangeAsked['act'], Subcommand>> = {
  queue: (asked, { openQueue }) => showQueue(asked, openQueue),
  retry: (asked, { openQueue }) => tryAgain(asked, openQueue),
  reconcile: ({ values }, { openUseCases }) => runReconcile(values, openUseCases),
  numbers: ({ values }, { openUseCases }) => runNumbers(values, openUseCases),
};

/** `hoi-am exchange …`: what waits to be sent, what is tried again, and both sides compared. */
export async function runExchange(args: readonly string[], doors: ExchangeDoors): Promise<CommandOutcome> {
  const asked = readArguments('exchange', args);
  return SUBCOMMANDS[asked.act](asked, doors);
}

/**
 * `exchange queue`: one line for each job that waits, is held or was given up, and a last one that sums up.
 *
 * Status 0 when nothing needs a person, 1 when something was given up or is held, or a peer does not answer.
 */
async function showQueue({ values: { json = false } }: ExchangeAsked, openQueue: Open): Promise<CommandOutcome> {
  return within(openQueue, async (context) => {
    const kinds = context.get(JobHandlers);
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
    const names = away.map(({ channel }) => CHANNEL_WORDS[channel]).join('; ');
    const unanswered = away.length === 0 ? '' : ` Chưa liên lạc được: ${names}.`;
    const said = `Đang chờ ${summary.waiting}, tạm giữ ${summary.held}, đã dừng ${summary.givenUp}.${unanswered}`;
    return {
      exitCode: summary.held + summary.givenUp + away.length === 0 ? 0 : 1,
      lines: [
        ...rows.map((row) => (json ? asJson(row, kinds) : asText(row, kinds))),
        json ? JSON.stringify(summary) : said,
      ],
      messages: [],
    };
  });
}

/**
 * `exchange retry ID`: has a job that was given up tried again.
 *
 * Status 0 when it is due again, 1 when no such job is given up.
 */
async function tryAgain({ operands, values }: ExchangeAsked, openQueue: Open): Promise<CommandOutcome> {
  const [id = ''] = operands;
  if (!/^[1-9]\d{0,9}$/u.test(id)) return unusable(`Mã việc "${id}" phải là số mà hoi-am exchange queue đã kê.`);
  const seq = Number(id);
  return within(openQueue, async (context) => {
    try {
      await context.get(RetryJob).retry(atTheConsole(), seq);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'not-found') throw error;
      return { exitCode: 1, lines: [], messages: [`Không có việc ${id} nào đã dừng.`] };
    }
    const lines = values.json ? [JSON.stringify({ id: seq, state: 'waiting' })] : [];
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

function asJson(row: OutboxEntity, kinds: JobHandlers): string {
  const { seq, kind, createdAt, dueAt, attempts, lastError, holdReason } = row;
  const state = stateOf(row);
  const due = state === 'waiting' ? dueAt.toISOString() : null;
  const reason = state === 'held' ? holdReason : lastError;
  const times = { createdAt: createdAt.toISOString(), dueAt: due };
  return JSON.stringify({ id: seq, kind, channel: kinds.channelOf(kind), state, ...times, attempts, reason });
}

const STATE_WORDS: Readonly<Record<State, string>> = { waiting: 'đang chờ', held: 'tạm giữ', givenUp: 'đã dừng' };

function asText(row: OutboxEntity, kinds: JobHandlers): string {
  const { seq, kind, attempts, lastError, holdReason } = row;
  const state = stateOf(row);
  const reason = (state === 'held' ? holdReason : lastError) ?? '';
  const tried = attempts === 0 ? '' : `, đã thử ${attempts} lần`;
  return `${seq}  ${kinds.wordsOf(kind)}: ${STATE_WORDS[state]}${tried}${reason === '' ? '' : `. ${reason}`}`;
}
