import { Injectable } from '@nestjs/common';
import { Calendars } from '../../calendar/index.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Notices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TicketListReader, type TicketFilter } from '../../tickets/index.js';
import type { WatchMoments } from '../../tickets/domain/deadlines/watched.js';
import { ReminderLetters } from '../application/reminder-letters.js';
import { INSPECTORS } from '../domain/policy.js';
import { LETTER_AFTER_WORKING_DAYS, LETTER_PAUSE_WORKING_DAYS, MAX_TICKETS } from '../domain/reminder-letter.js';
import { mayBeWorked, startOfWorkingDaysBefore } from '../domain/silence.js';
import { SupervisionQueries } from '../persistence/supervision-queries.js';

/** The rule looks at every unit's tickets, as supervision does. */
const RULE: Actor = { ...SYSTEM, roles: ['supervisor'] };

/**
 * Each hour of a working day: proposes a letter to each unit that has tickets two working days over their end, unless one waits for a person or was
 * decided on lately; supervision decides.
 */
@Injectable()
export class ProposeLetters {
  constructor(
    private readonly tickets: TicketListReader,
    private readonly letters: ReminderLetters,
    private readonly queries: SupervisionQueries,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly uow: UnitOfWork,
  ) {}

  /** @returns how many were proposed */
  async run(): Promise<number> {
    const now = this.clock.now();
    const today = civilDateOf(now);
    const calendar = await this.calendars.current();
    if (!mayBeWorked(today, calendar)) return 0;
    const pause = startOfWorkingDaysBefore(today, LETTER_PAUSE_WORKING_DAYS, calendar);
    const recent = await this.queries.unitsWithLetterSince(pause);
    const filter = longOverdue(now, startOfWorkingDaysBefore(today, LETTER_AFTER_WORKING_DAYS, calendar));
    const units = await this.unitsIn(filter);
    const proposed: string[] = [];
    for (const unitId of units.filter((id) => !recent.has(id))) {
      const ticketIds = await this.tickets.ids(RULE, { ...filter, unitId }, MAX_TICKETS);
      const id = await this.letters.propose(unitId, ticketIds);
      if (id !== null) proposed.push(id);
    }
    await this.tell(proposed);
    return proposed.length;
  }

  private async unitsIn({ watched }: Pick<Required<TicketFilter>, 'watched'>): Promise<readonly string[]> {
    const cells = await this.tickets.watched(RULE, {}, [watched]);
    return [...new Set(cells.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))].sort();
  }

  private async tell([first, ...others]: readonly string[]): Promise<void> {
    if (first === undefined) return;
    const people = (await Promise.all(INSPECTORS.map((role) => this.staff.peopleWith(role)))).flat();
    const words = `Có ${1 + others.length} công văn đôn đốc chờ quyết định. Xem Giám sát, Công văn đôn đốc.`;
    await this.uow.run((tx) =>
      this.notices.tellEach(
        tx,
        people.map(({ id }) => id),
        { key: `reminderLetter.proposed:${first}`, kind: 'reminder', words },
      ),
    );
  }
}

/** Overdue since before a moment, as the board counts overdue tickets. */
function longOverdue(now: Date, endedBefore: Date): Pick<Required<TicketFilter>, 'watched'> {
  const moments: WatchMoments = {
    now: endedBefore,
    silentSince: now,
    stuckSince: now,
    answeredFrom: now,
    answeredBefore: now,
  };
  return { watched: { what: 'overdue', moments } };
}
