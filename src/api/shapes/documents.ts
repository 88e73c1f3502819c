import { z } from 'zod';
import { HANDLING_STATES, SETTLEMENTS } from '../../correspondence/domain/handling.js';
import type { HeldDocument, ListedDocument, SeenDocument } from '../../correspondence/index.js';
import { OUTGOING_STATES, printedCode } from '../../documents/domain/register.js';
import type { IncomingDocumentEntity } from '../../documents/index.js';
import { CASE_KINDS } from '../../drafting/domain/case.js';
import { DRAFT_STATES } from '../../drafting/domain/draft.js';
import type { DraftEntity } from '../../drafting/index.js';
import { day, instant } from './wire.js';

/** A document of ours that answers no ticket. */
export const documentShape = z
  .object({
    id: z.string(),
    kind: z.string().meta({ description: 'Name of its template.', example: 'ke-hoach' }),
    writtenFor: z.enum(CASE_KINDS),
    subject: z.string(),
    unitId: z.string(),
    state: z.enum(DRAFT_STATES),
    revision: z.int(),
    savedAt: instant,
  })
  .meta({ id: 'Document' });

const subjectOf = z.object({ trich_yeu: z.string().catch('') });

export function documentOf(draft: DraftEntity): z.output<typeof documentShape> {
  const { id, template, caseKind, fields, unitId, state, revision, savedAt } = draft;
  const { trich_yeu: subject } = subjectOf.parse(fields);
  return { id, kind: template, writtenFor: caseKind, subject, unitId, state, revision, savedAt };
}

/** With its line in the outgoing register; null until it has a number. */
export const seenDocumentShape = documentShape.extend({
  outgoing: z
    .object({
      code: z.string(),
      issuedOn: day,
      state: z.enum(OUTGOING_STATES),
      answersDocumentId: z.string().nullable(),
    })
    .nullable(),
});

export function seenDocumentOf({ draft, outgoing }: SeenDocument): z.output<typeof seenDocumentShape> {
  return {
    ...documentOf(draft),
    outgoing: outgoing && {
      code: printedCode(outgoing.number, outgoing.notation),
      issuedOn: outgoing.issuedDate,
      state: outgoing.state,
      answersDocumentId: outgoing.replyToId,
    },
  };
}

/** A line of the incoming register that is handled without a ticket. */
export const incomingShape = z
  .object({
    id: z.string(),
    year: z.int(),
    arrivalNumber: z.int(),
    arrivedOn: day,
    senderName: z.string(),
    code: z.string(),
    issuedOn: day,
    type: z.string(),
    subject: z.string(),
    state: z.enum(HANDLING_STATES),
    leadUnitId: z.string().nullable(),
    officerId: z.string().nullable(),
    dueOn: day.nullable(),
    settlement: z.enum(SETTLEMENTS).nullable(),
  })
  .meta({ id: 'IncomingDocument' });

export function incomingOf({ document, handling }: ListedDocument): z.output<typeof incomingShape> {
  const { state, leadUnitId, officerId, dueOn, settlement } = handling;
  return { ...lineOf(document), state, leadUnitId, officerId, dueOn, settlement };
}

function lineOf(document: IncomingDocumentEntity) {
  const { id, year, arrivalNumber, senderName, code, subject } = document;
  return {
    id,
    year,
    arrivalNumber,
    senderName,
    code,
    subject,
    type: document.typeName,
    arrivedOn: document.arrivalDate,
    issuedOn: document.issuedDate,
  };
}

/** With what was directed, said and done. */
export const seenIncomingShape = incomingShape.extend({
  direction: z.string().nullable(),
  directedBy: z.string().nullable(),
  directedOn: day.nullable(),
  result: z.string().nullable(),
  coordination: z.array(z.object({ unitId: z.string(), opinion: z.string().nullable() })),
});

export function seenIncomingOf({
  document,
  handling,
  coordinations,
}: HeldDocument): z.output<typeof seenIncomingShape> {
  const { direction, directedByName: directedBy, directedOn, result } = handling;
  return {
    ...incomingOf({ document, handling }),
    direction,
    directedBy,
    directedOn,
    result,
    coordination: coordinations.map(({ unitId, opinion }) => ({ unitId, opinion })),
  };
}
