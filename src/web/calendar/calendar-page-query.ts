import { Injectable, Optional } from '@nestjs/common';
import {
  calendarAbilities,
  calendarDifference,
  calendarFor,
  type CalendarProposalEntity,
  CalendarProposals,
  Calendars,
  calendarWarnings,
  type AgencyCalendar,
  agencyCalendarFlaws,
  shippedNews,
  shippedWords,
  statutoryShortfalls,
  warningWords,
  withChange,
} from '../../calendar/index.js';
import { OpenDeadlines } from '../../calendar/ports/open-deadlines.port.js';
import { Settings } from '../../config/settings.js';
import { type Actor, SYSTEM } from '../../kernel/actor.js';
import { type CivilDate, civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import type { CalendarReading, ProposalReading } from './calendar-view.js';

/** More moved tickets than a person reads; the rest is a count. */
const MOVED_SHOWN = 50;

/** Reads the calendar as its pages show it. */
@Injectable()
export class CalendarPageQuery {
  constructor(
    private readonly calendars: Calendars,
    private readonly proposals: CalendarProposals,
    private readonly directory: StaffDirectory,
    private readonly names: NameQueries,
    private readonly clock: Clock,
    private readonly settings: Settings,
    @Optional() private readonly open?: OpenDeadlines,
  ) {}

  /** @param version null = the one in force @throws DomainError `not-found` when there is no such version */
  async read(actor: Actor, version: number | null): Promise<CalendarReading> {
    const inForce = await this.calendars.inForce();
    const [agencyCalendar, history, waiting, units] = await Promise.all([
      this.calendars.ofAgency(version ?? inForce),
      this.calendars.history(),
      this.proposals.waiting(),
      this.directory.handlingUnits(),
    ]);
    const today = civilDateOf(this.clock.now());
    const may = calendarAbilities(actor);
    const offer =
      agencyCalendar.version === inForce && may.watch ? await this.offerOf(agencyCalendar, waiting, may.change) : null;
    return {
      agencyCalendar,
      inForce,
      history,
      waiting,
      units,
      today,
      may,
      feed: { hosts: this.settings.calendarFeed.hosts, address: this.settings.calendarFeed.url ?? null },
      offer,
      warnings:
        agencyCalendar.version === inForce
          ? [
              ...calendarWarnings(calendarFor(agencyCalendar), today).map(warningWords),
              ...shortfallsFrom(today, agencyCalendar),
            ]
          : [],
    };
  }

  /** What the calendar that ships now would change, and how many tickets it would move; null where it changes nothing. */
  private async offerOf(
    agencyCalendar: AgencyCalendar,
    waiting: readonly CalendarProposalEntity[],
    mayChange: boolean,
  ): Promise<CalendarReading['offer']> {
    const days = shippedNews(agencyCalendar);
    if (days.length === 0) return null;
    const moved = await this.open?.movedBy(withChange(agencyCalendar, { kind: 'shipped' }), 0);
    const proposalId = waiting.find(({ change }) => change.kind === 'shipped')?.id ?? null;
    return { days, moved: moved?.count ?? null, proposalId, mayPropose: mayChange };
  }

  /** @throws DomainError `not-found` */
  async proposal(actor: Actor, id: string): Promise<ProposalReading> {
    const proposal = await this.proposals.byId(id);
    if (!proposal) throw new DomainError('not-found', { what: 'calendarProposal' });
    const made = proposal.version;
    const against = made === null ? await this.calendars.inForce() : made - 1;
    const before = await this.calendars.ofAgency(against);
    const after = made === null ? withChange(before, proposal.change) : await this.calendars.ofAgency(made);
    const difference = calendarDifference(before, after);
    const units = await this.names.units(difference.shifts.map(({ unitId }) => unitId));
    const waits = proposal.state === 'waiting';
    return {
      proposal,
      against,
      difference,
      units,
      flaws: waits ? agencyCalendarFlaws(after, units) : [],
      warnings: waits ? shortfallsFrom(civilDateOf(this.clock.now()), after) : [],
      moved: waits && this.open ? await this.open.movedBy(after, MOVED_SHOWN) : null,
      mayDecide: waits && calendarAbilities(actor).change,
    };
  }

  /** What those who watch the calendar must see to, as sentences: years that are near and have none, and what a published calendar says otherwise. */
  async toSeeTo(actor: Actor): Promise<readonly string[]> {
    const { watch, change } = calendarAbilities(actor);
    if (!watch) return [];
    const agencyCalendar = await this.calendars.ofAgency();
    const warnings = calendarWarnings(calendarFor(agencyCalendar), civilDateOf(this.clock.now()));
    const news = shippedNews(agencyCalendar);
    const proposed = change
      ? (await this.proposals.waiting()).filter(({ proposedBy }) => proposedBy === SYSTEM.id)
      : [];
    return [
      ...(news.length === 0 ? [] : [shippedWords(news)]),
      ...warnings.filter(({ kind }) => kind === 'yearMissing').map(warningWords),
      ...(proposed.length === 0 ? [] : ['Lịch tải về có ngày khác lịch đang dùng: xem đề nghị chờ xác nhận.']),
    ];
  }
}

/** What the years from this one on seem to lack of the holidays of the law; what is over moves no deadline any more. */
function shortfallsFrom(today: CivilDate, agencyCalendar: AgencyCalendar): readonly string[] {
  const years = agencyCalendar.years.filter((year) => year >= yearOf(today));
  return years.flatMap((year) => statutoryShortfalls(year, calendarFor(agencyCalendar)));
}
