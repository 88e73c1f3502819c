import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '../../../calendar/domain/working-calendar.js';
import { type CivilDate, civilDateOf } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { inTurns, stepsOf } from '../../../kernel/turns.js';
import { DomainError } from '../../../kernel/domain-error.js';
import type { PolicySet } from '../../../law/index.js';
import { headingOf } from '../../domain/intake/import-columns.js';
import { uncountableWords, unruledWords } from '../../domain/intake/import-periods.js';
import type { ImportRow } from '../../domain/intake/import-rows.js';
import { intakeOutcome, type IntakeOutcome } from '../../domain/intake/intake.js';
import { TicketRules } from '../ticket-rules.js';

/** A row with what would become of it. */
export interface JudgedRow extends ImportRow {
  readonly outcome: IntakeOutcome;
}

interface Surroundings {
  /** Null where none is in force on the day of receipt. */
  readonly policy: PolicySet | null;
  /** By what a row is judged all the same. */
  readonly present: PolicySet;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
}

/** Judges rows by the rules of their own days, as entering them will: what would stop it half way is a flaw of its row beforehand. */
@Injectable()
export class JudgeImportedRows {
  constructor(
    private readonly rules: TicketRules,
    private readonly clock: Clock,
  ) {}

  async judge(rows: readonly ImportRow[]): Promise<readonly JudgedRow[]> {
    const now = this.clock.now();
    const [present, calendar] = await Promise.all([this.rules.policyAt(civilDateOf(now)), this.rules.calendar()]);
    const policies = await this.policiesOf(rows);
    const policyOf = (row: ImportRow): PolicySet | null =>
      isSound(row) ? (policies.get(civilDateOf(row.feedback.receivedAt)) ?? null) : present;
    return inTurns(stepsOf(rows, (row) => judged(row, { policy: policyOf(row), present, calendar, now })));
  }

  /** Each day is asked for once, however many rows it has. */
  private async policiesOf(rows: readonly ImportRow[]): Promise<ReadonlyMap<CivilDate, PolicySet>> {
    const days = new Set(rows.filter(isSound).map(({ feedback }) => civilDateOf(feedback.receivedAt)));
    const policies = new Map<CivilDate, PolicySet>();
    for (const day of days) {
      const policy = await this.policyAt(day);
      if (policy) policies.set(day, policy);
    }
    return policies;
  }

  private async policyAt(day: CivilDate): Promise<PolicySet | null> {
    try {
      return await this.rules.policyAt(day);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'policy-missing') return null;
      throw error;
    }
  }
}

function judged(row: ImportRow, { policy, present, calendar, now }: Surroundings): JudgedRow {
  const outcome = intakeOutcome(policy ?? present, row.feedback);
  if (!isSound(row)) return { ...row, outcome };
  const why =
    policy === null
      ? unruledWords(civilDateOf(row.feedback.receivedAt))
      : uncountableWords(row.feedback, outcome, { policy, calendar, now });
  return { ...row, outcome, flaws: why === null ? [] : [`${headingOf('receivedAt')}: ${why}`] };
}

function isSound({ flaws }: ImportRow): boolean {
  return flaws.length === 0;
}
