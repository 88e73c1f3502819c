import type { TextFor } from '../../domain/identity/secrecy.js';
import type { TicketEntryEntity } from '../../persistence/tickets.entities.js';
import type { Authorship } from './authorship.js';

/** One line of a ticket's course as one person may read it. */
export type SeenLine = Readonly<
  Pick<TicketEntryEntity, 'seq' | 'id' | 'at' | 'actorId' | 'actorName' | 'kind' | 'title' | 'text' | 'toHotline'>
>;

/** Lines that tell what the citizen said or sent, written down by those who may know who that is. */
const OF_CITIZEN: ReadonlySet<string> = new Set([
  'received',
  'completed',
  'furtherDocument',
  'takenBack',
  'citizenReplied',
  'hotlineWrote',
  'rated',
  'reopened',
  'withdrawn',
  'merged',
  'joined',
  'senderEnded',
  'separated',
  'furtherSettled',
]);

export function seenLine(
  { seq, id, at, actorId, actorName, kind, title, text, toHotline }: TicketEntryEntity,
  reading: TextFor,
  authorship: Authorship,
): SeenLine {
  const by = authorship.by(actorId, at);
  const read = (words: string): string =>
    OF_CITIZEN.has(kind) && !by.uninformed ? reading.ofCitizen(words) : reading.ofStaff(words, by);
  return {
    seq,
    id,
    at,
    actorId,
    actorName,
    kind,
    title: read(title),
    text: text === null ? null : read(text),
    toHotline,
  };
}
