import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { policyInForce, type PolicySet } from '../../law/index.js';
import type { MovedDeadlines } from '../../calendar/ports/open-deadlines.port.js';
import { mayPublishPolicies, Policies, type PublishedPolicy } from '../../policies/index.js';
import { PreviewRecount } from '../../tickets/index.js';
import type { PoliciesReading } from './policies-view.js';
import type { PolicyFormReading } from './policy-form-view.js';

/** More moved tickets than a person reads; the rest is a count. */
const MOVED_SHOWN = 50;

/** Reads the rules on time for their pages. */
@Injectable()
export class PoliciesPageQuery {
  constructor(
    private readonly policies: Policies,
    private readonly clock: Clock,
    private readonly open: PreviewRecount,
  ) {}

  async list(actor: Actor): Promise<PoliciesReading> {
    const today = civilDateOf(this.clock.now());
    const history = await this.policies.history();
    const inForce = policyInForce(
      history.map(({ set }) => set),
      today,
    );
    return { history, inForce, today, mayPublish: mayPublishPolicies(actor) };
  }

  /** @throws DomainError `not-found` */
  async one(version: number): Promise<{ readonly published: PublishedPolicy; readonly before: PolicySet | null }> {
    const published = await this.policies.published(version);
    return { published, before: version > 1 ? await this.policies.version(version - 1) : null };
  }

  /**
   * What a version would move if it were put in force for open tickets; null for those who may only read, and for versions that are over.
   *
   * @throws DomainError `not-found`
   */
  async openTickets(
    actor: Actor,
    version: number,
  ): Promise<{ readonly moved: MovedDeadlines; readonly inForce: boolean } | null> {
    if (!mayPublishPolicies(actor)) return null;
    const inForce = (await this.policies.at(civilDateOf(this.clock.now()))).version;
    if (version < inForce) return null;
    return {
      moved: await this.open.movedByPolicy(await this.policies.version(version), MOVED_SHOWN),
      inForce: version === inForce,
    };
  }

  /** What a set that is only being written would move if it were put in force for open tickets. */
  movedByDraft(set: PolicySet): Promise<MovedDeadlines> {
    return this.open.movedByPolicy(set, MOVED_SHOWN);
  }

  /** @param from the version to begin from; the one in force when null @throws DomainError `not-found` */
  async form(from: number | null): Promise<Omit<PolicyFormReading, 'refused' | 'moved'>> {
    const today = civilDateOf(this.clock.now());
    const history = await this.policies.history();
    const base = from === null ? await this.policies.at(today) : await this.policies.version(from);
    return { base, latest: history.at(-1)?.set.version ?? base.version, today };
  }
}
