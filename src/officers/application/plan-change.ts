import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DraftQueries, type DraftEntity } from '../../drafting/index.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDate, civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { StaffDirectory } from '../../organisation/index.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { HandOverTickets, type HeldTicket } from '../../tickets/index.js';
import { changeFlaws, planHash, takerOf, type ChangeCase, type ChangeDraft } from '../domain/officer-change.js';
import { mayEditOfficers } from '../domain/policy.js';
import { OfficerChangeEntity } from '../persistence/officers.entities.js';

/** Everything that a change touches, as it stands now. */
export interface OfficerPlan {
  readonly tickets: readonly { readonly ticket: HeldTicket; readonly toOfficerId: string }[];
  /** Letters that go along with their tickets, wherever they are before they are out. */
  readonly letters: readonly DraftEntity[];
  readonly reminders: number;
  /** Officers to whom a ticket may go: the new one, and who stays. */
  readonly takers: readonly string[];
  readonly hash: string;
}

/** Draws the plan of a change: nothing happens before somebody has seen it and confirmed it. */
@Injectable()
export class PlanChange {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly staff: StaffDirectory,
    private readonly handOver: HandOverTickets,
    private readonly drafts: DraftQueries,
  ) {}

  /** @returns the id of the change @throws DomainError `forbidden`, `not-found`, `input-invalid` at the field */
  async begin(actor: Actor, unitId: string, given: ChangeDraft): Promise<string> {
    requireEditor(actor);
    const draft = { ...given, phone: given.phone.trim(), email: given.email.trim() };
    await this.staff.unit(unitId);
    const [flaw] = changeFlaws(draft, await this.caseOf(unitId));
    if (flaw) throw new DomainError('input-invalid', { field: flaw.field, message: flaw.sentence });
    const { leavingId, takingId, validFrom, reason, phone, email } = draft;
    const id = newId();
    await this.uow.run(async (tx) => {
      await tx.insert(OfficerChangeEntity, {
        id,
        unitId,
        leavingId: leavingId === '' ? null : leavingId,
        takingId,
        validFrom: civilDate(validFrom),
        reason: reason.trim(),
        phone,
        email,
        state: 'planned',
        choices: {},
        createdById: actor.id,
        createdByName: actor.name,
        createdAt: this.clock.now(),
        confirmedById: null,
        confirmedByName: null,
        confirmedAt: null,
        doneAt: null,
        handed: null,
        gaveRole: null,
        reversedByName: null,
        reversedAt: null,
        stayed: null,
        problem: null,
        letterSha256: null,
        letterProblem: null,
      });
      const detail = { unitId, leavingId, takingId, validFrom };
      await this.journal.record(tx, actor, {
        action: 'officer.plan',
        objectKind: 'officerChange',
        objectId: id,
        detail,
      });
    });
    return id;
  }

  /** Sends tickets one by one to other officers than the new one. @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` */
  async choose(actor: Actor, id: string, choices: Readonly<Record<string, string>>): Promise<void> {
    requireEditor(actor);
    await this.uow.run(async (tx) => {
      const change = await this.one(id, tx);
      const { tickets, takers } = await this.planOf(change, tx);
      const meant = tickets.flatMap(({ ticket }): [string, string][] => {
        const chosen = choices[ticket.id];
        return chosen !== undefined && chosen !== change.takingId && takers.includes(chosen)
          ? [[ticket.id, chosen]]
          : [];
      });
      const stands = { id, version: change.version, state: 'planned' as const };
      const { affected } = await tx.update(OfficerChangeEntity, stands, { choices: Object.fromEntries(meant) });
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'officerChange', id });
    });
  }

  /** @throws DomainError `not-found` */
  async one(id: string, tx: EntityManager = this.database.reader.manager): Promise<OfficerChangeEntity> {
    const change = await tx.findOneBy(OfficerChangeEntity, { id });
    if (!change) throw new DomainError('not-found', { what: 'officerChange' });
    return change;
  }

  /** The tickets of the officer who leaves, and those of the unit that no present officer holds. */
  async planOf(change: OfficerChangeEntity, tx: EntityManager = this.database.reader.manager): Promise<OfficerPlan> {
    const { unitId, leavingId, takingId, validFrom, choices } = change;
    const staying = (await this.staff.contactOfficers(unitId)).map(({ id }) => id).filter((id) => id !== leavingId);
    const takers = [takingId, ...staying.filter((id) => id !== takingId)];
    const held = await this.handOver.held(tx, { unitId });
    const tickets = held
      .filter(({ officerId }) => officerId === null || !takers.includes(officerId))
      .map((ticket) => ({ ticket, toOfficerId: takerOf(ticket.id, choices, { takingId, takers }) }));
    const ids = tickets.map(({ ticket }) => ticket.id);
    const letters = await this.drafts.underWayOf(ids, tx);
    const hash = planHash({
      unitId,
      leavingId,
      takingId,
      validFrom,
      letters: letters.map(({ id, version }) => ({ id, version })),
      tickets: tickets.map(({ ticket: { id, version }, toOfficerId }) => ({ id, version, toOfficerId })),
    });
    return { tickets, letters, reminders: await this.handOver.remindersOf(tx, ids), takers, hash };
  }

  /** What a new change of a unit is compared with. */
  async caseOf(unitId: string, tx: EntityManager = this.database.reader.manager): Promise<ChangeCase> {
    const [officers, people, isOneWaiting] = await Promise.all([
      this.staff.contactOfficers(unitId),
      this.staff.people(),
      tx.existsBy(OfficerChangeEntity, { unitId, state: 'waiting' }),
    ]);
    return {
      officerIds: officers.map(({ id }) => id),
      peopleIds: people.filter((person) => person.unitId === unitId).map(({ id }) => id),
      today: civilDateOf(this.clock.now()),
      isOneWaiting,
    };
  }
}

/** @throws DomainError `forbidden` */
export function requireEditor(actor: Actor): void {
  if (!mayEditOfficers(actor)) throw new DomainError('forbidden');
}
