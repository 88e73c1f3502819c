import type { Unit } from '../../organisation/index.js';
import type { DraftedEntry, FilePlanEntry, PlanInUse } from '../../records/domain/file-plan.js';
import { planFlaws } from '../../records/domain/file-plan.js';
import { isRetentionCode, retentionOf } from '../../records/domain/retention.js';
import type { PublishFilePlanCommand } from '../../records/index.js';
import { clean } from '../../kernel/vietnamese.js';
import type { FilePlanFormView } from './file-plan-form-page.js';
import type { FilePlanEntryView, FilePlanView } from './file-plan-page.js';
import { moment } from '../kit/words/time.js';
import type { RefusedFields } from '../kit/refused-note.js';
import type { FilePlanReading } from './file-plan-page-query.js';
import { unitChoices } from '../kit/form/known-choices.js';

/** Rows beside those that are written, for new headings. */
const FREE_ROWS = 3;
const PLACE = '/danh-muc-ho-so';

export function filePlanView(reading: FilePlanReading): FilePlanView {
  const { year, thisYear, history, plan, mayEdit, units } = reading;
  const editable = mayEdit && (year === thisYear || year === thisYear + 1);
  return {
    year,
    years: [thisYear + 1, thisYear, thisYear - 1].map((one) => ({
      href: `${PLACE}?nam=${one}`,
      label: `Năm ${one}`,
      isCurrent: one === year,
    })),
    summary:
      plan.version === 0
        ? 'Chưa ban hành danh mục của năm này; hồ sơ tạm mở theo các đề mục dưới đây.'
        : `Bản ${plan.version}. Hồ sơ đã mở giữ tiêu đề và thời hạn lúc mở; hồ sơ mở từ nay theo bản này.`,
    entries: plan.entries.map((entry) => entryView(entry, units)),
    versions: history.toReversed().map(({ version, publication, entries }) => ({
      label: `Bản ${version}`,
      size: `${entries.length} đề mục`,
      published: publication === null ? '' : `${publication.byName}, ${moment(publication.at)}`,
      reason: publication?.reason ?? '',
    })),
    edit: editable
      ? { href: `${PLACE}/soan?nam=${year}`, label: plan.version === 0 ? 'Lập danh mục' : 'Sửa danh mục' }
      : null,
  };
}

function entryView(
  { notation, title, retention, unitId, forTickets }: FilePlanEntry,
  units: readonly Unit[],
): FilePlanEntryView {
  return {
    notation,
    title,
    retention: retentionOf(retention).words,
    unit: units.find(({ id }) => id === unitId)?.name ?? 'Đơn vị giải quyết',
    forTickets,
  };
}

/** The form as it begins, or as it was refused with every flaw beside its field. */
export function filePlanFormView(reading: FilePlanReading, refused: RefusedFields | null): FilePlanFormView {
  const { year, thisYear, plan, inUse, units } = reading;
  const { lead, entries, reason, flaws } =
    refused === null ? beginning(reading) : typedPlan(planOf(refused.fields), inUse, thisYear);
  const errors: Record<string, string> = {};
  for (const { field, sentence } of flaws) errors[field] ??= sentence;
  return {
    year,
    latest: plan.version,
    lead,
    rows: Array.from({ length: entries.length + FREE_ROWS }, (_, at) => at),
    forTickets: String(entries.findIndex(({ forTickets }) => forTickets)),
    units: unitChoices(units),
    form: { values: valuesOf(entries, reason), errors },
    errors: Object.entries(errors).map(([field, text]) => ({ field, text })),
  };
}

interface FormContent {
  readonly lead: string;
  readonly entries: readonly DraftedEntry[];
  readonly reason: string;
  readonly flaws: ReturnType<typeof planFlaws>;
}

const LEAD = 'Dòng bỏ trống cả ký hiệu và tiêu đề thì không lưu. Bản cũ vẫn còn trong lịch sử.';

/** A year without a plan begins with that of the year before. */
function beginning({ year, plan, before }: FilePlanReading): FormContent {
  const isCopy = plan.version === 0 && before.version > 0;
  const lead = isCopy ? `Chép từ danh mục năm ${year - 1}; sửa rồi lưu thành danh mục năm ${year}.` : LEAD;
  return { lead, entries: (isCopy ? before : plan).entries, reason: '', flaws: [] };
}

function typedPlan(plan: PublishFilePlanCommand, inUse: PlanInUse, thisYear: number): FormContent {
  return { lead: LEAD, entries: plan.entries, reason: plan.reason, flaws: planFlaws(plan, inUse, thisYear) };
}

/** A posted form as a command; what was typed in no row is left out. */
export function planOf(fields: RefusedFields['fields']): PublishFilePlanCommand {
  const text = (name: string): string =>
    clean([fields[name] ?? ''].flat()[0] ?? '')
      .replace(/\s+/gu, ' ')
      .trim();
  const rows = Object.keys(fields)
    .flatMap((name) => /^notation\.(\d{1,3})$/u.exec(name)?.[1] ?? [])
    .filter((at) => text(`notation.${at}`) !== '' || text(`title.${at}`) !== '');
  return {
    year: Number(text('year')),
    latest: Number(text('latest')),
    reason: text('reason'),
    entries: rows.map((at) => entryOf(at, text)),
  };
}

function entryOf(at: string, text: (name: string) => string): DraftedEntry {
  const unitId = text(`unit.${at}`);
  return {
    notation: text(`notation.${at}`),
    title: text(`title.${at}`),
    retention: text(`retention.${at}`),
    unitId: unitId === '' ? null : unitId,
    forTickets: text('forTickets') === at,
  };
}

function valuesOf(entries: readonly DraftedEntry[], reason: string): Record<string, string> {
  const values: Record<string, string> = { reason };
  for (const [at, { notation, title, retention, unitId }] of entries.entries()) {
    values[`notation.${at}`] = notation;
    values[`title.${at}`] = title;
    values[`retention.${at}`] = isRetentionCode(retention) ? retention : '';
    values[`unit.${at}`] = unitId ?? '';
  }
  return values;
}
