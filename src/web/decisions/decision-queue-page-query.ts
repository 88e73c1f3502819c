import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { NameQueries } from '../../organisation/index.js';
import { DecisionQueue, type WaitingItem } from '../../tickets/index.js';

/** Reads what waits for a person to decide, with the names that its page shows. */
@Injectable()
export class DecisionQueuePageQuery {
  constructor(
    private readonly queue: DecisionQueue,
    private readonly names: NameQueries,
  ) {}

  /** @param chosen ids of tickets that were chosen in a list; none for everything that waits */
  async read(actor: Actor, chosen: readonly string[]) {
    const items = await (chosen.length === 0 ? this.queue.of(actor) : this.queue.among(actor, chosen));
    const [units, people] = await Promise.all([
      this.names.units(items.flatMap(unitsIn)),
      this.names.people(items.flatMap(peopleIn)),
    ]);
    return { items, names: { units, people } };
  }
}

function unitsIn(item: WaitingItem): readonly string[] {
  if (item.kind !== 'proposal' || item.proposal.wish.act !== 'assign') return [];
  const { unitId, coordinators = [] } = item.proposal.wish.given;
  return [unitId, ...coordinators.map((ask) => ask.unitId)];
}

function peopleIn(item: WaitingItem): readonly string[] {
  if (item.kind === 'extension') return [item.extension.askedById];
  if (item.kind === 'publication') return [item.publication.askedById];
  if (item.kind === 'answer') return [item.answer.proposedById];
  return item.proposal.wish.act === 'assign' ? [item.proposal.wish.given.officerId] : [];
}

export type DecisionQueueReading = Awaited<ReturnType<DecisionQueuePageQuery['read']>>;
