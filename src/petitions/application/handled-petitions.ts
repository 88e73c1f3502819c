import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { partiesOf } from '../domain/petition-access.js';
import { PetitionEntity } from '../persistence/petition.entities.js';

/** @returns by the ticket, whether this person handles the petition that it was entered as; nothing of tickets that are none */
export async function handledPetitions(
  manager: EntityManager,
  actor: Actor,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  if (ticketIds.length === 0) return new Map();
  const petitions = await manager.find(PetitionEntity, {
    where: { ticketId: In([...ticketIds]) },
    select: { id: true, ticketId: true, kind: true, takenById: true, leaderId: true, chargedId: true },
  });
  return new Map(petitions.map((one) => [one.ticketId ?? '', partiesOf(actor, one).length > 0]));
}
