import type { EntityManager } from 'typeorm';
import { chainOf } from '../domain/substitution.js';
import { holdingAt } from '../persistence/substitution-queries.js';

/** Who hears what a person hears. */
export interface AlsoTold {
  readonly substituteId: string;
  readonly principalName: string;
}

/** By whom each of these people is substituted at a moment; those who are not are left out. Inside somebody else's transaction. */
export async function substitutesOf(
  tx: EntityManager,
  staffIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, AlsoTold>> {
  const holding = await holdingAt(tx, at);
  const found = new Map<string, AlsoTold>();
  for (const id of staffIds) {
    const chain = chainOf(id, holding, at);
    if (chain !== null)
      found.set(id, { substituteId: chain.substituteId, principalName: chain.links[0].principalName });
  }
  return found;
}
