import type { EntityManager } from 'typeorm';
import { incomingLine, type RegisterLine } from '../domain/register-line.js';
import { DocumentFileEntity, IncomingDocumentEntity } from '../persistence/documents.entities.js';

/** The line of an incoming document as it stands in this transaction, with what it vouches for. */
export async function incomingLineOf(tx: EntityManager, id: string): Promise<RegisterLine> {
  const document = await tx.findOneByOrFail(IncomingDocumentEntity, { id });
  const files = await tx.find(DocumentFileEntity, { where: { documentId: id }, order: { position: 'ASC' } });
  return incomingLine(document, files);
}
