import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../kernel/actor.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { IncomingFiles } from '../../files/index.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import { type CalendarChange, withChange } from '../domain/change/calendar-change.js';
import { newsOf, ofDeclaredYears } from '../domain/change/calendar-news.js';
import type { AgencyCalendar } from '../domain/agency-calendar.js';
import { agencyCalendarFlaws } from '../domain/agency-calendar-flaws.js';
import { requireChange } from '../domain/policy.js';
import { CalendarProposals } from '../persistence/calendar-proposals.js';
import { CalendarFeed } from '../ports/calendar-feed.port.js';
import { Calendars } from './calendars.js';
import { ProposeCalendar } from './propose-calendar.js';
import { readChangeFile } from './read-change-file.js';
import type { ChangeReading, FileOrigin } from './read-days.js';

const FEED_NAME = 'lich.ics';

type DaysChange = CalendarChange & { readonly kind: 'days' };

export interface ProposeFromAddressCommand extends FileOrigin {
  readonly address: string;
  readonly reason: string;
}

/** Makes proposals from an iCalendar file at an address: on request, and automatically when it differs from the calendar in force. */
@Injectable()
export class ProposeFromFeed {
  constructor(
    private readonly feed: CalendarFeed,
    private readonly proposeCalendar: ProposeCalendar,
    private readonly proposals: CalendarProposals,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
    private readonly incoming: IncomingFiles,
  ) {}

  /**
   * @returns the proposal's id
   * @throws DomainError as `ProposeCalendar.fromFile`; `input-invalid` at the address when nothing was available there
   */
  async fromAddress(actor: Actor, { address, reason, ...origin }: ProposeFromAddressCommand): Promise<string> {
    requireChange(actor);
    const content = await this.fetched(address);
    await this.requireSafe(content);
    const change = requireReading(readFeed(content, origin));
    return this.proposeCalendar.propose(actor, { change, reason, source: `${origin.source} (tải từ ${address})` });
  }

  /**
   * Proposes where the file at an address differs from the calendar in force. What was proposed from it before, waiting or dropped, is
   * not proposed again, and a year of which it names too few days waits until it names the rest.
   *
   * @returns the proposal's id; null when there is nothing to propose
   * @throws OutsideRefused, OutsideUnavailable; DomainError `calendar-flawed` when the file cannot be read, `input-invalid` when it is not taken
   */
  async look(address: string): Promise<string | null> {
    const source = `Lịch iCalendar tại ${address}`;
    const content = await this.feed.fetch(address);
    await this.requireSafe(content);
    const published = requireReading(readFeed(content, { source, confidence: 'unconfirmed', mode: 'add' }));
    const agencyCalendar = await this.calendars.ofAgency();
    const news = newsOf(published, agencyCalendar, civilDateOf(this.clock.now()));
    const change = news && soundPart(news, agencyCalendar);
    if (change === null || (await this.isKnown(change))) return null;
    return this.proposeCalendar.propose(SYSTEM, { change, source, reason: 'Lịch tải về có ngày khác lịch đang dùng' });
  }

  private async fetched(address: string): Promise<Uint8Array> {
    try {
      return await this.feed.fetch(address);
    } catch (error) {
      throw new DomainError('input-invalid', { field: 'address', message: whyNot(error) });
    }
  }

  private requireSafe(content: Uint8Array): Promise<void> {
    return this.incoming.require([{ name: FEED_NAME, content: Buffer.from(content) }], 'address');
  }

  private async isKnown(change: DaysChange): Promise<boolean> {
    const earlier = await this.proposals.madeBy(SYSTEM.id);
    return earlier.some((proposal) => canonicalJson(proposal.change) === canonicalJson(change));
  }
}

function readFeed(content: Uint8Array, origin: FileOrigin): ChangeReading {
  return readChangeFile(FEED_NAME, content, origin);
}

/** @throws DomainError `calendar-flawed` */
function requireReading(reading: ChangeReading): DaysChange {
  if (!reading.ok) throw new DomainError('calendar-flawed', { flaws: reading.flaws });
  return reading.change;
}

/** All of it where the calendar would be sound, else what speaks of years that are declared; null where neither is. */
function soundPart(news: DaysChange, agencyCalendar: AgencyCalendar): DaysChange | null {
  const parts = [news, ofDeclaredYears(news, agencyCalendar)];
  return (
    parts.find((part) => part !== null && agencyCalendarFlaws(withChange(agencyCalendar, part)).length === 0) ?? null
  );
}

/** What to tell the person who gave the address; any other fault stays one. */
function whyNot(error: unknown): string {
  if (error instanceof OutsideRefused) return error.reason;
  if (!(error instanceof OutsideUnavailable)) throw error;
  return `${error.message} Thử lại sau, hoặc tải tệp về máy rồi nhập tệp.`;
}
