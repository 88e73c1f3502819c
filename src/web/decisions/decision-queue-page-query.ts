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

  async read(actor: Actor) {
    const items = await this.queue.of(actor);
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
  return item.proposal.wish.act === 'assign' ? [item.proposal.wish.given.officerId] : [];
}

export type DecisionQueueReading = Awaited<ReturnType<DecisionQueuePageQuery['read']>>;
