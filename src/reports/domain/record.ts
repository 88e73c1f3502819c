import { canonicalJson } from '../../kernel/canonical-json.js';
import { instantOf } from '../../kernel/civil-date.js';
import type { Fact } from './fact.js';
import { figuresOf, type Figures } from './figures.js';
import { indicatorsOf, type Window } from './indicators.js';
import { periodBefore, type ReportPeriod } from './period.js';

/** By which rules the figures were made. */
export interface RecordedRules {
  readonly indicators: number;
  /** The set of periods in force on the last day, and the calendar when the report was made. */
  readonly policy: number;
  readonly calendar: number;
  /** The sets by which the tickets in it were measured. */
  readonly policiesOfTickets: readonly number[];
}

/** What things were called: units are renamed, and categories, too. */
export interface RecordedNames {
  readonly units: Readonly<Record<string, string>>;
  readonly categories: Readonly<Record<string, string>>;
  readonly levels: Readonly<Record<string, string>>;
  readonly grounds: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<string, string>>;
}

/** One of the two periods of a report. */
export interface RecordedSpan {
  readonly period: ReportPeriod;
  readonly window: Window;
  readonly facts: readonly Fact[];
  readonly figures: Figures;
}

/** The snapshot of a report: all that its figures rest on, and they themselves. Holds no sender and no words of a ticket. */
export interface ReportRecord {
  readonly form: 1;
  readonly rules: RecordedRules;
  readonly names: RecordedNames;
  /** Every number with its definition as it was. */
  readonly indicators: readonly {
    readonly code: string;
    readonly name: string;
    readonly definition: string;
    readonly source: string;
  }[];
  readonly now: RecordedSpan;
  readonly before: RecordedSpan;
}

/** The two periods that a report is about, and up to when each counts. */
export interface ReportSpans {
  readonly now: Pick<RecordedSpan, 'period' | 'window'>;
  readonly before: Pick<RecordedSpan, 'period' | 'window'>;
}

/** @param cutAt up to which instant the period counts; the one before always counts whole */
export function spansOf({ kind, cutOff, firstDay, lastDay }: ReportPeriod, cutAt: Date): ReportSpans {
  const period = { kind, cutOff, firstDay, lastDay };
  const before = periodBefore(period);
  const from = instantOf(firstDay, 0).toISOString();
  return {
    now: { period, window: { from, until: cutAt.toISOString() } },
    before: { period: before, window: { from: instantOf(before.firstDay, 0).toISOString(), until: from } },
  };
}

/** What was found in the history for each of the two periods. */
export interface FoundFacts {
  readonly now: readonly Fact[];
  readonly before: readonly Fact[];
}

/** The record of a report: nothing enters but what is given, so that the same gives the same bytes at any time. */
export function recordOf(
  spans: ReportSpans,
  facts: FoundFacts,
  { rules, names }: { readonly rules: RecordedRules; readonly names: RecordedNames },
): ReportRecord {
  const set = indicatorsOf(rules.indicators);
  const spanOf = (which: keyof ReportSpans): RecordedSpan => ({
    period: spans[which].period,
    window: spans[which].window,
    facts: facts[which],
    figures: figuresOf(set, facts[which], spans[which].window),
  });
  const indicators = [...set.counts, ...set.derived].map(({ code, name, definition, source }) => ({
    code,
    name,
    definition,
    source,
  }));
  return { form: 1, rules, names, indicators, now: spanOf('now'), before: spanOf('before') };
}

export function recordText(record: ReportRecord): string {
  return canonicalJson(record);
}

/** What `recordText` wrote; that it is whole says its hash. */
export function readRecord(text: string): ReportRecord {
  return JSON.parse(text) as ReportRecord;
}
