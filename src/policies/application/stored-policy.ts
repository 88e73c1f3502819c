import { z } from 'zod';
import { civilDate } from '../../kernel/civil-date.js';
import {
  ANONYMITY_RULES,
  CATEGORIES,
  DUTIES,
  ESCALATION_TIERS,
  LEVELS,
  LIMIT_UNITS,
  type PolicySet,
  STANDINGS,
} from '../../law/index.js';

const day = z.string().transform(civilDate);
const level = z.enum(LEVELS);
const duty = z.enum(DUTIES);

const limit = z.object({
  amount: z.number(),
  unit: z.enum(LIMIT_UNITS),
  source: z.object({ standing: z.enum(STANDINGS), text: z.string() }),
});

const category = z.object({
  name: z.string(),
  aboutConduct: z.boolean(),
  aboutChildren: z.boolean(),
  anonymous: z.enum(ANONYMITY_RULES),
  limits: z.partialRecord(duty, z.partialRecord(level, limit)).optional(),
});

const from = z.union([z.object({ percent: z.number() }), z.object({ overdueWorkingDays: z.number() })]);

const reminding = {
  reminders: z.object({ percents: z.array(z.number()), overdueAt: z.number() }),
  escalation: z.array(z.object({ to: z.enum(ESCALATION_TIERS), from })),
};

const ownReminding = z.object({ ...reminding, category: z.enum(CATEGORIES).nullable(), level: level.nullable() });

const policy = z.object({
  name: z.string(),
  citation: z.string(),
  validFrom: day,
  validTo: day.nullable(),
  limits: z.record(duty, z.record(level, limit)),
  extensionsAllowed: z.number(),
  reopeningsAllowed: z.number(),
  categories: z.record(z.enum(CATEGORIES), category),
  ...reminding,
  /** Absent from versions that were published before there was such a thing. */
  ownReminding: z.array(ownReminding).optional(),
  shortestRefusal: z.number(),
  duplicateWindowDays: z.number(),
});

/**
 * A set as it was published. Its form alone is read: `policyFlaws` judged it on the day it was published, and what is
 * held a flaw today must not make an old proof unreadable.
 *
 * @throws ZodError when the text is no set
 */
export function readStoredPolicy(version: number, body: unknown): PolicySet {
  return { ...policy.parse(body), version };
}
