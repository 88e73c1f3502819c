import { IsNull, type EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../../documents/index.js';
import { NOT_NAMED_THERE } from '../../domain/entry-by-hand.js';

/** The e-office names the line no more over the wire: letters that answer it wait for no name. A name that it has stays. */
export async function leaveUnnamed(tx: EntityManager, id: string): Promise<void> {
  await tx.update(IncomingDocumentEntity, { id, eOfficeId: IsNull() }, { eOfficeId: NOT_NAMED_THERE });
}
