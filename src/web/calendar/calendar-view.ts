import {
  type CalendarDifference,
  calendarFor,
  type CalendarProposalEntity,
  type CalendarVersion,
  type DayDifference,
  type AgencyCalendar,
  type Shift,
  hoursWords,
  seasonWords,
  shiftLine,
  shippedWords,
  weekdayRunWords,
} from '../../calendar/index.js';
import type { CalendarAbilities } from '../../calendar/domain/policy.js';
import type { MovedDeadlines } from '../../calendar/ports/open-deadlines.port.js';
import { addDays, type CivilDate, civilDate, isoInVietnam, weekdayOf, yearOf } from '../../kernel/civil-date.js';
import type { Unit } from '../../organisation/index.js';
import type { DayCellView, MonthView } from '../reports/year-months.js';
import type { CalendarView, DayLineView, HoursView, OfferView, VersionView } from './calendar-page.js';
import type { ProposalView } from './calendar-proposal-page.js';
import { calendarForms, type FeedPlaces } from './calendar-forms-view.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { CONFIDENCE_WORDS, DAY_OFF_WORDS, sayingWords } from './calendar-words.js';
import { count } from '../kit/words/numbers.js';
import { dueMoment, fullDay, moment, weekdayAtStart } from '../kit/words/time.js';

/** The data for the page of the calendar. */
export interface CalendarReading {
  readonly agencyCalendar: AgencyCalendar;
  readonly inForce: number;
  readonly history: readonly CalendarVersion[];
  readonly waiting: readonly CalendarProposalEntity[];
  readonly units: readonly Unit[];
  readonly today: CivilDate;
  readonly may: CalendarAbilities;
  readonly warnings: readonly string[];
  /** The calendar that ships now, where it would change days; null where the agency has it, or to whom it is nothing. */
  readonly offer: {
    readonly days: readonly DayDifference[];
    /** How many open tickets it would move; null while nobody can tell. */
    readonly moved: number | null;
    /** The proposal that waits already. */
    readonly proposalId: string | null;
    readonly mayPropose: boolean;
  } | null;
  readonly feed: FeedPlaces;
}

/** The data for the page of one proposal. */
export interface ProposalReading {
  readonly proposal: CalendarProposalEntity;
  /** The version it is compared with. */
  readonly against: number;
  readonly difference: CalendarDifference;
  readonly units: ReadonlyMap<string, string>;
  readonly flaws: readonly string[];
  /** Holidays of the law that the proposed calendar seems to lack. */
  readonly warnings: readonly string[];
  /** Null while nobody can tell which tickets would move. */
  readonly moved: MovedDeadlines | null;
  readonly mayDecide: boolean;
}

const PAGE = '/lich-lam-viec';

/**
 * @param asked the year asked for; the present one when the calendar lacks it
 * @param refused a change that was just refused
 */
export function calendarView(
  reading: CalendarReading,
  asked: number | null,
  refused: RefusedAct | null = null,
): CalendarView {
  const { agencyCalendar, inForce, today, units } = reading;
  const year = [asked, yearOf(today), agencyCalendar.years.at(-1)].find((one) =>
    agencyCalendar.years.some((known) => known === one),
  );
  const shown = year ?? yearOf(today);
  const old = agencyCalendar.version === inForce ? '' : `&ban=${agencyCalendar.version}`;
  const own = units.flatMap(({ id, name }) => hoursOf(name, id, agencyCalendar.unitShifts[id] ?? []));
  return {
    heading: `Lịch làm việc năm ${shown}`,
    version: `Bản ${agencyCalendar.version}${old === '' ? ', đang dùng' : ', đã thay'}: ${agencyCalendar.name}`,
    offer: reading.offer && offerView(reading.offer),
    warnings: reading.warnings,
    years: agencyCalendar.years.map((one) => ({
      label: `${one}`,
      href: `${PAGE}?nam=${one}${old}`,
      current: one === shown,
    })),
    months: monthsOf(shown, agencyCalendar, today),
    days: dayLines(shown, agencyCalendar),
    hours: [...hoursOf('Toàn Sở', '', agencyCalendar.shifts), ...own],
    waiting: reading.waiting.map(({ id, reason, proposedByName, proposedAt }) => ({
      href: `${PAGE}/de-nghi/${id}`,
      reason,
      who: `${proposedByName}, ${moment(proposedAt)}`,
    })),
    versions: reading.history.map((version) => versionView(version, inForce)),
    forms: reading.may.change && agencyCalendar.version === inForce ? calendarForms(reading, refused) : [],
  };
}

function offerView({ days, moved, proposalId, mayPropose }: NonNullable<CalendarReading['offer']>): OfferView {
  const tickets = moved === null ? '' : ` Áp dụng thì ${count(moved)} phiếu đang mở đổi hạn.`;
  return {
    words: `${shippedWords(days)}${tickets}`,
    href: proposalId === null ? null : `${PAGE}/de-nghi/${proposalId}`,
    action: mayPropose && proposalId === null ? `${PAGE}/di-kem` : null,
  };
}

function hoursOf(whose: string, unitId: string, shifts: readonly Shift[]): readonly HoursView[] {
  if (shifts.length === 0) return [];
  return [
    {
      unitId,
      whose,
      lines: shifts.map((shift) => ({
        season: seasonWords(shift),
        weekdays: weekdayRunWords(shift.weekdays),
        hours: hoursWords(shift.intervals),
        basis: originWords(shift),
      })),
    },
  ];
}

/** `Quyết định 12/QĐ-UBND (Đã có văn bản)`; of hours without a source, that they are assumed. */
function originWords({ origin }: Shift): string {
  if (origin === undefined) return 'Phần mềm tạm đặt, chưa có văn bản quy định; ghi căn cứ khi sửa giờ.';
  return `${origin.source} (${CONFIDENCE_WORDS[origin.confidence].toLocaleLowerCase('vi')})`;
}

function monthsOf(year: number, agencyCalendar: AgencyCalendar, today: CivilDate): readonly MonthView[] {
  const calendar = calendarFor(agencyCalendar);
  const offOn = new Map(calendar.daysOff.map((day) => [day.date, day.name]));
  const madeUp = new Set(calendar.makeUpDays.map(({ date }) => date));
  return Array.from({ length: 12 }, (_, index) => {
    const first = civilDate(`${year}-${String(index + 1).padStart(2, '0')}-01`);
    const cells: (DayCellView | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null);
    for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = addDays(date, 1)) {
      const name = offOn.get(date);
      const mark = madeUp.has(date) ? 'makeUp' : name === undefined ? null : 'off';
      cells.push({
        date,
        number: Number(date.slice(8)),
        mark,
        words: mark === 'makeUp' ? 'làm bù' : (name ?? null),
        rest: weekdayOf(date) >= 6,
        today: date === today,
      });
    }
    return { label: `Tháng ${index + 1}`, weeks: weeksOf(cells) };
  });
}

function weeksOf(cells: readonly (DayCellView | null)[]): MonthView['weeks'] {
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => cells[week * 7 + day] ?? null),
  );
}

function dayLines(year: number, agencyCalendar: AgencyCalendar): readonly DayLineView[] {
  const { daysOff, makeUpDays } = calendarFor(agencyCalendar);
  const lines = [
    ...daysOff.map((day) => ({ ...day, what: day.name, sort: DAY_OFF_WORDS[day.kind] })),
    ...makeUpDays.map((day) => ({ ...day, what: sayingWords({ dayOff: null, makeUp: day }), sort: 'Làm bù' })),
  ];
  return lines
    .filter(({ date }) => yearOf(date) === year)
    .sort((one, other) => (one.date < other.date ? -1 : 1))
    .map(({ date, what, sort, source, confidence }) => ({
      iso: date,
      date: `${weekdayAtStart(date)}, ${fullDay(date)}`,
      what,
      sort,
      source,
      confidence: CONFIDENCE_WORDS[confidence],
      settled: confidence === 'confirmed',
    }));
}

function versionView({ version, reason, source, ...made }: CalendarVersion, inForce: number): VersionView {
  return {
    label: `Bản ${version}`,
    href: version === inForce ? PAGE : `${PAGE}?ban=${version}`,
    proposalHref: made.proposalId === null ? null : `${PAGE}/de-nghi/${made.proposalId}`,
    who: made.createdAt === null ? null : `${made.createdByName ?? ''}, ${moment(made.createdAt)}`,
    reason,
    source,
  };
}

const HEADINGS = {
  waiting: 'Đề nghị sửa lịch làm việc',
  confirmed: 'Đề nghị đã được xác nhận',
  dropped: 'Đề nghị đã bỏ',
} as const;

export function proposalView({ proposal, against, difference, ...reading }: ProposalReading): ProposalView {
  const { decidedAt, decidedByName, state } = proposal;
  return {
    heading: HEADINGS[state],
    facts: [
      { label: 'Lý do', value: proposal.reason },
      { label: 'Căn cứ', value: proposal.source },
      { label: 'Người đề nghị', value: `${proposal.proposedByName}, ${moment(proposal.proposedAt)}` },
      { label: 'So với', value: `bản ${against}` },
      ...(decidedAt === null ? [] : [{ label: 'Quyết định', value: `${decidedByName ?? ''}, ${moment(decidedAt)}` }]),
    ],
    summary: summaryWords(difference),
    flaws: reading.flaws,
    warnings: reading.warnings,
    days: difference.days.map(({ date, before, after }) => ({
      iso: date,
      date: `${weekdayAtStart(date)}, ${fullDay(date)}`,
      before: sayingWords(before),
      after: afterWords(sayingWords(before), sayingWords(after)),
      source: (after.makeUp ?? after.dayOff)?.source ?? null,
    })),
    hours: difference.shifts.map(({ unitId, before, after }) => ({
      whose: unitId === null ? 'Toàn Sở' : (reading.units.get(unitId) ?? unitId),
      before: shiftWords(before),
      after: shiftWords(after),
    })),
    moved: reading.moved && movedView(reading.moved),
    decide:
      reading.mayDecide && reading.flaws.length === 0
        ? { confirm: `${PAGE}/de-nghi/${proposal.id}/xac-nhan`, against }
        : null,
    drop: reading.mayDecide ? `${PAGE}/de-nghi/${proposal.id}/bo` : null,
  };
}

function afterWords(before: string, after: string): string {
  return before === after ? `${after} (chỉ đổi căn cứ)` : after;
}

function shiftWords(shifts: readonly Shift[]): readonly string[] {
  return shifts.length === 0 ? ['Theo giờ của Sở'] : shifts.map(shiftLine);
}

/** `Thêm năm 2028; thay đổi 14 ngày; thay đổi giờ làm việc.` */
function summaryWords({ years, days, shifts }: CalendarDifference): string {
  const parts = [
    ...(years.length === 0 ? [] : [`thêm năm ${years.join(', ')}`]),
    ...(days.length === 0 ? [] : [`thay đổi ${count(days.length)} ngày`]),
    ...(shifts.length === 0 ? [] : ['thay đổi giờ làm việc']),
  ];
  const words = parts.length === 0 ? 'không thay đổi gì' : parts.join('; ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

/** Tickets with their date as it is and as it would be. */
export function movedView({ count: all, rows }: MovedDeadlines): NonNullable<ProposalView['moved']> {
  return {
    summary: all === 0 ? 'Không phiếu nào đổi hạn.' : `${count(all)} phiếu đổi hạn.`,
    left: all - rows.length,
    rows: rows.map(({ ticketId, code, oldDue, newDue }) => ({
      href: `/phieu/${ticketId}`,
      code,
      oldIso: isoInVietnam(oldDue),
      before: dueMoment(oldDue),
      after: newDue === null ? 'Không tính được: lịch thiếu năm' : dueMoment(newDue),
    })),
  };
}
