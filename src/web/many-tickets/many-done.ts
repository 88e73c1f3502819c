import type { FastifyRequest } from 'fastify';
import type { Outcome } from '../../kernel/each-for-itself.js';
import { refusalSentence } from '../../platform/http/wording.js';
import type { DoneLine } from '../../tickets/index.js';
import { flash } from '../account/flash-messages.js';
import type { RedirectTo } from '../kit/http/routes.js';
import { count } from '../kit/words/numbers.js';

/** What is said of an act that was done with several tickets. */
export const MANY_WORDS = {
  assign: { done: 'Đã giao', refused: 'chưa giao được' },
  note: { done: 'Đã ghi tiến độ', refused: 'chưa ghi được' },
  remind: { done: 'Đã nhắc đơn vị của', refused: 'chưa nhắc được' },
  approve: { done: 'Đã duyệt', refused: 'chưa duyệt được' },
  undo: { done: 'Đã hoàn tác', refused: 'không hoàn tác được' },
} as const;

export type ManyName = keyof typeof MANY_WORDS;

/** What came of the act that a person did last with several tickets. */
export interface ManyDone {
  readonly act: ManyName;
  /** The list in which they were chosen. */
  readonly back: string;
  /** By the line that it left, where it may be taken back. */
  readonly done: readonly { readonly ticketId: string; readonly lineId: string | null }[];
  /** The tickets of each reason. */
  readonly refused: readonly { readonly sentence: string; readonly ticketIds: readonly string[] }[];
}

declare module 'fastify' {
  interface Session {
    manyDone?: ManyDone;
  }
}

export const RESULT = '/nhieu-phieu/ket-qua';
export const UNDO = '/nhieu-phieu/hoan-tac';

/** @param outcomes each with the line by which it may be taken back; null where it may not */
export function manyDone<Item extends { readonly ticketId: string }>(
  act: ManyName,
  back: string,
  outcomes: readonly Outcome<Item, string | null>[],
): ManyDone {
  const refused = new Map<string, string[]>();
  const done: { readonly ticketId: string; readonly lineId: string | null }[] = [];
  for (const outcome of outcomes) {
    const { ticketId } = outcome.item;
    if (outcome.refused === null) done.push({ ticketId, lineId: outcome.made });
    else {
      const sentence = refusalSentence(outcome.refused);
      refused.set(sentence, [...(refused.get(sentence) ?? []), ticketId]);
    }
  }
  return { act, back, done, refused: [...refused].map(([sentence, ticketIds]) => ({ sentence, ticketIds })) };
}

/** Leads back to the list when all was done, and otherwise to the result of each ticket. Both offer to take back what may be. */
export function showMany(request: FastifyRequest, many: ManyDone): RedirectTo {
  request.session.manyDone = many;
  if (many.refused.length > 0) return { url: RESULT };
  const isUndoable = undoableOf(many).length > 0;
  flash(
    request,
    'done',
    `${MANY_WORDS[many.act].done} ${count(many.done.length)} phiếu.`,
    isUndoable ? UNDO : undefined,
  );
  return { url: many.back };
}

/** Says what was done with one ticket, and offers to take it back. @param words `Đã ghi nội bộ.` */
export function offerUndo(
  request: FastifyRequest,
  { act, back, ...line }: DoneLine & Pick<ManyDone, 'act' | 'back'>,
  words: string,
): RedirectTo {
  request.session.manyDone = { act, back, done: [line], refused: [] };
  flash(request, 'done', words, UNDO);
  return { url: back };
}

export function undoableOf({ done }: ManyDone): readonly DoneLine[] {
  return done.flatMap(({ ticketId, lineId }) => (lineId === null ? [] : [{ ticketId, lineId }]));
}
