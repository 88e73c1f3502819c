import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { ReferenceData } from '../../platform/database/reference-data.js';
import { calendarFor, type AgencyCalendar, FIRST_CALENDAR } from '../domain/agency-calendar.js';
import type { WorkingCalendar } from '../domain/working-calendar.js';
import { CalendarVersionEntity } from '../persistence/calendar.entities.js';

/** A version as the history shows it. One that shipped with the software has no maker. */
export interface CalendarVersion {
  readonly version: number;
  readonly reason: string;
  readonly source: string;
  readonly proposalId: string | null;
  readonly createdByName: string | null;
  readonly createdAt: Date | null;
}

const NOBODY = { proposalId: null, createdByName: null, createdAt: null } as const;

const FIRST: CalendarVersion = {
  version: FIRST_CALENDAR.version,
  reason: 'Lịch đầu tiên kèm theo phần mềm',
  source: 'Bộ luật Lao động 2019 và các thông báo nghỉ lễ từng năm, ghi ở từng ngày',
  ...NOBODY,
};

const IN_FORCE = new ReferenceData(
  ['calendar_version'],
  async (rows) => (await rows.maximum(CalendarVersionEntity, 'version')) ?? FIRST_CALENDAR.version,
);

/** The working calendar in every version. A version never changes, so each is read once and kept. */
@Injectable()
export class Calendars {
  private readonly known = new Map<number, AgencyCalendar>([[FIRST_CALENDAR.version, FIRST_CALENDAR]]);

  constructor(private readonly database: Database) {}

  /**
   * The calendar in force; a version confirmed by another process is seen at once.
   *
   * @param unitId whose hours count; null or missing = the agency's
   */
  async current(unitId?: string | null): Promise<WorkingCalendar> {
    return calendarFor(await this.ofAgency(), unitId);
  }

  /**
   * The calendar of that number, as it was and will be.
   *
   * @param unitId whose hours count; null or missing = the agency's
   * @throws DomainError `not-found`
   */
  async version(version: number, unitId?: string | null): Promise<WorkingCalendar> {
    return calendarFor(await this.ofAgency(version), unitId);
  }

  /**
   * The same with the hours of all units.
   *
   * @param version missing = the one in force
   * @throws DomainError `not-found`
   */
  async ofAgency(version?: number): Promise<AgencyCalendar> {
    const wanted = version ?? (await this.inForce());
    const kept = this.known.get(wanted);
    if (kept !== undefined) return kept;
    const row = await this.versions.findOneBy({ version: wanted });
    if (!row) throw new DomainError('not-found', { what: 'calendar', version: wanted });
    const calendar: AgencyCalendar = { ...row.body, name: row.name, version: row.version };
    this.known.set(wanted, calendar);
    return calendar;
  }

  /** The number of the version in force. */
  inForce(): Promise<number> {
    return IN_FORCE.of(this.database);
  }

  /** All versions, newest first. */
  async history(): Promise<readonly CalendarVersion[]> {
    const rows = await this.versions.find({
      select: { version: true, reason: true, source: true, proposalId: true, createdByName: true, createdAt: true },
      order: { version: 'DESC' },
    });
    return [...rows.map((row): CalendarVersion => (row.proposalId === '' ? shippedAs(row) : row)), FIRST];
  }

  private get versions() {
    return this.database.reader.getRepository(CalendarVersionEntity);
  }
}

function shippedAs({ version, reason, source }: CalendarVersion): CalendarVersion {
  return { version, reason, source, ...NOBODY };
}
