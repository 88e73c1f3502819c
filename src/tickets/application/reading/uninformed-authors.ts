import type { EntityManager } from 'typeorm';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import { UninformedAuthorEntity } from '../../persistence/uninformed-author.entity.js';
import type { UninformedSince } from './authorship.js';

/**
 * Keeps that somebody writes about a ticket without knowing its sender. It is decided while they write: later they may work elsewhere, or the sender be
 * hidden from others. Twice at once makes two rows, of which the earlier counts.
 */
export async function noteUninformed(tx: EntityManager, actor: Actor, ticketId: string, at: Date): Promise<void> {
  if (actor.id === SYSTEM.id) return;
  const by = { ticketId, staffId: actor.id };
  if (await tx.existsBy(UninformedAuthorEntity, by)) return;
  await tx.insert(UninformedAuthorEntity, { ...by, id: newId(), since: at });
}

/** Who has written about a ticket without knowing its sender, and since when. */
export async function uninformedAuthors(rows: EntityManager, ticketId: string): Promise<UninformedSince> {
  const found = await rows.find(UninformedAuthorEntity, { where: { ticketId }, order: { since: 'DESC', id: 'ASC' } });
  return new Map(found.map(({ staffId, since }) => [staffId, since]));
}
