import {
  CATEGORIES,
  ESCALATION_TIERS,
  type EscalationStep,
  LEVELS,
  type OwnReminding,
  ownRemindingField,
  type PolicySet,
  type Reminding,
} from '../../law/index.js';
import { merged, oneOf, type PolicyFields, whole } from './policy-field-values.js';
import { writtenTime } from '../../kernel/written-time.js';

/** Rows for reminding of its own that stand empty at the end of the form. */
const FREE_ROWS = 2;

const ROW = /^reminding\.(?<row>\d{1,3})\./u;

/** What the form shows of when who hears: the set's under plain names, a row for each category or level with its own. */
export function remindingFieldsOf(set: PolicySet): PolicyFields {
  return {
    ...remindingFields(set, ''),
    ...merged(
      (set.ownReminding ?? []).map((own, row) => ({
        [`reminding.${row}.category`]: own.category ?? '',
        [`reminding.${row}.level`]: own.level ?? '',
        ...remindingFields(own, `reminding.${row}.`),
      })),
    ),
  };
}

/** When who hears as the form states it; rows that nobody has filled in fall away. */
export function remindingOf(fields: PolicyFields): Pick<PolicySet, 'reminders' | 'escalation' | 'ownReminding'> {
  const own = rowsOf(fields).map((row) => ownOf(fields, row));
  return { ...readReminding(fields, ''), ...(own.length > 0 && { ownReminding: own }) };
}

/** How many rows the form has for reminding of its own. */
export function remindingRows(fields: PolicyFields): number {
  return Math.max(-1, ...rowsOf(fields)) + 1 + FREE_ROWS;
}

/** The control that states what a flaw of own reminding speaks of; null for any other flaw. */
export function remindingControlOf(field: string, fields: PolicyFields): string | null {
  const row = rowsOf(fields).findLast((one) => {
    const place = ownRemindingField(ownOf(fields, one));
    return field === place || field.startsWith(`${place}.`);
  });
  if (row === undefined) return null;
  const rest = field.slice(ownRemindingField(ownOf(fields, row)).length + 1);
  return `reminding.${row}.${rest === '' ? 'category' : rest}`;
}

function rowsOf(fields: PolicyFields): readonly number[] {
  const rows = Object.keys(fields).flatMap((name) => ROW.exec(name)?.groups?.['row'] ?? []);
  const used = (row: string): boolean =>
    ['category', 'level', 'reminders.percents'].some(
      (name) => (fields[`reminding.${row}.${name}`] ?? '').trim() !== '',
    );
  return [...new Set(rows)].filter(used).map(Number);
}

function ownOf(fields: PolicyFields, row: number): OwnReminding {
  const at = `reminding.${row}.`;
  return {
    category: oneOf(CATEGORIES, fields[`${at}category`]) ?? null,
    level: oneOf(LEVELS, fields[`${at}level`]) ?? null,
    ...readReminding(fields, at),
  };
}

function remindingFields({ reminders, escalation }: Reminding, at: string): PolicyFields {
  return {
    [`${at}reminders.percents`]: reminders.percents.join(', '),
    [`${at}reminders.overdueAt`]: timeText(reminders.overdueAt),
    ...merged(escalation.map((step) => escalationFields(step, at))),
  };
}

function readReminding(fields: PolicyFields, at: string): Reminding {
  const text = (name: string): string => (fields[`${at}${name}`] ?? '').trim();
  return {
    reminders: {
      percents: text('reminders.percents')
        .split(/[\s,;%]+/u)
        .filter((one) => one !== '')
        .map(whole),
      overdueAt: writtenTime(text('reminders.overdueAt')) ?? Number.NaN,
    },
    escalation: ESCALATION_TIERS.flatMap((tier) => escalationOf(fields, `${at}escalation.${tier}`, tier)),
  };
}

function escalationFields({ to, from }: EscalationStep, at: string): PolicyFields {
  const name = `${at}escalation.${to}`;
  return 'percent' in from
    ? { [name]: String(from.percent), [`${name}.kind`]: 'percent' }
    : { [name]: String(from.overdueWorkingDays), [`${name}.kind`]: 'overdue' };
}

function escalationOf(fields: PolicyFields, name: string, to: EscalationStep['to']): readonly EscalationStep[] {
  const number = whole((fields[name] ?? '').trim());
  const kind = fields[`${name}.kind`];
  if (kind === 'percent') return [{ to, from: { percent: number } }];
  return kind === 'overdue' ? [{ to, from: { overdueWorkingDays: number } }] : [];
}

function timeText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
