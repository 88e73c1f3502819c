import { type Limit, limitWords, MAX_LIMIT } from './limit.js';
import {
  CATEGORIES,
  DUTIES,
  type Duty,
  DUTY_WORDS,
  type Level,
  LEVEL_WORDS,
  LEVELS,
  limitFor,
  type PolicySet,
  type SourcedLimit,
} from './policy.js';
import type { Flaw, LimitTable, PolicyDraft } from './policy-draft.js';

/** Longer than these no limit may be, whatever a department decides. */
const CEILINGS: Partial<Record<Duty, SourcedLimit>> = {
  returnNotCompetent: {
    amount: 5,
    unit: 'workingDays',
    source: { standing: 'law', text: 'Nghị định 20/2008/NĐ-CP, Điều 9' },
  },
  writtenStatus: {
    amount: 10,
    unit: 'workingDays',
    source: { standing: 'law', text: 'Luật Tiếp công dân 2013, Điều 28 khoản 1' },
  },
  releaseReply: {
    amount: 1,
    unit: 'workingDays',
    source: { standing: 'law', text: 'Nghị định 30/2020/NĐ-CP, Điều 18 khoản 1' },
  },
};

/** What must be done before the matter can be settled cannot take longer than settling it. */
const STEPS_OF_PROCESSING: readonly Duty[] = ['acknowledge', 'assign', 'unitAcknowledge'];

/** A full working day (Bộ luật Lao động 2019, Điều 105 khoản 1). Only for telling what cannot be meant, never for counting. */
const HOURS_OF_WORKING_DAY = 8;

const KINDS: Readonly<Record<Limit['unit'], { readonly working: boolean; readonly hours: number }>> = {
  workingDays: { working: true, hours: HOURS_OF_WORKING_DAY },
  workingHours: { working: true, hours: 1 },
  days: { working: false, hours: 24 },
  hours: { working: false, hours: 1 },
};

/** Surely longer; working time and calendar time are not compared. */
function isLonger(a: Limit, b: Limit): boolean {
  const [one, other] = [KINDS[a.unit], KINDS[b.unit]];
  return one.working === other.working && a.amount * one.hours > b.amount * other.hours;
}

/** Flaws of every limit of the set and of its categories. */
export function limitFlaws({ limits, categories }: PolicyDraft): readonly Flaw[] {
  const ofSet = DUTIES.flatMap((duty) =>
    LEVELS.flatMap((level) => flawsOf(limits[duty]?.[level], limits, { duty, level, path: 'limits' })),
  );
  const ofCategories = CATEGORIES.flatMap((category) => {
    const own = categories[category]?.limits ?? {};
    return statedIn(own).flatMap(({ duty, level }) =>
      flawsOf(own[duty]?.[level], over(limits, own), { duty, level, path: `categories.${category}.limits` }),
    );
  });
  return [...ofSet, ...ofCategories];
}

/**
 * Limits that were changed while their source was left standing. A rule of another agency that says ten days does not say twelve: the
 * changed limit is our own choice, or has another source. A category's limit is compared with what held for the category before.
 */
export function staleSources({ limits, categories }: PolicyDraft, before: PolicySet): readonly Flaw[] {
  const ofSet = statedIn(limits).flatMap(({ duty, level }) =>
    staleFlaws(limits[duty]?.[level], before.limits[duty][level], { duty, level, path: 'limits' }),
  );
  const ofCategories = CATEGORIES.flatMap((category) => {
    const own = categories[category]?.limits ?? {};
    return statedIn(own).flatMap(({ duty, level }) =>
      staleFlaws(own[duty]?.[level], limitFor(before, duty, level, category), {
        duty,
        level,
        path: `categories.${category}.limits`,
      }),
    );
  });
  return [...ofSet, ...ofCategories];
}

function staleFlaws(now: SourcedLimit | undefined, then: SourcedLimit, at: LimitPlace): readonly Flaw[] {
  if (now === undefined || amountFlaw(now) !== null || isSame(now, then) || then.source.standing === 'choice')
    return [];
  if (now.source.standing !== then.source.standing || now.source.text.trim() !== then.source.text) return [];
  const sentence = `${place(at.duty, at.level)}: thời hạn đã đổi từ ${limitWords(then)}, căn cứ cũ không còn đúng. Ghi căn cứ mới.`;
  return [{ field: `${at.path}.${at.duty}.${at.level}.source`, sentence }];
}

interface LimitPlace {
  readonly duty: Duty;
  readonly level: Level;
  readonly path: string;
}

function flawsOf(limit: SourcedLimit | undefined, all: LimitTable, at: LimitPlace): readonly Flaw[] {
  const field = `${at.path}.${at.duty}.${at.level}`;
  const where = place(at.duty, at.level);
  if (limit === undefined) return [{ field, sentence: `${where}: chưa có thời hạn.` }];
  const amount = amountFlaw(limit) ?? ceilingFlaw(limit, at.duty) ?? orderFlaw(limit, all, at);
  return [
    ...(amount === null ? [] : [{ field, sentence: `${where}: ${amount}` }]),
    ...(limit.source.text.trim() === '' ? [{ field: `${field}.source`, sentence: `${where}: ghi căn cứ.` }] : []),
  ];
}

function amountFlaw({ amount }: Limit): string | null {
  const whole = Number.isInteger(amount) && amount >= 1 && amount <= MAX_LIMIT;
  return whole ? null : `nhập số nguyên từ 1 đến ${MAX_LIMIT}.`;
}

function ceilingFlaw(limit: Limit, duty: Duty): string | null {
  const ceiling = CEILINGS[duty];
  if (ceiling === undefined) return null;
  const comparable = KINDS[limit.unit].working === KINDS[ceiling.unit].working;
  if (comparable && !isLonger(limit, ceiling)) return null;
  return `không quá ${limitWords(ceiling)} (${ceiling.source.text}).`;
}

function orderFlaw(limit: Limit, all: LimitTable, { duty, level }: LimitPlace): string | null {
  const process = all.process?.[level];
  if (process === undefined || !STEPS_OF_PROCESSING.includes(duty) || !isLonger(limit, process)) return null;
  return `dài hơn thời hạn giải quyết (${limitWords(process)}).`;
}

function statedIn(table: LimitTable): readonly { readonly duty: Duty; readonly level: Level }[] {
  return DUTIES.flatMap((duty) =>
    LEVELS.filter((level) => table[duty]?.[level] !== undefined).map((level) => ({ duty, level })),
  );
}

function over(limits: LimitTable, own: LimitTable): LimitTable {
  return Object.fromEntries(DUTIES.map((duty) => [duty, { ...limits[duty], ...own[duty] }]));
}

function isSame(a: Limit, b: Limit): boolean {
  return a.amount === b.amount && a.unit === b.unit;
}

function place(duty: Duty, level: Level): string {
  return `${DUTY_WORDS[duty]}, mức ${LEVEL_WORDS[level].toLowerCase()}`;
}
