import type { INestApplicationContext } from '@nestjs/common';
import { readSettings, type Settings } from '../config/settings.js';
import {
  Reconcile,
  ReconciliationQueries,
  type ReconciliationDifferenceEntity,
  type ReconciliationRunEntity,
} from '../exchange/index.js';
import { DIFFERENCES, notComparedWords } from '../exchange/domain/reconciliation-words.js';
import { instantOf, isCivilDate, isoInVietnam, type CivilDate } from '../kernel/civil-date.js';
import { OutsideRefused, OutsideUnavailable } from '../kernel/outside-failure.js';
import { atTheConsole } from './at-the-console.js';
import type { Asked } from './command-line.js';
import { unusable, type CommandOutcome } from './outcome.js';

/** Opens the use cases of the app. */
export type OpenApp = (settings: Settings) => Promise<INestApplicationContext>;

/**
 * `hoi-am exchange reconcile`: compares what the e-office lists with what the app has, and says what differs. One JSON object a difference and a last
 * one that sums up, or lines to read.
 *
 * Status 0 when both sides agree, 1 when something differs, 2 for a day that is not one, 3 when the e-office does not list.
 */
export async function runReconcile(
  { from, json = false }: Asked<'exchange'>['values'],
  open: OpenApp,
): Promise<CommandOutcome> {
  if (from !== undefined && !isCivilDate(from))
    return unusable(`--from "${from}" không phải là một ngày: viết dạng 2026-03-18.`);
  const context = await open(readSettings());
  try {
    return await compare(context, { from: from ?? null, json });
  } finally {
    await context.close();
  }
}

async function compare(
  context: INestApplicationContext,
  { from, json }: { readonly from: CivilDate | null; readonly json: boolean },
): Promise<CommandOutcome> {
  const reconcile = context.get(Reconcile);
  if (!reconcile.isOffered) return failed('Hệ thống quản lý văn bản này không liệt kê được tin đã giao, đã nhận.');
  let id: string;
  try {
    id = await reconcile.reconcile(atTheConsole(), from === null ? undefined : instantOf(from, 0));
  } catch (error) {
    if (error instanceof OutsideRefused) return failed(error.reason);
    if (error instanceof OutsideUnavailable) return failed(`Hệ thống quản lý văn bản chưa trả lời: ${error.message}`);
    throw error;
  }
  const queries = context.get(ReconciliationQueries);
  const [run, standing] = [await queries.run(id), await queries.standing()];
  return {
    exitCode: standing.length === 0 ? 0 : 1,
    lines: json ? [...standing.map(asJson), summaryJson(run, standing.length)] : [...standing.map(asText)],
    messages: [
      standing.length === 0 ? 'Hai bên khớp ở phần đã xem.' : `${String(standing.length)} điểm khác nhau.`,
      `Chưa xem: ${notComparedWords(reachOf(run))}`,
    ],
  };
}

function reachOf({ comparedFrom, comparedTo }: ReconciliationRunEntity): Parameters<typeof notComparedWords>[0] {
  return { from: isoInVietnam(comparedFrom), to: comparedTo && isoInVietnam(comparedTo) };
}

function failed(message: string): CommandOutcome {
  return { exitCode: 3, lines: [], messages: [message] };
}

function asJson(difference: ReconciliationDifferenceEntity): string {
  const { id, kind, direction, subject, documentId, at, state, sha256Here, sha256There, facts } = difference;
  const hashes = { sha256Here, sha256There };
  return JSON.stringify({ id, kind, direction, subject, documentId, at: at.toISOString(), state, ...hashes, facts });
}

function summaryJson({ receivedThere, sentThere, comparedFrom }: ReconciliationRunEntity, differences: number): string {
  return JSON.stringify({ from: comparedFrom.toISOString(), receivedThere, sentThere, differences });
}

function asText({ kind, subject, at, state }: ReconciliationDifferenceEntity): string {
  return `${at.toISOString()}  ${DIFFERENCES[kind].heading}  ${subject}${state === 'repairing' ? '  (đang sửa)' : ''}`;
}
