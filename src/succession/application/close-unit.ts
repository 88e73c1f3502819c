import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Journal, noteTampers, sealRecords } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDate, civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { byPersonName } from '../../kernel/vietnamese.js';
import { Notices } from '../../notices/index.js';
import { OfficerTerms } from '../../officers/index.js';
import {
  AssignRoles,
  CommandedWork,
  FunctionHolderEntity,
  OrganisationQueries,
  SEALED_ACCOUNT,
  StaffEntity,
  UnitEntity,
  WorkInHand,
  type WorkCount,
} from '../../organisation/index.js';
import type { UnitFunction } from '../../organisation/domain/functions.js';
import { mayOrganise } from '../../organisation/domain/policy.js';
import { dayBefore, isOfCommune, openChildren } from '../../organisation/domain/unit-tree.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { closingFlaws, type ClosingDraft } from '../domain/closing-flaws.js';

/** What a closing would move. */
export interface ClosingPreview {
  readonly unit: UnitEntity;
  readonly units: readonly UnitEntity[];
  readonly today: CivilDate;
  /** Open work, sort by sort, also sorts of which there is none. */
  readonly work: readonly WorkCount[];
  /** Those who work there, by name. */
  readonly people: readonly StaffEntity[];
  readonly duties: readonly FunctionHolderEntity[];
  readonly children: readonly UnitEntity[];
}

/** A closing that is under way, in its transaction. */
interface Closing {
  readonly unit: UnitEntity;
  readonly successor: UnitEntity;
  /** The first day without the unit. */
  readonly from: CivilDate;
  readonly reason: string;
}

/**
 * Closes a unit: its open work, people, duties and sub-units go to the unit that follows, all of it in one transaction or nothing. Deadlines run on as
 * they stand. What has ended stays with the closed unit, under the name of its day.
 */
@Injectable()
export class CloseUnit {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly queries: OrganisationQueries,
    private readonly work: WorkInHand,
    private readonly journal: Journal,
    private readonly notices: Notices,
    private readonly terms: OfficerTerms,
    private readonly roles: AssignRoles,
    private readonly commandedWork: CommandedWork,
  ) {}

  /** @throws DomainError `forbidden`, `not-found` */
  async preview(actor: Actor, unitId: string): Promise<ClosingPreview> {
    if (!mayOrganise(actor)) throw new DomainError('forbidden');
    const { manager } = this.database.reader;
    const [units, people, duties] = await Promise.all([
      this.queries.units(),
      this.peopleOf(manager, unitId),
      this.queries.duties(),
    ]);
    const unit = units.find(({ id }) => id === unitId);
    if (unit === undefined) throw new DomainError('not-found', { what: 'unit' });
    const today = this.today();
    return {
      unit,
      units,
      people,
      today,
      children: openChildren(units, unitId),
      work: await this.work.lyingWith(manager, { unitId }),
      duties: duties.filter((duty) => duty.unitId === unitId && (duty.validTo === null || duty.validTo >= today)),
    };
  }

  /** @throws DomainError `forbidden`, `not-found`, `input-invalid` at the field, `changed-meanwhile`, and what a feature says that cannot move its work */
  async close(actor: Actor, unitId: string, draft: ClosingDraft): Promise<void> {
    if (!mayOrganise(actor)) throw new DomainError('forbidden');
    await this.uow.run(async (tx) => {
      const closing = await this.begin(tx, unitId, draft);
      const people = await this.peopleOf(tx, unitId);
      const lying = (await this.work.lyingWith(tx, { unitId })).filter(({ count }) => count > 0);
      const work = lying.map(({ words, count }) => ({ words, count }));
      await this.moveWork(tx, actor, closing, people);
      await this.movePeople(tx, actor, closing, people);
      const duties = await this.moveDuties(tx, closing);
      await this.moveChildren(tx, actor, closing);
      await this.end(tx, closing);
      await this.journal.record(tx, actor, {
        action: 'unit.close',
        objectKind: 'unit',
        objectId: unitId,
        detail: {
          successorId: draft.successorId,
          from: draft.from,
          reason: draft.reason,
          people: people.length,
          work,
          duties,
        },
      });
      await this.tell(tx, closing, people);
    });
  }

  private async begin(tx: EntityManager, unitId: string, draft: ClosingDraft): Promise<Closing> {
    const units = await this.queries.units(tx);
    const unit = units.find(({ id }) => id === unitId);
    if (unit === undefined) throw new DomainError('not-found', { what: 'unit' });
    const [flaw] = closingFlaws(draft, unit, { units, today: this.today() });
    const successor = units.find(({ id }) => id === draft.successorId);
    if (flaw !== undefined || successor === undefined)
      throw new DomainError('input-invalid', { field: flaw?.field, message: flaw?.sentence });
    if (isOfCommune(units, successor.id))
      await this.commandedWork.requireNone(tx, units, { id: unit.id, field: 'successorId' });
    return { unit, successor, from: civilDate(draft.from), reason: draft.reason };
  }

  /** An officer takes along what lies with him; the rest goes to an officer of the unit that follows, or to the unit alone where it has none. */
  private async moveWork(
    tx: EntityManager,
    actor: Actor,
    { unit, successor, reason }: Closing,
    people: readonly StaffEntity[],
  ): Promise<void> {
    const because = `${unit.name} ngừng hoạt động, ${successor.name} tiếp nhận. ${reason}`;
    const isOfficer = ({ roles }: StaffEntity): boolean => roles.includes('contactOfficer');
    const own = people.filter(isOfficer);
    const [next] = [...(await this.peopleOf(tx, successor.id)).filter(isOfficer), ...own];
    const holders = [
      ...own.map(({ id }) => ({ from: { unitId: unit.id, officerId: id }, officerId: id })),
      {
        from: { unitId: unit.id },
        officerId: next?.id ?? null,
      },
    ];
    for (const { from, officerId } of holders) {
      await this.work.handOver(tx, actor, { from, to: { unitId: successor.id, officerId }, because });
    }
  }

  private async movePeople(
    tx: EntityManager,
    actor: Actor,
    { unit, successor, from }: Closing,
    people: readonly StaffEntity[],
  ): Promise<void> {
    for (const { id, roles } of people) {
      if (roles.includes('contactOfficer')) await this.terms.end(tx, unit.id, id, from);
      // The head of a unit that is no more is not for that the head of another.
      await this.roles.endIn(tx, actor, { staffId: id, role: 'unitHead', from });
      await noteTampers(tx, SEALED_ACCOUNT, [id]);
      await tx.update(StaffEntity, { id }, { unitId: successor.id });
      await sealRecords(tx, SEALED_ACCOUNT, [id]);
      const detail = { before: { unitId: unit.id }, after: { unitId: successor.id } };
      await this.journal.record(tx, actor, { action: 'staff.move', objectKind: 'staff', objectId: id, detail });
    }
  }

  /**
   * A duty that the unit holds is the successor's from the day on; one that it would have had is the successor's from its beginning.
   *
   * @returns which
   */
  private async moveDuties(tx: EntityManager, { unit, successor, from }: Closing): Promise<readonly UnitFunction[]> {
    const last = dayBefore(from);
    const moved = new Set<UnitFunction>();
    for (const { id, unitFunction, unitId, validFrom, validTo } of await this.queries.duties(tx)) {
      if (unitId !== unit.id || (validTo !== null && validTo <= last)) continue;
      moved.add(unitFunction);
      if (validFrom > last) {
        await tx.update(FunctionHolderEntity, { id }, { unitId: successor.id });
        continue;
      }
      await tx.update(FunctionHolderEntity, { id }, { validTo: last });
      const next = { id: newId(), unitFunction, unitId: successor.id, validFrom: from, validTo };
      await tx.insert(FunctionHolderEntity, next);
    }
    return [...moved];
  }

  private async moveChildren(tx: EntityManager, actor: Actor, { unit, successor }: Closing): Promise<void> {
    for (const { id } of openChildren(await this.queries.units(tx), unit.id)) {
      await tx.update(UnitEntity, { id }, { parentId: successor.id });
      const detail = { before: { parentId: unit.id }, after: { parentId: successor.id } };
      await this.journal.record(tx, actor, { action: 'unit.place', objectKind: 'unit', objectId: id, detail });
    }
  }

  private async end(tx: EntityManager, { unit, successor, from }: Closing): Promise<void> {
    const change = { validTo: dayBefore(from), successorId: successor.id };
    const { affected } = await tx.update(UnitEntity, { id: unit.id, validTo: IsNull() }, change);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'unit', id: unit.id });
  }

  /** Those who moved, and those of the unit that follows who have charge of tickets. */
  private async tell(tx: EntityManager, { unit, successor }: Closing, moved: readonly StaffEntity[]): Promise<void> {
    const handle = (await this.peopleOf(tx, successor.id)).filter(({ roles }) =>
      roles.some((role) => role === 'contactOfficer' || role === 'unitHead'),
    );
    await this.notices.tellEach(
      tx,
      [...moved, ...handle].map(({ id }) => id),
      {
        key: `unit.closed:${unit.id}`,
        kind: 'news',
        words: `${unit.name} ngừng hoạt động; người và việc đang mở chuyển về ${successor.name}. Hạn của phiếu không đổi.`,
      },
    );
  }

  private async peopleOf(tx: EntityManager, unitId: string): Promise<StaffEntity[]> {
    const people = await this.queries.people(unitId, tx);
    return people.filter(({ active }) => active).sort((one, other) => byPersonName(one.fullName, other.fullName));
  }

  private today(): CivilDate {
    return civilDateOf(this.clock.now());
  }
}
