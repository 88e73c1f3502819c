import type { Category, CategoryRule, Duty, Level, PolicySet, SourcedLimit } from './policy.js';

export type LimitTable = Partial<Record<Duty, Partial<Record<Level, SourcedLimit>>>>;

/** A set as somebody has written it, before anyone has looked whether it is whole: `policyFlaws` looks. */
export interface PolicyDraft extends Omit<PolicySet, 'version' | 'validFrom' | 'validTo' | 'limits' | 'categories'> {
  /** As typed; a day when nothing is wrong. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly limits: LimitTable;
  readonly categories: Partial<Record<Category, CategoryRule>>;
}

/** What must be repaired before a set may be in force. */
export interface Flaw {
  /** Path into the set: `citation`, `limits.process.normal`, `limits.process.normal.source`, `escalation.director`. */
  readonly field: string;
  /** What is wrong and how to repair it, for people. */
  readonly sentence: string;
}
