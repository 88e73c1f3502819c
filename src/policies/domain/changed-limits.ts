import { DUTIES, type Duty, type Level, LEVELS, type PolicySet, type SourcedLimit } from '../../law/policy.js';

/** A limit that two versions of the rules state differently. */
export interface ChangedLimit {
  readonly duty: Duty;
  readonly level: Level;
  readonly before: SourcedLimit;
  readonly after: SourcedLimit;
}

/** Limits whose length differs, in the order of the duties; another source for the same length is no change to anybody's ticket. */
export function changedLimits(before: PolicySet, after: PolicySet): readonly ChangedLimit[] {
  return DUTIES.flatMap((duty) =>
    LEVELS.map((level) => ({ duty, level, before: before.limits[duty][level], after: after.limits[duty][level] })),
  ).filter(({ before: then, after: now }) => then.amount !== now.amount || then.unit !== now.unit);
}
