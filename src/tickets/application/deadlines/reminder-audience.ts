import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Role } from '../../../kernel/actor.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { ESCALATION_TIERS, type EscalationTier } from '../../../law/index.js';
import { StaffDirectory, type Person } from '../../../organisation/index.js';
import { OWED_BY, type RemindedDuty } from '../../domain/deadlines/reminded-duties.js';
import { TicketCoordinationEntity } from '../../persistence/life.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';

type TicketOfSomebody = Pick<TicketEntity, 'id' | 'cycle' | 'leadUnitId' | 'officerId'>;

/** A duty that is owed; each coordinating unit owes its reply in its own time. */
interface OwedDuty {
  readonly duty: RemindedDuty;
  readonly countedForUnitId: string | null;
}

/** Who hears a reminder: the people behind the tiers of the escalation chain, for one ticket and duty. */
@Injectable()
export class ReminderAudience {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly clock: Clock,
  ) {}

  /** @returns each person once, at the nearest tier; where nobody is left at a tier, the next one up hears instead */
  async of(
    tx: EntityManager,
    ticket: TicketOfSomebody,
    owed: OwedDuty,
    tiers: readonly EscalationTier[],
  ): Promise<ReadonlyMap<string, EscalationTier>> {
    const units = await this.hearing(ticket, await this.owingUnits(tx, ticket, owed));
    const heard = new Map<string, EscalationTier>();
    for (const wanted of tiers) {
      for (const tier of ESCALATION_TIERS.slice(ESCALATION_TIERS.indexOf(wanted))) {
        const people = await this.atTier(tier, ticket, units);
        for (const { id } of people) if (!heard.has(id)) heard.set(id, tier);
        if (people.length > 0) break;
      }
    }
    return heard;
  }

  /** The units that owe the duty; empty while nobody does but the system. */
  async owingUnits(
    tx: EntityManager,
    ticket: TicketOfSomebody,
    { duty, countedForUnitId }: OwedDuty,
  ): Promise<readonly string[]> {
    const { id: ticketId, cycle, leadUnitId } = ticket;
    switch (OWED_BY[duty]) {
      case 'leadUnit':
        return leadUnitId === null ? [] : [leadUnitId];
      case 'coordinators': {
        const asked = await tx.findBy(TicketCoordinationEntity, { ticketId, cycle, endedAt: IsNull() });
        return asked.map(({ unitId }) => unitId).filter((id) => countedForUnitId === null || id === countedForUnitId);
      }
      case 'registry':
        return [];
    }
  }

  /** Whether some of the units that owe a duty have no accounts: others hear of it, and must read who owes it. */
  async isHeardByOthers(owing: readonly string[]): Promise<boolean> {
    return (await this.staff.withoutAccounts(owing)).size > 0;
  }

  /** The units whose people hear: for one without accounts those of the lead unit, which asked it and goes after it. */
  private async hearing({ leadUnitId }: TicketOfSomebody, owing: readonly string[]): Promise<readonly string[]> {
    const silent = await this.staff.withoutAccounts(owing);
    return [...new Set(owing.map((id) => (silent.has(id) ? (leadUnitId ?? id) : id)))];
  }

  private async atTier(
    tier: EscalationTier,
    ticket: TicketOfSomebody,
    units: readonly string[],
  ): Promise<readonly Person[]> {
    switch (tier) {
      case 'officer':
        return units.length === 0 ? this.staff.peopleWith('registryClerk') : this.officers(ticket, units);
      case 'unitHead':
        return this.inUnits('unitHead', units.length === 0 ? await this.registryUnit() : units);
      case 'supervisor':
        return this.staff.peopleWith('supervisor');
      case 'director':
        return this.staff.directors();
    }
  }

  /** The one who holds the ticket; where that person has left, or the unit was only asked to help, its contact officers. */
  private async officers(
    { officerId, leadUnitId }: TicketOfSomebody,
    units: readonly string[],
  ): Promise<readonly Person[]> {
    const officers = await this.inUnits('contactOfficer', units);
    const holder = units.every((id) => id === leadUnitId) ? officers.filter(({ id }) => id === officerId) : [];
    return holder.length > 0 ? holder : officers;
  }

  private async inUnits(role: Role, units: readonly string[]): Promise<readonly Person[]> {
    return (await Promise.all(units.map((unitId) => this.staff.peopleWith(role, unitId)))).flat();
  }

  private async registryUnit(): Promise<readonly string[]> {
    const holder = await this.staff.holderOf('registry', civilDateOf(this.clock.now()));
    return holder === null ? [] : [holder.id];
  }
}
