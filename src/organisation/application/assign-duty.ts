import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDate, civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { dutyFlaws, holderOn, type DutyDraft } from '../domain/duty-flaws.js';
import type { UnitFunction } from '../domain/functions.js';
import { dayBefore } from '../domain/unit-tree.js';
import { FunctionHolderEntity } from '../persistence/organisation.entities.js';
import { OrganisationQueries } from '../persistence/organisation-queries.js';
import { requireFlawless } from './flawless.js';
import { requireOrganiser } from './write-units.js';

/** Gives a duty to a unit from a day on. */
@Injectable()
export class AssignDuty {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly queries: OrganisationQueries,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`, `input-invalid` at the field */
  async assign(actor: Actor, unitId: string, draft: DutyDraft): Promise<void> {
    requireOrganiser(actor);
    await this.uow.run(async (tx) => {
      const unit = await this.queries.unit(unitId, tx);
      if (unit === null) throw new DomainError('not-found', { what: 'unit' });
      const held = await this.queries.duties(tx);
      requireFlawless(dutyFlaws(draft, unit, { held, today: civilDateOf(this.clock.now()) }));
      const [unitFunction, validFrom] = [draft.unitFunction as UnitFunction, civilDate(draft.from)];
      const before = holderOn(held, unitFunction, validFrom);
      if (before !== null) await tx.update(FunctionHolderEntity, { id: before.id }, { validTo: dayBefore(validFrom) });
      await tx.insert(FunctionHolderEntity, { id: newId(), unitFunction, unitId, validFrom, validTo: null });
      const detail = { duty: unitFunction, from: validFrom, before: before?.unitId ?? null, after: unitId };
      await this.journal.record(tx, actor, { action: 'unit.duty', objectKind: 'unit', objectId: unitId, detail });
    });
  }
}
