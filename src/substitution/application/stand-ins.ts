import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory, type Person } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { actorInPlace, chainOf, chainsTo, endOf, type Chain } from '../domain/substitution.js';
import type { SubstitutionEntity } from '../persistence/substitution.entity.js';
import { SubstitutionQueries } from '../persistence/substitution-queries.js';

/** Somebody in whose place a person may act now. */
export interface StandIn {
  /** The person in the principal's place. */
  readonly actor: Actor;
  readonly principal: Person;
  /** The substitution that the principal has; the others by which it came to this person follow. */
  readonly links: Chain<Readonly<SubstitutionEntity>>['links'];
  /** The first moment without it, unless somebody ends it before. */
  readonly until: Date;
}

/**
 * The one place that says who acts for whom. It is asked at each request, and what it reads is known to be what the database holds, so that a
 * substitution ends everywhere at its moment, and nobody acts with rights that the principal has lost.
 */
@Injectable()
export class StandIns {
  constructor(
    private readonly queries: SubstitutionQueries,
    private readonly staff: StaffDirectory,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly uow: UnitOfWork,
  ) {}

  /** This person in that one's place; null when there is no such substitution now. @param actor as themselves */
  async inPlaceOf(actor: Actor, principalId: string): Promise<StandIn | null> {
    const now = this.clock.now();
    const chain = chainOf(principalId, await this.queries.holding(now), now);
    return chain?.substituteId === actor.id ? this.standIn(actor, chain) : null;
  }

  /** In whose place this person may act now, by who ends first. @param actor as themselves */
  async of(actor: Actor): Promise<readonly StandIn[]> {
    const now = this.clock.now();
    const chains = chainsTo(actor.id, await this.queries.holding(now), now);
    const found = await Promise.all(chains.map((chain) => this.standIn(actor, chain)));
    return found.filter((one) => one !== null).sort((one, other) => one.until.getTime() - other.until.getTime());
  }

  /** Begins to act in somebody's place; that it was begun stands in the journal. @throws DomainError `not-found` */
  async enter(actor: Actor, principalId: string): Promise<StandIn> {
    const found = await this.inPlaceOf(actor, principalId);
    if (found === null) throw new DomainError('not-found', { what: 'substitution' });
    const [{ id }, ...further] = found.links;
    const act = { action: 'substitution.enter', objectKind: 'substitution', objectId: id } as const;
    const detail = { principalId, through: further.map((link) => link.id) };
    await this.uow.run((tx) => this.journal.record(tx, found.actor, { ...act, detail }));
    return found;
  }

  private async standIn(substitute: Actor, chain: Chain<Readonly<SubstitutionEntity>>): Promise<StandIn | null> {
    const principal = await this.working(chain.links[0].principalId);
    const actor = principal && actorInPlace(chain, principal.actor, substitute);
    return principal && actor && { actor, principal, links: chain.links, until: endOf(chain) };
  }

  /** @returns null for a person who no longer works here: nobody stands in for them */
  private async working(id: string): Promise<Person | null> {
    try {
      return await this.staff.person(id);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'not-found') return null;
      throw error;
    }
  }
}
