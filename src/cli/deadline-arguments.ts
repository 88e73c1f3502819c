import type { Pause } from '../calendar/index.js';
import { instantOf, isCivilDate, nextDay, yearOf } from '../kernel/civil-date.js';
import { readArguments } from './command-line.js';
import { UnusableArguments } from './unusable-arguments.js';
import { isLimitUnit, type Limit, LIMIT_UNITS, MAX_LIMIT } from '../law/index.js';

/** What `hoi-am deadline` was asked. */
export interface DeadlineQuestion {
  readonly received: Date;
  readonly limit: Limit;
  readonly pauses: readonly Pause[];
  /** Path of a calendar of the asker's own; without it the built-in one counts. */
  readonly calendarFile: string | undefined;
  readonly json: boolean;
}

/** @throws UnusableArguments */
export function readDeadlineArguments(args: readonly string[]): DeadlineQuestion {
  const { received, limit, unit, calendar, pause = [], json = false } = readArguments('deadline', args).values;
  return {
    received: instant(required(received, '--received'), '--received'),
    limit: limitOf(required(limit, '--limit'), required(unit, '--unit')),
    pauses: pause.map(pauseOf),
    calendarFile: calendar,
    json,
  };
}

function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UnusableArguments(`Thiếu ${option}. Xem: hoi-am deadline --help`);
  return value;
}

function limitOf(amount: string, unit: string): Limit {
  if (!isLimitUnit(unit)) {
    throw new UnusableArguments(`Không có đơn vị thời hạn "${unit}". Chọn một trong: ${LIMIT_UNITS.join(', ')}.`);
  }
  const number = /^\d{1,9}$/.test(amount) ? Number(amount) : 0;
  if (number < 1 || number > MAX_LIMIT) {
    throw new UnusableArguments(`--limit "${amount}" không dùng được: viết số nguyên từ 1 đến ${MAX_LIMIT}.`);
  }
  return { amount: number, unit };
}

function pauseOf(text: string): Pause {
  const [first, second, ...rest] = text.split('/');
  if (first === undefined || second === undefined || rest.length > 0) {
    throw new UnusableArguments(
      `--pause "${text}" không dùng được: viết lúc bắt đầu và lúc kết thúc, cách nhau bằng dấu /, như 2026-03-13T17:05+07:00/2026-03-16T16:40+07:00.`,
    );
  }
  const from = instant(first, '--pause');
  const to = endOf(second, instant(second, '--pause'));
  if (to < from) {
    throw new UnusableArguments(`--pause "${text}" kết thúc trước khi bắt đầu: đổi chỗ hai thời điểm hoặc sửa lại.`);
  }
  return { from, to };
}

/** A bare day as an end is the whole day; with a time, the moment (docs/adr/0010-instants-days-and-ends.md). */
function endOf(text: string, at: Date): Date {
  return isCivilDate(text) ? instantOf(nextDay(text), 0) : at;
}

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?)?$/;

/** Years for which a deadline may be asked; a count goes thirty years further. */
const YEARS = { first: 1900, last: 2999 } as const;

/**
 * A moment written in ISO 8601. Without a zone it is Việt Nam's time; a bare date is the start of that day.
 *
 * @throws UnusableArguments also for days that do not exist, which JavaScript would silently move to the next month
 */
function instant(text: string, option: string): Date {
  const [, day, hours = '00', minutes = '00', seconds = '00', zone = '+07:00'] = ISO.exec(text) ?? [];
  if (day === undefined || !isCivilDate(day)) {
    throw new UnusableArguments(
      `${option} "${text}" không phải là thời điểm có thật: viết theo ISO 8601, như 2026-03-12T16:52:00+07:00.`,
    );
  }
  if (yearOf(day) < YEARS.first || yearOf(day) > YEARS.last) {
    throw new UnusableArguments(
      `${option} "${text}" ngoài khoảng tính được: viết năm từ ${YEARS.first} đến ${YEARS.last}.`,
    );
  }
  return new Date(`${day}T${hours}:${minutes}:${seconds}${offsetOf(zone)}`);
}

/** `+07`, `+0700`, `+07:00`, `Z` as JavaScript reads it. */
function offsetOf(zone: string): string {
  if (zone === 'Z') return zone;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
