import { z } from 'zod';
import {
  ANONYMITY_RULES,
  CATEGORIES,
  DUTIES,
  ESCALATION_TIERS,
  LEVELS,
  LIMIT_UNITS,
  STANDINGS,
} from '../../law/index.js';
import { day, instant, number } from './wire.js';

const interval = z.object({ from: z.int(), to: z.int() }).meta({ description: 'Minutes of the day, end excluded.' });

const CONFIDENCE = z.enum(['confirmed', 'reported', 'unconfirmed', 'assumed']);

const shift = z
  .object({
    validFrom: day,
    validTo: day.nullable(),
    weekdays: z.array(z.literal([1, 2, 3, 4, 5, 6, 7])),
    intervals: z.array(interval),
    origin: z
      .object({ source: z.string(), confidence: CONFIDENCE })
      .optional()
      .meta({ description: 'The source of the hours and how sure it is; left out where none is recorded.' }),
  })
  .meta({ id: 'Shift' });

const declared = {
  date: day,
  source: z.string(),
  confidence: CONFIDENCE,
};

export const calendar = z
  .object({
    version: z.int(),
    name: z.string(),
    years: z.array(z.int()).meta({ description: 'Years whose holidays are declared; no other is counted in.' }),
    cultureDay: z.boolean().meta({ description: 'Whether 24/11 counts as a holiday.' }),
    shifts: z.array(shift),
    unitShifts: z.record(z.string(), z.array(shift)),
    daysOff: z.array(z.object({ ...declared, kind: z.enum(['holiday', 'compensatory', 'swapped']), name: z.string() })),
    makeUpDays: z.array(z.object({ ...declared, shiftOfWeekday: z.literal([1, 2, 3, 4, 5, 6, 7]) })),
  })
  .meta({ id: 'Calendar' });

export const calendarHistory = z.object({
  versions: z.array(
    z.object({
      version: z.int(),
      reason: z.string(),
      source: z.string(),
      createdByName: z.string().nullable(),
      createdAt: instant.nullable(),
    }),
  ),
});

const limit = z
  .object({
    amount: z.int(),
    unit: z.enum(LIMIT_UNITS),
    source: z.object({ standing: z.enum(STANDINGS), text: z.string() }),
  })
  .meta({ id: 'SourcedLimit' });

const byLevel = z.record(z.enum(LEVELS), limit);

const reminding = {
  reminders: z.object({ percents: z.array(z.number()), overdueAt: z.int() }),
  escalation: z.array(
    z.object({
      to: z.enum(ESCALATION_TIERS),
      from: z.union([z.object({ percent: z.number() }), z.object({ overdueWorkingDays: z.int() })]),
    }),
  ),
};

const ownReminding = z.object({
  category: z.enum(CATEGORIES).nullable().meta({ description: 'Null for every category.' }),
  level: z.enum(LEVELS).nullable().meta({ description: 'Null for every level.' }),
  ...reminding,
});

export const policy = z
  .object({
    version: z.int(),
    name: z.string(),
    citation: z.string(),
    validFrom: day,
    validTo: day.nullable(),
    limits: z.record(z.enum(DUTIES), byLevel),
    extensionsAllowed: z.int(),
    reopeningsAllowed: z.int(),
    categories: z.record(
      z.enum(CATEGORIES),
      z.object({
        name: z.string(),
        aboutConduct: z.boolean(),
        aboutChildren: z.boolean(),
        anonymous: z.enum(ANONYMITY_RULES),
        limits: z.partialRecord(z.enum(DUTIES), z.partialRecord(z.enum(LEVELS), limit)).optional(),
      }),
    ),
    ...reminding,
    ownReminding: z.array(ownReminding).optional().meta({
      description: 'Where people are reminded otherwise; category and level win over category, that over level.',
    }),
    shortestRefusal: z.int(),
    duplicateWindowDays: z.int(),
  })
  .meta({ id: 'Policy' });

export const publishedPolicy = z
  .object({
    set: policy,
    publication: z
      .object({ byName: z.string(), at: instant, reason: z.string() })
      .nullable()
      .meta({ description: 'Null for the version that ships with the software.' }),
  })
  .meta({ id: 'PublishedPolicy' });

export const policies = z.object({ policies: z.array(publishedPolicy) });

export const deadlineQuery = z.strictObject({
  start: instant,
  amount: number,
  unit: z.enum(LIMIT_UNITS),
  unitId: z.string().optional().meta({ description: 'Whose hours count; the agency’s where left out.' }),
});
