import { fold } from '../../kernel/vietnamese.js';
import type { Category } from '../../law/index.js';
import { CATEGORIES } from '../../law/index.js';
import { dayIssue, dayOf, textOf, type ListCell } from '../../organisation/domain/list-cells.js';
import { routingFlaws, type RoutingCase, type RoutingDraft } from './routing-flaws.js';
import type { RoutingLine } from './routing-line.js';
import { SCHOOL_LEVEL_WORDS, SCHOOL_LEVELS } from './school-level.js';

/** More rows are a mistake. */
export const MAX_ROUTING_ROWS = 500;

/** The columns of a list of lines, in the order of the sample; `required` says whether the file must have one. */
export const ROUTING_COLUMNS = [
  { field: 'category', heading: 'Lĩnh vực', required: true, sample: 'Thu chi, dạy thêm' },
  { field: 'schoolLevel', heading: 'Cấp học', required: false, sample: '' },
  { field: 'area', heading: 'Địa bàn', required: false, sample: '' },
  { field: 'leadUnitId', heading: 'Mã đơn vị chủ trì', required: true, sample: 'KHTC' },
  { field: 'officerId', heading: 'Tên đăng nhập cán bộ', required: false, sample: '' },
  { field: 'coordinators', heading: 'Mã đơn vị phối hợp', required: false, sample: 'GDTrH; TTr' },
  { field: 'basis', heading: 'Văn bản phân công', required: true, sample: '125/QĐ-SGDĐT' },
  { field: 'validFrom', heading: 'Từ ngày', required: true, sample: '01/01/2027' },
  { field: 'validTo', heading: 'Đến ngày', required: false, sample: '' },
] as const;

type RoutingField = (typeof ROUTING_COLUMNS)[number]['field'];

export interface RoutingRow {
  /** The row as the spreadsheet numbers it; the headings are row 1. */
  readonly line: number;
  readonly draft: RoutingDraft;
  /** Field and unit as the file writes them. */
  readonly field: string;
  readonly unit: string;
  /** What must be repaired in the file, each with its column. */
  readonly flaws: readonly string[];
}

export type RoutingListReading =
  | { readonly ok: true; readonly rows: readonly RoutingRow[] }
  | { readonly ok: false; readonly flaw: string };

/** What a list is compared with: its words for fields, units and officers. */
export interface RoutingListCase extends RoutingCase {
  readonly categoryNames: Readonly<Record<Category, { readonly name: string }>>;
  readonly unitIds: ReadonlyMap<string, string>;
  readonly officerIds: ReadonlyMap<string, string>;
}

/** A word that nobody knows: no id is like it, so that the flaw stands at its column. */
const UNKNOWN = '?';

/** Reads lines of the standing table, headings first; a line that says what one before says is flawed, as beside those that are there. */
export function readRoutingRows(
  [headings = [], ...body]: readonly (readonly ListCell[])[],
  known: RoutingListCase,
): RoutingListReading {
  const fields = headings.map((heading) => fieldOf(textOf(heading)));
  const missing = ROUTING_COLUMNS.filter(({ field, required }) => required && !fields.includes(field));
  if (missing.length > 0) {
    const names = missing.map(({ heading }) => heading).join(', ');
    return { ok: false, flaw: `Dòng đầu phải là tên cột; chưa thấy cột: ${names}. Tải tệp mẫu để so.` };
  }
  const rows: RoutingRow[] = [];
  const table = [...known.table];
  for (const [at, cells] of body.entries()) {
    if (cells.every((cell) => textOf(cell) === '')) continue;
    const row = rowOf(at + 2, (field) => cells[fields.indexOf(field)] ?? '', { ...known, table });
    rows.push(row);
    if (row.flaws.length === 0) table.push(asLine(row));
  }
  return rows.length === 0 ? { ok: false, flaw: 'Tệp không có dòng nào dưới dòng tên cột.' } : { ok: true, rows };
}

function rowOf(line: number, cell: (field: RoutingField) => ListCell, known: RoutingListCase): RoutingRow {
  const draft = draftOf((field) => textOf(cell(field)), known);
  const days = (['validFrom', 'validTo'] as const).map((field) => [field, dayIssue(cell(field))] as const);
  const dated = { ...draft, validFrom: dayOf(cell('validFrom')) ?? '', validTo: dayOf(cell('validTo')) ?? '' };
  const found = new Map(routingFlaws(dated, known).map(({ field, sentence }) => [field, sentence]));
  for (const [field, issue] of days) if (issue !== null) found.set(field, issue);
  return {
    line,
    draft: dated,
    field: textOf(cell('category')),
    unit: textOf(cell('leadUnitId')),
    flaws: [...found].map(([field, sentence]) => `${headingOf(field)}: ${sentence}`),
  };
}

function draftOf(text: (field: RoutingField) => string, known: RoutingListCase): RoutingDraft {
  const idIn = (ids: ReadonlyMap<string, string>, word: string): string =>
    word === '' ? '' : (ids.get(fold(word)) ?? UNKNOWN);
  return {
    category: wordOf(text('category'), CATEGORIES, (category) => known.categoryNames[category].name),
    schoolLevel: wordOf(text('schoolLevel'), SCHOOL_LEVELS, (level) => SCHOOL_LEVEL_WORDS[level]),
    area: text('area'),
    basis: text('basis'),
    validFrom: '',
    validTo: '',
    leadUnitId: idIn(known.unitIds, text('leadUnitId')),
    officerId: idIn(known.officerIds, text('officerId')),
    coordinators: text('coordinators')
      .split(';')
      .map((code) => code.trim())
      .filter((code) => code !== '')
      .map((code) => idIn(known.unitIds, code)),
  };
}

/** The code whose word stands there; empty for `mọi` and for nothing. */
function wordOf<Code extends string>(text: string, codes: readonly Code[], wordFor: (code: Code) => string): string {
  if (text === '' || fold(text).startsWith('moi ')) return '';
  return codes.find((code) => fold(wordFor(code)) === fold(text)) ?? UNKNOWN;
}

function asLine({ line, draft }: RoutingRow): RoutingLine {
  return {
    ...draft,
    id: `#${String(line)}`,
    no: line,
    category: CATEGORIES.find((category) => category === draft.category) ?? null,
    schoolLevel: SCHOOL_LEVELS.find((level) => level === draft.schoolLevel) ?? null,
    area: draft.area === '' ? null : draft.area,
    leadUnitId: null,
    officerId: null,
    validFrom: draft.validFrom as RoutingLine['validFrom'],
    validTo: draft.validTo === '' ? null : (draft.validTo as RoutingLine['validFrom']),
  };
}

function fieldOf(heading: string): RoutingField | null {
  return ROUTING_COLUMNS.find((one) => fold(one.heading) === fold(heading))?.field ?? null;
}

function headingOf(field: string): string {
  return ROUTING_COLUMNS.find((one) => one.field === field)?.heading ?? field;
}
