import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { Journal } from '../../../journal/index.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { mayPublishPolicies, Policies } from '../../../policies/index.js';
import { requireText, type TextLengths } from '../../domain/required-text.js';
import { RECOUNT_BY_POLICY } from '../../jobs/jobs.js';

/** Of why open tickets are measured by other rules than those of the day they came. */
export const APPLY_REASON: TextLengths = { shortest: 10, longest: 1000 };

/** Puts the rules on time in force for tickets that are open already: only on purpose, with a reason that the journal keeps. */
@Injectable()
export class ApplyPolicyToOpenTickets {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly policies: Policies,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`; `input-invalid` without a reason, or for a version that is not in force today */
  async apply(actor: Actor, version: number, given: string): Promise<void> {
    if (!mayPublishPolicies(actor)) throw new DomainError('forbidden');
    await this.policies.version(version);
    const inForce = await this.policies.at(civilDateOf(this.clock.now()));
    if (inForce.version !== version) {
      const message = 'Chỉ bộ thời hạn đang có hiệu lực mới áp dụng được cho phiếu đang mở.';
      throw new DomainError('input-invalid', { message });
    }
    const reason = requireText('reason', given, APPLY_REASON);
    const policyVersion = String(version);
    await this.uow.run(async (tx) => {
      await this.outbox.enqueue(tx, RECOUNT_BY_POLICY.of({ policyVersion }, newId()));
      await this.journal.record(tx, actor, {
        action: 'policy.apply',
        objectKind: 'policy',
        objectId: policyVersion,
        detail: { reason },
      });
    });
  }
}
