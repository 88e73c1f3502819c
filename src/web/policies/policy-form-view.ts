import type { MovedDeadlines } from '../../calendar/ports/open-deadlines.port.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import {
  completePolicy,
  DUTIES,
  type Duty,
  DUTY_WORDS,
  type Flaw,
  LEVEL_WORDS,
  LEVELS,
  limitWords,
  type PolicySet,
} from '../../law/index.js';
import { publicationFlaws } from '../../policies/index.js';
import type { DutyFold, PolicyFormView } from './policy-form-page.js';
import { movedView } from '../calendar/calendar-view.js';
import { changesView } from './policies-view.js';
import type { PolicyFields } from './policy-field-values.js';
import { controlOf, draftOf, fieldsOf, ownRowFlaws, ownRows } from './policy-form.js';
import { remindingRows } from './policy-reminding-form.js';
import type { RefusedFields } from '../kit/refused-note.js';

export interface PolicyFormReading {
  /** The version that the form begins from. */
  readonly base: PolicySet;
  readonly latest: number;
  readonly today: CivilDate;
  /** What was typed and refused, or only to be looked at, a moment ago. */
  readonly refused: RefusedFields | null;
  /** What the typed set would move among open tickets; null where nobody asked, or it has flaws. */
  readonly moved: MovedDeadlines | null;
}

/** Marks a form that was posted to be looked at, not to be published. */
export const LOOKED_AT = { xem: 'co' } as const;

export function isLookedAt({ xem }: PolicyFields): boolean {
  return xem === LOOKED_AT.xem;
}

/** The form as it begins, as it was refused with every flaw beside its field, or as it would come out. */
export function policyFormView({ base, latest, today, refused, moved }: PolicyFormReading): PolicyFormView {
  const typed = refused === null ? null : postedFields(refused.fields);
  // The base's first day is over and would be refused, so the author chooses a new one.
  const values = typed ?? { ...fieldsOf(base), validFrom: '', validTo: '' };
  const flaws = typed === null ? [] : formFlaws(typed, base, today);
  const errors = firstOfEach(flaws, values);
  const drafted = moved === null ? null : draftedSet({ fields: values, base, latest, today });
  return {
    intro: `Bắt đầu từ bộ ${base.version}. Thời hạn nào đổi thì ghi căn cứ mới cho thời hạn ấy.`,
    basedOn: base.version,
    latest,
    form: { values, errors },
    errors: Object.entries(errors).map(([field, text]) => ({ field, text })),
    duties: DUTIES.map((duty) => foldOf(duty, base, Object.keys(errors))),
    ownRows: ownRows(values),
    remindingRows: remindingRows(values),
    preview: moved && drafted && { moved: movedView(moved), changes: changesView(base, drafted) },
  };
}

export interface DraftedFields {
  readonly fields: PolicyFields;
  readonly base: PolicySet;
  readonly latest: number;
  readonly today: CivilDate;
}

/** The version that a form would become; null while it has flaws. The reason for it may still be missing. */
export function draftedSet({ fields, base, latest, today }: DraftedFields): PolicySet | null {
  const flaws = formFlaws({ ...fields, ...LOOKED_AT }, base, today);
  return flaws.length > 0 ? null : completePolicy(draftOf(fields), latest + 1);
}

/** One text for each name; what no form of ours would send twice counts once. */
export function postedFields(fields: RefusedFields['fields']): PolicyFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()[0] ?? '']));
}

function formFlaws(typed: PolicyFields, before: PolicySet, today: CivilDate): readonly Flaw[] {
  const publication = { draft: draftOf(typed), reason: typed['reason'] ?? '', before, today };
  const flaws = [...publicationFlaws(publication), ...ownRowFlaws(typed)];
  return isLookedAt(typed) ? flaws.filter(({ field }) => field !== 'reason') : flaws;
}

function firstOfEach(flaws: readonly Flaw[], fields: PolicyFields): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { field, sentence } of flaws) errors[controlOf(field, fields)] ??= sentence;
  return Object.fromEntries(Object.entries(errors).sort(([one], [other]) => rankOf(one) - rankOf(other)));
}

/** The parts of the form from top to bottom. */
const PARTS = [
  'name',
  'citation',
  'validFrom',
  'validTo',
  'reason',
  'limits',
  'categories',
  'own',
  'reminders',
  'escalation',
  'reminding',
];

/** Where a control stands; the numbers at the end of the form have no part of their own. */
function rankOf(field: string): number {
  const at = PARTS.indexOf(field.split('.', 1)[0] ?? '');
  return at === -1 ? PARTS.length : at;
}

function foldOf(duty: Duty, base: PolicySet, flawed: readonly string[]): DutyFold {
  return {
    duty,
    name: DUTY_WORDS[duty],
    summary: summaryOf(duty, base),
    open: flawed.some((field) => field.startsWith(`limits.${duty}.`)),
  };
}

/** The limit of most levels, then those that differ: `4 giờ làm việc; Khẩn: 1 giờ làm việc`. */
function summaryOf(duty: Duty, { limits }: PolicySet): string {
  const usual = limitWords(limits[duty].normal);
  const others = LEVELS.filter((level) => limitWords(limits[duty][level]) !== usual);
  return [usual, ...others.map((level) => `${LEVEL_WORDS[level]}: ${limitWords(limits[duty][level])}`)].join('; ');
}
