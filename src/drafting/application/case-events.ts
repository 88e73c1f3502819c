import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import type { Outbox } from '../../platform/outbox/outbox.js';

/** What a letter has to tell the case that it answers; the case's feature keeps the promise `case.letter`. */
export const LETTER_NEWS = [
  'saved',
  'sentForContent',
  'contentApproved',
  'formatApproved',
  'givenBack',
  'submitted',
  'returnedByLeader',
  'refusedByEOffice',
  'leaderSigned',
  'proofFailed',
  'numbered',
  'sealOrderedAgain',
  'sealFailed',
  'sealed',
  'released',
] as const;

export type LetterNews = (typeof LETTER_NEWS)[number];

export interface LetterEvent {
  readonly caseId: string;
  readonly draftId: string;
  readonly what: LetterNews;
  readonly detail?: string;
}

/** Tells the case, in the order of happening. */
export async function tellCase(outbox: Outbox, tx: EntityManager, actor: Actor, event: LetterEvent): Promise<void> {
  const { caseId, draftId, what, detail } = event;
  const eventId = newId();
  await outbox.promise(tx, {
    kind: 'case.letter',
    key: `case.letter:${eventId}`,
    lane: `case:${caseId}`,
    payload: { eventId, caseId, draftId, what, actorId: actor.id, actorName: actor.name, detail: detail ?? '' },
  });
}
