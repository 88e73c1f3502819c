export type SafetyState = 'good' | 'weak' | 'bad';

/** One thing looked at, in words for administrators. */
export interface SafetyCheck {
  readonly check: string;
  readonly state: SafetyState;
  readonly subject: string;
  readonly found: string;
  /** What a person should do; empty where nothing is needed. */
  readonly mend: string;
}

/** What a rule found, in Vietnamese. */
export type Judged = Omit<SafetyCheck, 'check' | 'subject'>;

/** One thing to look at, and how it is judged. */
export interface Rule<Facts> {
  readonly check: string;
  readonly subject: string;
  readonly judge: (facts: Facts) => Judged;
}

/** As it should be. */
export const good = (found: string): Judged => ({ state: 'good', found, mend: '' });
/** It works, and could be made to keep more out. */
export const weak = (found: string, mend: string): Judged => ({ state: 'weak', found, mend });
/** A door stands open, or what keeps the app going is broken. */
export const bad = (found: string, mend: string): Judged => ({ state: 'bad', found, mend });

/** What rules say of an installation, in their order. */
export function judgedBy<Facts>(rules: readonly Rule<Facts>[], facts: Facts): readonly SafetyCheck[] {
  return rules.map(({ check, subject, judge }) => ({ check, subject, ...judge(facts) }));
}
