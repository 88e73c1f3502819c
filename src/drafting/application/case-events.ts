import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import type { Outbox } from '../../platform/outbox/outbox.js';
import { courseOf } from '../domain/case.js';
import type { LetterNews } from '../domain/letter-news.js';
import { FOLLOW_ANSWER, FOLLOW_LETTER, TELL_OF_LETTER } from '../jobs/jobs.js';
import { DraftEntity } from '../persistence/drafting.entities.js';

export interface LetterEvent {
  readonly draftId: string;
  readonly what: LetterNews;
  readonly detail?: string;
}

/**
 * Tells the case of a letter, where it has a course, and of which of its rounds the letter is; in the order of happening. A ticket tells its people itself;
 * people of other cases are told by a job of its own.
 */
export async function tellCase(outbox: Outbox, tx: EntityManager, actor: Actor, event: LetterEvent): Promise<void> {
  const { draftId, what, detail = '' } = event;
  const { caseKind, caseId, round } = await tx.findOneByOrFail(DraftEntity, { id: draftId });
  const news = { eventId: newId(), draftId, what, actorId: actor.id, detail };
  const course = courseOf(caseKind);
  if (course === 'ticket') {
    await outbox.enqueue(tx, FOLLOW_LETTER.of({ ...news, caseId, round: String(round), actorName: actor.name }));
    return;
  }
  await outbox.enqueue(tx, TELL_OF_LETTER.of(news));
  if (course === 'incoming') await outbox.enqueue(tx, FOLLOW_ANSWER.of({ ...news, caseId, actorName: actor.name }));
}
