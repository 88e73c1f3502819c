import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { mayEditPlan, planFlaws, type DraftedPlan, type FilePlan, type FilePlanEntry } from '../domain/file-plan.js';
import { FilePlanVersionEntity } from '../persistence/records.entities.js';
import { FilePlans } from './file-plans.js';

export interface PublishFilePlanCommand extends DraftedPlan {
  /** The version that the form was drawn from; 0 where there was none. */
  readonly latest: number;
}

/** Writes down the file plan of a year, or changes it. Files that are open keep what they were opened with. */
@Injectable()
export class PublishFilePlan {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly plans: FilePlans,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`, `file-plan-flawed` with the flaws, or `changed-meanwhile` when a version was written meanwhile */
  async publish(actor: Actor, { latest, ...drafted }: PublishFilePlanCommand): Promise<FilePlan> {
    if (!mayEditPlan(actor)) throw new DomainError('forbidden');
    const now = this.clock.now();
    const { year } = drafted;
    return this.uow.run(async (tx) => {
      const flaws = planFlaws(drafted, await this.plans.inUse(year, tx), yearOf(civilDateOf(now)));
      if (flaws.length > 0) throw new DomainError('file-plan-flawed', { flaws });
      const before = await this.plans.of(year, tx);
      if (before.version !== latest) throw new DomainError('changed-meanwhile', { latest: before.version });
      const version = latest + 1;
      const entries = drafted.entries as FilePlanEntry[];
      const reason = drafted.reason.trim();
      const who = { createdById: actor.id, createdByName: actor.name, createdAt: now };
      await tx.insert(FilePlanVersionEntity, { year, version, entries, reason, ...who }).catch((error: unknown) => {
        throw isUniqueViolation(error) ? new DomainError('changed-meanwhile', { latest }) : error;
      });
      await this.journal.record(tx, actor, {
        action: 'filePlan.publish',
        objectKind: 'filePlan',
        objectId: `${year}.${version}`,
        detail: { reason, before: before.entries, after: entries },
      });
      return { year, version, entries };
    });
  }
}
