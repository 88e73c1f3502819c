import type { Actor } from '../../../kernel/actor.js';
import { readsFurther } from '../../domain/intake/further-document.js';
import type { TextFor } from '../../domain/identity/secrecy.js';
import type { FurtherDocumentEntity } from '../../persistence/further-document.entity.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import type { Visibility } from './ticket-visibility.js';

/** The ticket that was opened of a further document. Who may not see it learns its code. */
type OpenedTicket = Pick<TicketEntity, 'id' | 'code'> & { readonly seen: boolean };

/** A further document as one reader of its old ticket may read it. */
export interface SeenFurther extends Readonly<
  Pick<FurtherDocumentEntity, 'documentId' | 'arrivedAt' | 'decision' | 'decidedById'>
> {
  /** Null where neither its words nor its files are for this person here. */
  readonly words: string | null;
  readonly opened: OpenedTicket | null;
}

interface Reading {
  readonly actor: Actor;
  /** How its old ticket reads. */
  readonly text: TextFor;
  /** The tickets that were opened of such documents. */
  readonly opened: readonly TicketEntity[];
  readonly visibilities: ReadonlyMap<string, Visibility>;
}

export function seenFurther(
  { documentId, arrivedAt, decision, decidedById, words }: FurtherDocumentEntity,
  { actor, text, opened, visibilities }: Reading,
): SeenFurther {
  const own = opened.find(({ incomingDocumentId }) => incomingDocumentId === documentId);
  return {
    documentId,
    arrivedAt,
    decision,
    decidedById,
    words: readsFurther(actor, decision) ? text.ofCitizen(words) : null,
    opened: own === undefined ? null : { id: own.id, code: own.code, seen: visibilities.get(own.id)?.sees === true },
  };
}
