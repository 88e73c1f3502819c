import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import type { Outbox } from '../../platform/outbox/outbox.js';
import { hasCourse } from '../domain/case.js';
import { DraftEntity } from '../persistence/drafting.entities.js';

/** What a letter has to tell the ticket that it answers; the case's feature handles the job `case.letter`. */
export const LETTER_NEWS = [
  'saved',
  'sentForContent',
  'contentApproved',
  'formatApproved',
  'givenBack',
  'submitted',
  'numberReserved',
  'reservedNumberVoided',
  'returnedByLeader',
  'rejectedByLeader',
  'cancelledByEOffice',
  'failedAtEOffice',
  'refusedByEOffice',
  'leaderSigned',
  'shortOfEvidence',
  'signedOnOverride',
  'sealedOnOverride',
  'overrideWithdrawn',
  'proofFailed',
  'numbered',
  'sealOrdered',
  'sealOrderedAgain',
  'sealFailed',
  'numberVoided',
  'signatureWithdrawn',
  'notTakenBack',
  'signedTooLate',
  'sealed',
  'released',
  'delivered',
  'releasedByHand',
  'sentByPost',
  'givenInPerson',
  'sentByEmail',
  'notSendable',
  'recalled',
  'recalledBeside',
] as const;

export type LetterNews = (typeof LETTER_NEWS)[number];

export interface LetterEvent {
  readonly draftId: string;
  readonly what: LetterNews;
  readonly detail?: string;
}

/**
 * Tells the case of a letter, where it has a course, and of which of its rounds the letter is; in the order of happening. Where it has none, people alone
 * are told.
 */
export async function tellCase(outbox: Outbox, tx: EntityManager, actor: Actor, event: LetterEvent): Promise<void> {
  const { draftId, what, detail = '' } = event;
  const { caseKind, caseId, round } = await tx.findOneByOrFail(DraftEntity, { id: draftId });
  const eventId = newId();
  const payload = { eventId, draftId, what, actorId: actor.id, detail };
  if (!hasCourse(caseKind)) {
    await outbox.enqueue(tx, {
      kind: 'letter.tell',
      key: `letter.tell:${eventId}`,
      orderingKey: `letter:${draftId}`,
      payload,
    });
    return;
  }
  await outbox.enqueue(tx, {
    kind: 'case.letter',
    key: `case.letter:${eventId}`,
    orderingKey: `case:${caseId}`,
    payload: { ...payload, caseId, round: String(round), actorName: actor.name },
  });
}
