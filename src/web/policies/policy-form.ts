import {
  ANONYMITY_RULES,
  CATEGORIES,
  type Category,
  type CategoryRule,
  DUTIES,
  type Duty,
  type Flaw,
  type Level,
  LEVELS,
  LIMIT_UNITS,
  type PolicyDraft,
  type PolicySet,
  type SourcedLimit,
  STANDINGS,
} from '../../law/index.js';
import { merged, oneOf, type PolicyFields, whole } from './policy-field-values.js';
import { remindingControlOf, remindingFieldsOf, remindingOf } from './policy-reminding-form.js';
import { dayAsTyped } from '../kit/http/posted-fields.js';

/** Rows for limits of a category's own that stand empty at the end of the form. */
const FREE_ROWS = 5;

type OwnLimit = readonly [Category, Duty, Level, SourcedLimit];

/** What the form shows of a set. */
export function fieldsOf(set: PolicySet): PolicyFields {
  return {
    name: set.name,
    citation: set.citation,
    validFrom: set.validFrom,
    validTo: set.validTo ?? '',
    extensionsAllowed: String(set.extensionsAllowed),
    reopeningsAllowed: String(set.reopeningsAllowed),
    shortestRefusal: String(set.shortestRefusal),
    duplicateWindowDays: String(set.duplicateWindowDays),
    ...merged(
      DUTIES.flatMap((duty) => LEVELS.map((level) => limitFields(`limits.${duty}.${level}`, set.limits[duty][level]))),
    ),
    ...merged(CATEGORIES.map((category) => categoryFields(category, set.categories[category]))),
    ...merged(ownLimits(set).map(ownFields)),
    ...remindingFieldsOf(set),
  };
}

/** The set in the form; `policyFlaws` names invalid numbers and missing values. */
export function draftOf(fields: PolicyFields): PolicyDraft {
  const text = (name: string): string => (fields[name] ?? '').trim();
  return {
    name: text('name'),
    citation: text('citation'),
    validFrom: dayAsTyped(text('validFrom')),
    validTo: text('validTo') === '' ? null : dayAsTyped(text('validTo')),
    extensionsAllowed: whole(text('extensionsAllowed')),
    reopeningsAllowed: whole(text('reopeningsAllowed')),
    shortestRefusal: whole(text('shortestRefusal')),
    duplicateWindowDays: whole(text('duplicateWindowDays')),
    limits: Object.fromEntries(
      DUTIES.map((duty) => [
        duty,
        Object.fromEntries(LEVELS.map((level) => [level, limitOf(fields, `limits.${duty}.${level}`)])),
      ]),
    ),
    categories: Object.fromEntries(CATEGORIES.map((category) => [category, categoryOf(fields, category)])),
    ...remindingOf(fields),
  };
}

/** How many rows the form has for limits of categories' own. */
export function ownRows(fields: PolicyFields): number {
  const used = Object.keys(fields).flatMap((name) => {
    const row = /^own\.(?<row>\d{1,3})$/u.exec(name)?.groups?.['row'];
    return row === undefined || fields[name]?.trim() === '' ? [] : [Number(row) + 1];
  });
  return Math.max(0, ...used) + FREE_ROWS;
}

/** Rows that state nothing a set could hold: an amount for no category, or one limit twice. */
export function ownRowFlaws(fields: PolicyFields): readonly Flaw[] {
  const seen = new Set<string>();
  return rowsOf(fields).flatMap(({ row, category, duty, level, amount }) => {
    const field = `own.${row}`;
    if (category === undefined) {
      return amount === '' ? [] : [{ field, sentence: 'Thời hạn riêng: chọn lĩnh vực, hoặc xóa số.' }];
    }
    const place = `${category} ${duty} ${level}`;
    if (seen.has(place)) return [{ field, sentence: 'Thời hạn riêng: dòng này trùng với dòng ở trên.' }];
    seen.add(place);
    return [];
  });
}

/** The control that states what a flaw speaks of. */
export function controlOf(field: string, fields: PolicyFields): string {
  const own = /^categories\.(?<category>\w+)\.limits\.(?<duty>\w+)\.(?<level>\w+)(?<rest>\.source)?$/u.exec(
    field,
  )?.groups;
  if (own === undefined) return remindingControlOf(field, fields) ?? field;
  const found = rowsOf(fields).find(
    ({ category, duty, level }) => category === own['category'] && duty === own['duty'] && level === own['level'],
  );
  return found === undefined ? field : `own.${found.row}${own['rest'] ?? ''}`;
}

function limitFields(name: string, { amount, unit, source }: SourcedLimit): PolicyFields {
  return {
    [name]: String(amount),
    [`${name}.unit`]: unit,
    [`${name}.standing`]: source.standing,
    [`${name}.source`]: source.text,
  };
}

function limitOf(fields: PolicyFields, name: string): SourcedLimit {
  return {
    amount: whole((fields[name] ?? '').trim()),
    unit: oneOf(LIMIT_UNITS, fields[`${name}.unit`]) ?? 'workingDays',
    source: {
      standing: oneOf(STANDINGS, fields[`${name}.standing`]) ?? 'choice',
      text: (fields[`${name}.source`] ?? '').trim(),
    },
  };
}

function categoryFields(category: Category, rule: CategoryRule): PolicyFields {
  const name = `categories.${category}`;
  return {
    [`${name}.name`]: rule.name,
    [`${name}.anonymous`]: rule.anonymous,
    ...(rule.aboutConduct && { [`${name}.aboutConduct`]: 'on' }),
    ...(rule.aboutChildren && { [`${name}.aboutChildren`]: 'on' }),
  };
}

function categoryOf(fields: PolicyFields, category: Category): CategoryRule {
  const name = `categories.${category}`;
  const own: Partial<Record<Duty, Partial<Record<Level, SourcedLimit>>>> = {};
  for (const { row, duty, level } of rowsOf(fields).filter((one) => one.category === category)) {
    own[duty] = { ...own[duty], [level]: limitOf(fields, `own.${row}`) };
  }
  return {
    name: (fields[`${name}.name`] ?? '').trim(),
    aboutConduct: fields[`${name}.aboutConduct`] === 'on',
    aboutChildren: fields[`${name}.aboutChildren`] === 'on',
    anonymous: oneOf(ANONYMITY_RULES, fields[`${name}.anonymous`]) ?? 'reject',
    ...(Object.keys(own).length > 0 && { limits: own }),
  };
}

function ownLimits({ categories }: PolicySet): readonly OwnLimit[] {
  return CATEGORIES.flatMap((category) =>
    DUTIES.flatMap((duty) =>
      LEVELS.flatMap((level): readonly OwnLimit[] => {
        const limit = categories[category].limits?.[duty]?.[level];
        return limit === undefined ? [] : [[category, duty, level, limit]];
      }),
    ),
  );
}

function ownFields([category, duty, level, limit]: OwnLimit, row: number): PolicyFields {
  const name = `own.${row}`;
  return {
    ...limitFields(name, limit),
    [`${name}.category`]: category,
    [`${name}.duty`]: duty,
    [`${name}.level`]: level,
  };
}

interface OwnRow {
  readonly row: number;
  /** Missing in a row that nobody has filled in. */
  readonly category: Category | undefined;
  readonly duty: Duty;
  readonly level: Level;
  readonly amount: string;
}

function rowsOf(fields: PolicyFields): readonly OwnRow[] {
  const rows = Object.keys(fields).flatMap((name) => /^own\.(?<row>\d{1,3})$/u.exec(name)?.groups?.['row'] ?? []);
  return rows.map((row) => ({
    row: Number(row),
    category: oneOf(CATEGORIES, fields[`own.${row}.category`]),
    duty: oneOf(DUTIES, fields[`own.${row}.duty`]) ?? 'process',
    level: oneOf(LEVELS, fields[`own.${row}.level`]) ?? 'normal',
    amount: (fields[`own.${row}`] ?? '').trim(),
  }));
}
