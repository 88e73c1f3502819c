import type { EntityManager } from 'typeorm';
import { arrivalTerms } from '../domain/arrival/arrival-number.js';
import { documentWords } from '../domain/document-words.js';
import { printedCode } from '../domain/register.js';
import { DocumentWordEntity } from '../persistence/document-word.entity.js';
import type { IncomingDocumentEntity, OutgoingDocumentEntity } from '../persistence/documents.entities.js';

type Book = DocumentWordEntity['book'];

/** Makes an incoming line findable by its author, number and subject; lines of tickets are found by their tickets. */
export function indexIncoming(tx: EntityManager, document: IncomingDocumentEntity): Promise<void> {
  const { id, senderName, code, typeName, subject } = document;
  return index(tx, { id, book: 'incoming' }, [senderName, code, typeName, subject, ...arrivalTerms(document)]);
}

/** A line that was entered before its number was known is found by it too. Nothing for a line of a ticket. */
export async function indexArrivalNumber(
  tx: EntityManager,
  line: Pick<IncomingDocumentEntity, 'id' | 'arrivalNumber'>,
): Promise<void> {
  const known = await tx.findBy(DocumentWordEntity, { documentId: line.id });
  if (known.length === 0) return;
  const words = new Set(known.map(({ word }) => word));
  const more = documentWords(...arrivalTerms(line)).filter((word) => !words.has(word));
  for (const word of more) await tx.insert(DocumentWordEntity, { word, documentId: line.id, book: 'incoming' });
}

export function indexOutgoing(
  tx: EntityManager,
  { id, number, notation, typeName, subject, recipients }: OutgoingDocumentEntity,
): Promise<void> {
  return index(tx, { id, book: 'outgoing' }, [printedCode(number, notation), typeName, subject, ...recipients]);
}

async function index(
  tx: EntityManager,
  { id: documentId, book }: { readonly id: string; readonly book: Book },
  texts: readonly string[],
): Promise<void> {
  const rows = documentWords(...texts).map((word) => ({ word, documentId, book }));
  if (rows.length > 0) await tx.insert(DocumentWordEntity, rows.slice(0, MAX_WORDS));
}

/** Three values a row; SQL Server takes 2,100 in a statement. */
const MAX_WORDS = 400;
