import { Injectable } from '@nestjs/common';
import { StandingQueries, type StandingRow } from '../../tickets/index.js';
import { inOrder, type Fact, type FactKind } from '../domain/fact.js';
import type { Window } from '../domain/indicators.js';
import type { FoundFacts, ReportSpans } from '../domain/record.js';

const EVENTS = ['rating', 'publication', 'extension'] as const;

/** Finds the rows behind a report in the history of the tickets, never in the tickets as they are now. */
@Injectable()
export class ReportHistory {
  constructor(private readonly standings: StandingQueries) {}

  async facts({ now, before }: ReportSpans): Promise<FoundFacts> {
    return { now: await this.within(now.window), before: await this.within(before.window) };
  }

  /** When the history begins; null while there is none. */
  begins(): Promise<Date | null> {
    return this.standings.begins();
  }

  private async within({ from, until }: Window): Promise<readonly Fact[]> {
    const span = { from: new Date(from), until: new Date(until) };
    const matters = await this.standings.matters(span);
    const events = await Promise.all(
      EVENTS.map(async (kind) => (await this.standings.events(kind, span)).map((row) => factOf(kind, row))),
    );
    return [...matters.map((row) => factOf('matter', row)), ...events.flat()].sort(inOrder);
  }
}

function factOf(kind: FactKind, row: StandingRow): Fact {
  const { ticketId, code, cycle, leadUnitId, category, level, channel, state, entry, outcome } = row;
  const { openedAt, sinceAt, legalEndAt, at, ground, answerMode, stars, policyVersion } = row;
  return {
    kind,
    ticketId,
    code,
    cycle,
    unitId: leadUnitId,
    category,
    level,
    channel,
    state,
    entry,
    outcome,
    openedAt: openedAt.toISOString(),
    sinceAt: sinceAt.toISOString(),
    legalEndAt: legalEndAt.toISOString(),
    at: at?.toISOString() ?? null,
    ground,
    answerMode,
    stars,
    policyVersion,
  };
}
