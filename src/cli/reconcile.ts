import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { readSettings, type Settings } from '../config/settings.js';
import {
  Reconcile,
  ReconciliationQueries,
  type ReconciliationDifferenceEntity,
  type ReconciliationRunEntity,
} from '../exchange/index.js';
import { DIFFERENCES } from '../exchange/domain/reconciliation-words.js';
import { instantOf, isCivilDate, type CivilDate } from '../kernel/civil-date.js';
import { OutsideRefused, OutsideUnavailable } from '../kernel/outside-failure.js';
import { atTheConsole } from './at-the-console.js';
import { unusable, type CommandOutcome } from './outcome.js';

const USAGE = 'Viết: hoi-am exchange reconcile [--from NĂM-THÁNG-NGÀY] [--json]';

/** Opens the use cases of the house. */
export type OpenHouse = (settings: Settings) => Promise<INestApplicationContext>;

/**
 * `hoi-am exchange reconcile`: compares what the e-office lists with what the house has, and says what differs. One JSON object a difference and a last
 * one that sums up, or lines to read.
 *
 * Status 0 when both sides agree, 1 when something differs, 2 for a day that is none, 3 when the e-office does not list.
 */
export async function runReconcile(args: readonly string[], open: OpenHouse): Promise<CommandOutcome> {
  const asked = readArguments(args);
  if (asked === null) return unusable(USAGE);
  const context = await open(readSettings());
  try {
    return await compare(context, asked);
  } finally {
    await context.close();
  }
}

async function compare(
  context: INestApplicationContext,
  { from, json }: { readonly from: CivilDate | null; readonly json: boolean },
): Promise<CommandOutcome> {
  const reconcile = context.get(Reconcile);
  if (!reconcile.isOffered) return failed('E-office này không liệt kê được tin đã giao, đã nhận.');
  try {
    await reconcile.execute(atTheConsole(), from === null ? undefined : instantOf(from, 0));
  } catch (error) {
    if (error instanceof OutsideRefused) return failed(error.reason);
    if (error instanceof OutsideUnavailable) return failed(`E-office chưa trả lời: ${error.message}`);
    throw error;
  }
  const queries = context.get(ReconciliationQueries);
  const [run, standing] = [await queries.lastDone(), await queries.standing()];
  return {
    exitCode: standing.length === 0 ? 0 : 1,
    lines: json ? [...standing.map(asJson), summaryJson(run, standing.length)] : [...standing.map(asText)],
    messages: [standing.length === 0 ? 'Hai bên khớp.' : `${String(standing.length)} điểm khác nhau.`],
  };
}

function failed(message: string): CommandOutcome {
  return { exitCode: 3, lines: [], messages: [message] };
}

function asJson(difference: ReconciliationDifferenceEntity): string {
  const { id, kind, direction, subject, documentId, at, state, sha256Here, sha256There, facts } = difference;
  const hashes = { sha256Here, sha256There };
  return JSON.stringify({ id, kind, direction, subject, documentId, at: at.toISOString(), state, ...hashes, facts });
}

function summaryJson(run: ReconciliationRunEntity | null, differences: number): string {
  const { receivedThere = null, sentThere = null, comparedFrom } = run ?? {};
  return JSON.stringify({ from: comparedFrom?.toISOString() ?? null, receivedThere, sentThere, differences });
}

function asText({ kind, subject, at, state }: ReconciliationDifferenceEntity): string {
  return `${at.toISOString()}  ${DIFFERENCES[kind].heading}  ${subject}${state === 'repairing' ? '  (đang sửa)' : ''}`;
}

function readArguments(args: readonly string[]): { readonly from: CivilDate | null; readonly json: boolean } | null {
  try {
    const options = { from: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { from = null, json = false } = parseArgs({ args: [...args], options }).values;
    if (from === null) return { from, json };
    return isCivilDate(from) ? { from, json } : null;
  } catch {
    return null;
  }
}
