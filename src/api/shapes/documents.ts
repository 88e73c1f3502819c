import { z } from 'zod';
import { awaitsNumber } from '../../documents/domain/arrival/arrival-number.js';
import { HANDLING_STATES, SETTLEMENTS } from '../../correspondence/domain/handling.js';
import { WRITING_WAYS } from '../../correspondence/domain/writing-person.js';
import { personWho, type HeldDocument, type ListedDocument, type SeenDocument } from '../../correspondence/index.js';
import { DOCUMENT_OUTCOMES } from '../../documents/domain/document-outcome.js';
import { copiesFor } from '../../documents/domain/copies.js';
import { OUTGOING_STATES, printedCode } from '../../documents/domain/register.js';
import type { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../documents/index.js';
import { kindsBegunFrom } from '../../drafting/domain/begun-from.js';
import { CASE_KINDS } from '../../drafting/domain/case.js';
import { APPROVAL_KINDS, DRAFT_STATES } from '../../drafting/domain/draft.js';
import { SIGNATURE_STATES } from '../../signing/domain/signature-request.js';
import type { DraftEntity } from '../../drafting/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { DocumentPlace, FilesOfDocument } from '../../records/index.js';
import { day, instant, text } from './wire.js';

export const begunDraft = z.object({ documentId: z.string().meta({ description: 'Of the draft.' }) });

export const kindFrom = (place: 'nothing' | 'incoming'): z.ZodString =>
  text.meta({ description: `One of ${kindsBegunFrom(place).join(', ')}.`, example: 'ke-hoach' });

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

/** What may be done with a document now, each by a door of its own. */
const DOCUMENT_ACTS = ['edit', 'send', 'approveContent', 'approveFormat', 'giveBack', 'submit'] as const;

/** A file of the file plan in which a document lies. */
export const recordFilesShape = z
  .array(z.object({ id: z.string(), notation: z.string(), title: z.string() }))
  .meta({ description: 'Files of the file plan in which it lies, of those that you may see.' });

export function recordFilesOf({ lies }: FilesOfDocument): z.output<typeof recordFilesShape> {
  return lies.map(({ id, notation, title }) => ({ id, notation, title }));
}

/** Into which file a document is put. */
export const recordFilePlace = z.strictObject({
  fileId: z.string().optional().meta({ description: 'An open file that you keep.' }),
  heading: z.string().optional().meta({ description: 'Notation of a heading of the file plan of your unit.' }),
});

/** @throws DomainError `input-invalid` unless one of the two is given */
export function placeOf({ fileId, heading }: z.output<typeof recordFilePlace>): DocumentPlace {
  if (fileId !== undefined && heading === undefined) return { fileId };
  if (heading !== undefined && fileId === undefined) return { entry: heading };
  throw new DomainError('input-invalid', { field: 'fileId', message: 'Gửi một trong hai: fileId hoặc heading.' });
}

/** With what is written in it, how far it has come, and its line in the outgoing register, null until it has a number. */
export const seenDocumentShape = documentShape.extend({
  version: z
    .int()
    .meta({ description: 'Sent along with what changes it; when it has moved on since, nothing is done.' }),
  signerId: z.string(),
  parts: z.record(z.string(), z.unknown()).meta({
    description: 'What people type in a document of this kind, by the names of its parts: text, lists, rows.',
  }),
  annexes: z.array(z.object({ position: z.int(), name: z.string(), size: z.int(), sha256: z.string() })),
  hasPage: z
    .boolean()
    .meta({ description: 'Whether the present revision has its page; it is made soon after saving.' }),
  pageProblem: z.string().nullable().meta({ description: 'Why no page could be made.' }),
  returnReason: z.string().nullable(),
  acts: z.array(z.enum(DOCUMENT_ACTS)).meta({ description: 'What you may do with it now.' }),
  approvals: z.array(z.object({ kind: z.enum(APPROVAL_KINDS), by: z.string(), at: instant })),
  signature: z.object({ id: z.string(), state: z.enum(SIGNATURE_STATES), remark: z.string().nullable() }).nullable(),
  recordFiles: recordFilesShape,
  outgoing: z
    .object({
      code: z.string(),
      issuedOn: day,
      state: z.enum(OUTGOING_STATES),
      answersDocumentId: z.string().nullable(),
    })
    .nullable(),
});

export function seenDocumentOf(seen: SeenDocument, files: FilesOfDocument): z.output<typeof seenDocumentShape> {
  const { draft, may, parts, signature, outgoing } = seen;
  const { version, signerId, pdfSha256, pdfProblem: pageProblem, returnReason } = draft;
  return {
    ...documentOf(draft),
    version,
    signerId,
    parts,
    hasPage: pdfSha256 !== null,
    pageProblem,
    returnReason,
    annexes: seen.annexes.map(({ name, size, sha256 }, at) => ({ position: at + 1, name, size, sha256 })),
    acts: DOCUMENT_ACTS.filter((act) => may[act]),
    approvals: seen.approvals.map(({ kind, approverName: by, at }) => ({ kind, by, at })),
    signature: signature && { id: signature.id, state: signature.state, remark: signature.comment },
    recordFiles: recordFilesOf(files),
    outgoing: outgoing && {
      code: printedCode(outgoing.number, outgoing.notation),
      issuedOn: outgoing.issuedDate,
      state: outgoing.state,
      answersDocumentId: outgoing.replyToId,
    },
  };
}

/** Null while the e-office, which owns the book, has yet to give it. */
export const arrivalNumber = z.int().nullable();

export function arrivalNumberOf(document: IncomingDocumentEntity): z.output<typeof arrivalNumber> {
  return awaitsNumber(document) ? null : document.arrivalNumber;
}

/** A line of the incoming register that is handled without a ticket. */
export const incomingShape = z
  .object({
    id: z.string(),
    year: z.int(),
    arrivalNumber,
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
  const { id, year, senderName, code, subject } = document;
  return {
    id,
    year,
    arrivalNumber: arrivalNumberOf(document),
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
  version: z.int().meta({ description: 'Of its handling; sent along when it is routed.' }),
  direction: z.string().nullable(),
  directedBy: z.string().nullable(),
  person: z
    .object({ wroteBy: z.enum(WRITING_WAYS), address: z.string() })
    .nullable()
    .meta({ description: 'The person who wrote it; null for a document of an agency.' }),
  directedOn: day.nullable(),
  unitDirection: z.object({ words: z.string().nullable(), by: z.string(), on: day }).nullable().meta({
    description: 'Who in the lead unit named its handler, and with which words; null while it has no handler.',
  }),
  result: z.string().nullable(),
  coordination: z.array(z.object({ unitId: z.string(), opinion: z.string().nullable() })),
  recordFiles: recordFilesShape,
});

export function seenIncomingOf(
  { document, handling, coordinations }: HeldDocument,
  files: FilesOfDocument,
): z.output<typeof seenIncomingShape> {
  const { version, direction, directedByName: directedBy, directedOn, result } = handling;
  return {
    ...incomingOf({ document, handling }),
    version,
    direction,
    directedBy,
    directedOn,
    unitDirection: unitDirectionOf(handling),
    result,
    person: personWho(handling),
    coordination: coordinations.map(({ unitId, opinion }) => ({ unitId, opinion })),
    recordFiles: recordFilesOf(files),
  };
}

function unitDirectionOf({
  unitDirection: words,
  unitDirectedByName: by,
  unitDirectedOn: on,
}: HeldDocument['handling']): z.output<typeof seenIncomingShape>['unitDirection'] {
  return by === null || on === null ? null : { words, by, on };
}

/** A line of the outgoing register. */
export const outgoingLineShape = z
  .object({
    id: z.string(),
    year: z.int(),
    number: z.int(),
    code: z.string(),
    issuedOn: day,
    type: z.string(),
    subject: z.string(),
    signer: z.string(),
    recipients: z.array(z.object({ name: z.string(), copies: z.int() })),
    state: z.enum(OUTGOING_STATES),
    releasedAt: instant.nullable(),
    answersDocumentId: z.string().nullable(),
  })
  .meta({ id: 'OutgoingLine' });

export function outgoingLineOf(line: OutgoingDocumentEntity): z.output<typeof outgoingLineShape> {
  const { id, year, number, subject, state, releasedAt } = line;
  const recipients = line.recipients.map((name, at) => ({ name, copies: copiesFor(line, at) }));
  return {
    id,
    year,
    number,
    code: printedCode(number, line.notation),
    issuedOn: line.issuedDate,
    type: line.typeName,
    subject,
    signer: line.signerName,
    recipients,
    state,
    releasedAt,
    answersDocumentId: line.replyToId,
  };
}

/** A line of the incoming register, also of what a ticket was opened for. */
export const incomingLineShape = z
  .object({
    id: z.string(),
    year: z.int(),
    arrivalNumber,
    arrivedOn: day,
    senderName: z.string(),
    code: z.string(),
    issuedOn: day,
    type: z.string(),
    subject: z.string(),
    handler: z.string().nullable(),
    dueOn: day.nullable(),
    outcome: z.enum(DOCUMENT_OUTCOMES).nullable(),
    outcomeOn: day.nullable(),
  })
  .meta({ id: 'IncomingLine' });

export function incomingLineOf(line: IncomingDocumentEntity): z.output<typeof incomingLineShape> {
  const { handler, dueDate: dueOn, outcome, outcomeOn } = line;
  return { ...lineOf(line), handler, dueOn, outcome, outcomeOn };
}
