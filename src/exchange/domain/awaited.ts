import type { CivilDate } from '../../kernel/civil-date.js';
import { namesMeant, type Speaking, type TaskKind } from './clerk-task.js';

/** What speaks of a document that its sender has sent before. */
export type Following = Exclude<TaskKind, 'doubtfulSender'>;

const HOUR_MS = 60 * 60_000;

/**
 * For so many hours a message waits for the document that it speaks of; then a clerk sees it without.
 *
 * The two come from one sender within minutes, unless a peer was away or handed them over in another order. An update or a replacement brings a
 * document of its own, which is owed a line in the register on the day it came (Điều 22 Nghị định 30/2020/NĐ-CP): it waits two hours. A recall of
 * what we do not have takes nothing from anybody: it waits a day.
 */
const WAITS_HOURS: Readonly<Record<Following, number>> = { update: 2, replace: 2, revoke: 24, askedBack: 24 };

/** Until when what is spoken of may still come. */
export function waitsUntil(kind: Following, receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + WAITS_HOURS[kind] * HOUR_MS);
}

/** A message with the numbers and days of what it answers. */
export interface SpeakingByNumber extends Speaking {
  readonly responseFor: readonly {
    readonly documentId: string;
    readonly code: string;
    readonly promulgationDate?: CivilDate;
  }[];
}

/** All names under which the document that a message speaks of may come. */
export function namesAwaited(message: SpeakingByNumber): readonly string[] {
  const numbers = message.responseFor.flatMap(({ code, promulgationDate: day }) =>
    day === undefined ? [] : [nameByNumber(code, day)],
  );
  return [...new Set([...namesMeant(message), ...numbers])];
}

/** All names under which a document that has come may be awaited. */
export function namesOf(document: {
  readonly documentId: string;
  readonly code: string;
  readonly issuedDate: CivilDate;
}): readonly string[] {
  return [document.documentId, nameByNumber(document.code, document.issuedDate)];
}

/** Number and day: what is left where the names of its sender tell nothing. */
function nameByNumber(code: string, day: CivilDate): string {
  return `${code} ${day}`;
}
