import { Injectable, Optional } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Journal, type JournalAction } from '../../journal/index.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { withChange } from '../domain/change/calendar-change.js';
import { calendarDifference, isSame } from '../domain/change/calendar-difference.js';
import { type AgencyCalendar, FIRST_CALENDAR } from '../domain/agency-calendar.js';
import { agencyCalendarFlaws } from '../domain/agency-calendar-flaws.js';
import { requireChange } from '../domain/policy.js';
import type { ProposalState } from '../domain/change/proposal-state.js';
import { CalendarProposalEntity, CalendarVersionEntity } from '../persistence/calendar.entities.js';
import { OpenDeadlines } from '../ports/open-deadlines.port.js';
import { Calendars } from './calendars.js';

export interface ConfirmCalendarCommand {
  readonly proposalId: string;
  /** The version with which the proposal was compared on the page; refused when another has come into force since. */
  readonly against: number;
}

/** Makes a proposed change the calendar in force, as a new version, or drops it. */
@Injectable()
export class ConfirmCalendar {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly calendars: Calendars,
    private readonly journal: Journal,
    private readonly clock: Clock,
    /** Missing where the module runs without tickets: then there is nothing to recount. */
    @Optional() private readonly open?: OpenDeadlines,
  ) {}

  /**
   * @returns the number of the new version
   * @throws DomainError `forbidden`, `not-found`; `changed-meanwhile` when the proposal was decided on or another version
   *   came into force since it was compared; `calendar-flawed`, `calendar-unchanged`
   */
  async confirm(actor: Actor, { proposalId, against }: ConfirmCalendarCommand): Promise<number> {
    requireChange(actor);
    const compared = await this.calendars.ofAgency(against);
    const version = against + 1;
    try {
      await this.uow.run(async (tx) => {
        const proposal = await waitingProposal(tx, proposalId);
        const inForce = await tx.getRepository(CalendarVersionEntity).maximum('version');
        if ((inForce ?? FIRST_CALENDAR.version) !== against) throw new DomainError('changed-meanwhile', { against });
        const next = { ...requireSound(compared, proposal), version };
        await this.decide(tx, actor, proposal, { state: 'confirmed', version });
        await tx.insert(CalendarVersionEntity, this.rowOf(next, proposal, actor));
        await this.record(tx, actor, 'calendar.confirm', { proposalId, version, against });
        await this.open?.enqueueRecount(version);
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new DomainError('changed-meanwhile', { against });
      throw error;
    }
    return version;
  }

  /** @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` when it was decided on already */
  async drop(actor: Actor, proposalId: string): Promise<void> {
    requireChange(actor);
    await this.uow.run(async (tx) => {
      const proposal = await waitingProposal(tx, proposalId);
      await this.decide(tx, actor, proposal, { state: 'dropped', version: null });
      await this.record(tx, actor, 'calendar.drop', { proposalId });
    });
  }

  private async decide(
    tx: EntityManager,
    actor: Actor,
    { id }: CalendarProposalEntity,
    decision: { readonly state: ProposalState; readonly version: number | null },
  ): Promise<void> {
    const { affected } = await tx.update(
      CalendarProposalEntity,
      { id, state: 'waiting' },
      { ...decision, decidedByName: actor.name, decidedAt: this.clock.now() },
    );
    if (affected !== 1) throw new DomainError('changed-meanwhile', { proposalId: id });
  }

  private rowOf(next: AgencyCalendar, { id, reason, source }: CalendarProposalEntity, actor: Actor) {
    const { version, years, shifts, daysOff, makeUpDays, unitShifts, cultureDay } = next;
    return {
      version,
      name: nameOf(next),
      body: { years, shifts, daysOff, makeUpDays, unitShifts, cultureDay },
      proposalId: id,
      reason,
      source,
      createdBy: actor.id,
      createdByName: actor.name,
      createdAt: this.clock.now(),
    };
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: JournalAction,
    detail: { readonly proposalId: string; readonly version?: number; readonly against?: number },
  ): Promise<void> {
    return this.journal.record(tx, actor, { action, objectKind: 'calendar', objectId: detail.proposalId, detail });
  }
}

/** @throws DomainError `not-found`, `changed-meanwhile` */
async function waitingProposal(tx: EntityManager, id: string): Promise<CalendarProposalEntity> {
  const proposal = await tx.getRepository(CalendarProposalEntity).findOneBy({ id });
  if (!proposal) throw new DomainError('not-found', { what: 'calendarProposal' });
  if (proposal.state !== 'waiting') throw new DomainError('changed-meanwhile', { proposalId: id });
  return proposal;
}

/** The calendar may have changed since the proposal was made, so it is checked again. @throws DomainError `calendar-flawed`, `calendar-unchanged` */
function requireSound(compared: AgencyCalendar, { change }: CalendarProposalEntity): AgencyCalendar {
  const next = withChange(compared, change);
  const flaws = agencyCalendarFlaws(next);
  if (flaws.length > 0) throw new DomainError('calendar-flawed', { flaws });
  if (isSame(calendarDifference(compared, next))) throw new DomainError('calendar-unchanged');
  return next;
}

/** `Lịch làm việc 2024–2028` */
function nameOf({ years }: AgencyCalendar): string {
  const [first, last] = [years.at(0), years.at(-1)];
  return first === last ? `Lịch làm việc ${String(first)}` : `Lịch làm việc ${String(first)}–${String(last)}`;
}
