import { Injectable } from '@nestjs/common';
import { Calendars } from '../../calendar/index.js';
import { CATEGORIES, LEVEL_WORDS, REFUSAL_GROUNDS } from '../../law/index.js';
import { NameQueries } from '../../organisation/index.js';
import { Policies } from '../../policies/index.js';
import { CHANNEL_WORDS } from '../../tickets/domain/intake/intake-channel.js';
import { CURRENT_INDICATORS } from '../domain/indicators.js';
import type { ReportPeriod } from '../domain/period.js';
import {
  recordOf,
  spansOf,
  type FoundFacts,
  type RecordedNames,
  type RecordedRules,
  type ReportRecord,
} from '../domain/record.js';
import { ReportHistory } from './report-history.js';

/** Makes the record of a report from the history, by the rules and names of today; or once more, by those that it was made by. */
@Injectable()
export class CompileReport {
  constructor(
    private readonly history: ReportHistory,
    private readonly policies: Policies,
    private readonly calendars: Calendars,
    private readonly names: NameQueries,
  ) {}

  /** @throws DomainError `policy-missing` before the first set of periods */
  async anew(period: ReportPeriod, cutAt: Date): Promise<ReportRecord> {
    const spans = spansOf(period, cutAt);
    const facts = await this.history.facts(spans);
    return recordOf(spans, facts, {
      rules: await this.rulesOf(period, facts),
      names: await this.namesOf(period, facts),
    });
  }

  /** The same report from the history as it can be asked for now, with nothing taken from the snapshot but its rules and what things were called. */
  async again({ now, rules, names }: ReportRecord): Promise<ReportRecord> {
    const spans = spansOf(now.period, new Date(now.window.until));
    return recordOf(spans, await this.history.facts(spans), { rules, names });
  }

  private async rulesOf({ lastDay }: ReportPeriod, { now }: FoundFacts): Promise<RecordedRules> {
    const [policy, calendar] = await Promise.all([this.policies.at(lastDay), this.calendars.inForce()]);
    const policiesOfTickets = [...new Set(now.map(({ policyVersion }) => policyVersion))].sort(
      (one, other) => one - other,
    );
    return { indicators: CURRENT_INDICATORS.version, policy: policy.version, calendar, policiesOfTickets };
  }

  private async namesOf({ lastDay }: ReportPeriod, { now, before }: FoundFacts): Promise<RecordedNames> {
    const [{ categories }, units] = await Promise.all([
      this.policies.at(lastDay),
      this.names.units([...now, ...before].map(({ unitId }) => unitId)),
    ]);
    return {
      units: Object.fromEntries(units),
      categories: Object.fromEntries(CATEGORIES.map((category) => [category, categories[category].name])),
      levels: LEVEL_WORDS,
      grounds: Object.fromEntries(Object.entries(REFUSAL_GROUNDS).map(([code, { words }]) => [code, words])),
      channels: CHANNEL_WORDS,
    };
  }
}
