import type { OutgoingDocumentEntity } from './documents.entities.js';
import { printedCode } from '../domain/register.js';

/** What a document amends, and the released ones that amend it. */
export interface AmendmentLinks {
  readonly amends: string | null;
  readonly amendedBy: readonly OutgoingDocumentEntity[];
}

export interface LinksOfLines {
  readonly of: (line: Pick<OutgoingDocumentEntity, 'id' | 'amendsId'>) => AmendmentLinks;
}

/** @param amended what lines amend, by their ids · @param amending the released ones that amend lines, in the order of their numbers */
export function linksBetween(
  amended: readonly OutgoingDocumentEntity[],
  amending: readonly OutgoingDocumentEntity[],
): LinksOfLines {
  const codes = new Map(amended.map(({ id, number, notation }) => [id, printedCode(number, notation)]));
  return {
    of: ({ id, amendsId }) => ({
      amends: codes.get(amendsId ?? '') ?? null,
      amendedBy: amending.filter((one) => one.amendsId === id),
    }),
  };
}
