import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Journal } from '../../journal/index.js';
import { completePolicy, POLICY_SETS, type PolicyDraft, type PolicySet } from '../../law/index.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { policyDifference } from '../domain/policy-difference.js';
import { mayPublishPolicies, publicationFlaws } from '../domain/publication.js';
import { PolicyVersionEntity } from '../persistence/policies.entities.js';
import { Policies } from './policies.js';

export interface PublishPolicyCommand {
  readonly draft: PolicyDraft;
  /** Why the rules change. */
  readonly reason: string;
  /** The version that the draft began from. */
  readonly basedOn: number;
  /** The highest version there was when the draft began; a newer one since then is somebody else's decision. */
  readonly latest: number;
}

/** Publishes a new version of the rules on time. Earlier versions stay as they are, and no ticket changes by it. */
@Injectable()
export class PublishPolicy {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly policies: Policies,
    private readonly journal: Journal,
  ) {}

  /**
   * @returns the new version
   * @throws DomainError `forbidden`, `not-found` for an unknown `basedOn`, `policy-flawed` with the flaws, or `changed-meanwhile` when a
   *   version was published since the draft began
   */
  async publish(actor: Actor, command: PublishPolicyCommand): Promise<PolicySet> {
    if (!mayPublishPolicies(actor)) throw new DomainError('forbidden');
    const before = await this.policies.version(command.basedOn);
    const now = this.clock.now();
    const flaws = publicationFlaws({ ...command, before, today: civilDateOf(now) });
    if (flaws.length > 0) throw new DomainError('policy-flawed', { flaws });
    const set = completePolicy(command.draft, command.latest + 1);
    await this.uow.run(async (tx) => {
      const versions = tx.getRepository(PolicyVersionEntity);
      const latest = (await versions.maximum('version')) ?? POLICY_SETS.length;
      if (latest !== command.latest) throw new DomainError('changed-meanwhile', { latest });
      const { version, ...body } = set;
      const { validFrom, citation, name } = set;
      const why = { createdById: actor.id, createdByName: actor.name, createdAt: now, reason: command.reason.trim() };
      try {
        await versions.insert({ version, validFrom, citation, name, body, ...why });
      } catch (error) {
        if (isUniqueViolation(error)) throw new DomainError('changed-meanwhile', { latest });
        throw error;
      }
      await this.journal.record(tx, actor, {
        action: 'policy.publish',
        objectKind: 'policy',
        objectId: String(version),
        detail: { validFrom, citation, basedOn: command.basedOn, changed: policyDifference(before, set) },
      });
    });
    return set;
  }
}
