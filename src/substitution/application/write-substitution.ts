import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Journal, noteTampers, sealRecords } from '../../journal/index.js';
import type { Actor, Role } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { StaffDirectory, type Person } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { mayAgree, mayBeChosen, mayEnd, maySpeakFor } from '../domain/policy.js';
import { substitutionFlaws, type SubstitutionDraft } from '../domain/substitution-flaws.js';
import { DELEGABLE_ROLES } from '../domain/substitution.js';
import { SEALED_SUBSTITUTION } from '../persistence/sealed-substitutions.js';
import { SubstitutionEntity } from '../persistence/substitution.entity.js';
import { SubstitutionQueries } from '../persistence/substitution-queries.js';
import { TELL_OF_SUBSTITUTION } from '../jobs/jobs.js';

export interface MadeSubstitution {
  readonly id: string;
  readonly isAgreed: boolean;
}

/**
 * Says who acts for whom, and ends it. It takes effect at its moment once the principal or a superior has agreed; who may agree does so by making it.
 * Both people are told, and who may agree where nobody has.
 */
@Injectable()
export class WriteSubstitution {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly staff: StaffDirectory,
    private readonly queries: SubstitutionQueries,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
  ) {}

  /** @returns its id, and whether it holds without anybody else's agreement @throws DomainError `input-invalid` at the field, also for a person for whom the actor may not speak */
  async make(actor: Actor, draft: SubstitutionDraft): Promise<MadeSubstitution> {
    const people = await this.staff.people();
    const principal = people.find(({ id, actor: one }) => id === draft.principalId && maySpeakFor(actor, one));
    const candidates = principal ? people.filter((one) => mayBeChosen(actor, principal.actor, one.actor)) : [];
    const id = newId();
    return this.uow.run(async (tx) => {
      const now = this.clock.now();
      const table = await this.queries.open(now, tx);
      const known = { principal: principal?.actor, candidates: candidates.map((one) => one.actor), table, now };
      const [flaw] = substitutionFlaws(draft, known);
      if (flaw !== undefined) throw new DomainError('input-invalid', { field: flaw.field, message: flaw.sentence });
      const row = rowOf(draft, people, now);
      const isAgreed = principal !== undefined && mayAgree(actor, row, principal.actor);
      await tx.insert(SubstitutionEntity, {
        ...row,
        id,
        createdById: actor.id,
        createdByName: actor.name,
        createdAt: now,
        ...(isAgreed ? agreement(actor, now) : { agreedAt: null, agreedById: null, agreedByName: null }),
        endedAt: null,
        endedByName: null,
      });
      await sealRecords(tx, SEALED_SUBSTITUTION, [id]);
      const { principalId, substituteId, roles, validFrom, validTo } = row;
      await this.journal.record(tx, actor, {
        action: 'substitution.make',
        objectKind: 'substitution',
        objectId: id,
        detail: {
          principalId,
          substituteId,
          roles,
          from: validFrom.toISOString(),
          to: validTo.toISOString(),
          isAgreed,
        },
      });
      await this.tell(tx, id, 'made');
      return { id, isAgreed };
    });
  }

  /**
   * Agrees to what somebody else made; from now on it holds at its times.
   *
   * @throws DomainError `not-found`, also for those who may not agree; `changed-meanwhile` where it is agreed to already, or over
   */
  async agree(actor: Actor, id: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const found = await tx.findOneBy(SubstitutionEntity, { id });
      const principal = found && (await this.memberOf(found.principalId));
      if (!principal || !mayAgree(actor, found, principal))
        throw new DomainError('not-found', { what: 'substitution' });
      const now = this.clock.now();
      if (found.validTo <= now) throw new DomainError('changed-meanwhile', { what: 'substitution' });
      const open = { id, agreedAt: IsNull(), endedAt: IsNull() };
      await noteTampers(tx, SEALED_SUBSTITUTION, [id]);
      const { affected } = await tx.update(SubstitutionEntity, open, agreement(actor, now));
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'substitution' });
      await sealRecords(tx, SEALED_SUBSTITUTION, [id]);
      const { principalId, substituteId } = found;
      await this.journal.record(tx, actor, {
        action: 'substitution.agree',
        objectKind: 'substitution',
        objectId: id,
        detail: { principalId, substituteId },
      });
      await this.tell(tx, id, 'agreed');
    });
  }

  /** From this moment on nobody acts by it. @throws DomainError `not-found`, also for those whom it does not concern; `changed-meanwhile` */
  async end(actor: Actor, id: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const found = await tx.findOneBy(SubstitutionEntity, { id });
      const principal = found && (await this.memberOf(found.principalId));
      if (!principal || !mayEnd(actor, found, principal)) throw new DomainError('not-found', { what: 'substitution' });
      const endedAt = this.clock.now();
      if (found.validTo <= endedAt) throw new DomainError('changed-meanwhile', { what: 'substitution' });
      const change = { endedAt, endedByName: actor.name };
      await noteTampers(tx, SEALED_SUBSTITUTION, [id]);
      const { affected } = await tx.update(SubstitutionEntity, { id, endedAt: IsNull() }, change);
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'substitution' });
      await sealRecords(tx, SEALED_SUBSTITUTION, [id]);
      const { principalId, substituteId } = found;
      await this.journal.record(tx, actor, {
        action: 'substitution.end',
        objectKind: 'substitution',
        objectId: id,
        detail: { principalId, substituteId, before: found.validTo.toISOString(), after: endedAt.toISOString() },
      });
      await this.tell(tx, id, 'ended');
    });
  }

  private async tell(tx: EntityManager, substitution: string, what: 'made' | 'agreed' | 'ended'): Promise<void> {
    await this.outbox.enqueue(tx, TELL_OF_SUBSTITUTION.of({ substitution, what }));
  }

  /** Also of somebody who has left: what they had is still to be ended. */
  private async memberOf(id: string): Promise<Pick<Actor, 'id' | 'unitId' | 'roles'>> {
    const people = await this.staff.people();
    return people.find((one) => one.id === id)?.actor ?? { id, unitId: null, roles: [] };
  }
}

type Row = Pick<
  SubstitutionEntity,
  'principalId' | 'principalName' | 'substituteId' | 'substituteName' | 'roles' | 'basis' | 'validFrom' | 'validTo'
>;

function agreement(
  { id, name }: Actor,
  at: Date,
): Pick<SubstitutionEntity, 'agreedAt' | 'agreedById' | 'agreedByName'> {
  return { agreedAt: at, agreedById: id, agreedByName: name };
}

/** A flawless draft as it is kept: it never begins before it was made. */
function rowOf(draft: SubstitutionDraft, people: readonly Person[], now: Date): Row {
  const { principalId, substituteId, basis, validFrom, validTo } = draft;
  const nameOf = (staffId: string): string => people.find(({ id }) => id === staffId)?.fullName ?? '';
  const roles = DELEGABLE_ROLES.filter((role): role is Role => draft.roles.includes(role));
  return {
    principalId,
    principalName: nameOf(principalId),
    substituteId,
    substituteName: nameOf(substituteId),
    roles,
    basis: basis.trim(),
    validFrom: new Date(Math.max(validFrom?.getTime() ?? 0, now.getTime())),
    validTo: validTo ?? now,
  };
}
