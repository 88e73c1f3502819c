import { isCivilDate, type CivilDate } from '../../kernel/civil-date.js';
import { fold } from '../../kernel/vietnamese.js';
import type { Flaw } from '../../law/policy-draft.js';
import { UNIT_KIND_WORDS, UNIT_KINDS } from './functions.js';
import { dayIssue, dayOf, phoneOf, textOf, type ListCell } from './list-cells.js';
import { newUnitFlaws, placeFlaws, type UnitContacts, type UnitDraft } from './unit-flaws.js';
import { isClosed, type TreeUnit } from './unit-tree.js';

/** More rows are a mistake, or a job for several files. */
export const MAX_UNIT_ROWS = 2000;

/** The columns of a list of units, in the order of the sample; `required` says whether the file must have one. */
export const UNIT_COLUMNS = [
  { field: 'code', heading: 'Mã', required: true, sample: 'THPT-NuiVoi' },
  { field: 'name', heading: 'Tên đơn vị', required: true, sample: 'Trường THPT Núi Voi' },
  { field: 'symbol', heading: 'Ký hiệu', required: false, sample: 'NV' },
  { field: 'kind', heading: 'Loại', required: true, sample: 'Trường' },
  { field: 'parentId', heading: 'Mã đơn vị cấp trên', required: false, sample: 'LD' },
  { field: 'validFrom', heading: 'Hoạt động từ ngày', required: false, sample: '01/07/2025' },
  { field: 'address', heading: 'Địa chỉ', required: false, sample: 'Số 1 đường Lê Duẩn, phường Kiến An' },
  { field: 'website', heading: 'Trang thông tin', required: false, sample: 'https://nuivoi.edu.vn' },
  { field: 'email', heading: 'Thư điện tử', required: false, sample: 'vanthu@nuivoi.edu.vn' },
  { field: 'phone', heading: 'Điện thoại', required: false, sample: '0225 3000 123' },
] as const;

type UnitField = (typeof UNIT_COLUMNS)[number]['field'];

/** A unit with all that a list may say of it. */
export type ListedUnit = TreeUnit & {
  readonly symbol: string;
} & { readonly [Field in keyof UnitContacts]: string | null };

export interface UnitRow {
  /** The row as the spreadsheet numbers it; the headings are row 1. */
  readonly line: number;
  /** The unit as it would be; `parentId` holds the code of the unit above. */
  readonly draft: UnitDraft;
  /** The unit that has this code; null for a new one. */
  readonly unitId: string | null;
  /** Headings of the columns that would change; empty for new units and unchanged rows. */
  readonly changes: readonly string[];
  /** What must be repaired in the file, each with its column. */
  readonly flaws: readonly string[];
}

export type UnitListReading =
  | { readonly ok: true; readonly rows: readonly UnitRow[] }
  | { readonly ok: false; readonly flaw: string };

interface Surroundings {
  readonly units: readonly ListedUnit[];
  readonly today: CivilDate;
}

/**
 * Reads a list of units, headings first, and holds each row against the units there are: known by its code, an empty cell leaves what is known. A unit
 * above must be known already, or stand in a row before.
 */
export function readUnitRows(
  [headings = [], ...body]: readonly (readonly ListCell[])[],
  { units, today }: Surroundings,
): UnitListReading {
  const fields = headings.map((heading) => fieldOf(textOf(heading)));
  const missing = UNIT_COLUMNS.filter(({ field, required }) => required && !fields.includes(field));
  if (missing.length > 0) {
    const names = missing.map(({ heading }) => heading).join(', ');
    return { ok: false, flaw: `Dòng đầu phải là tên cột; chưa thấy cột: ${names}. Tải tệp mẫu để so.` };
  }
  const known = new Map(units.map((unit) => [fold(unit.code), unit]));
  const lines = new Map<string, number>();
  const rows: UnitRow[] = [];
  for (const [at, cells] of body.entries()) {
    if (cells.every((cell) => textOf(cell) === '')) continue;
    const row = rowOf(at + 2, (field) => cells[fields.indexOf(field)] ?? '', { known, lines, today });
    rows.push(row);
    remember(row, { known, lines });
  }
  return rows.length === 0 ? { ok: false, flaw: 'Tệp không có đơn vị nào dưới dòng tên cột.' } : { ok: true, rows };
}

interface Known {
  /** Units by folded code, those of rows before among them. */
  readonly known: Map<string, ListedUnit>;
  /** In which row of the file each code stood first. */
  readonly lines: Map<string, number>;
}

function remember({ line, draft, unitId, flaws }: UnitRow, { known, lines }: Known): void {
  const code = fold(draft.code);
  if (!lines.has(code)) lines.set(code, line);
  if (unitId !== null || flaws.length > 0) return;
  const { validFrom, kind } = draft;
  known.set(code, {
    ...draft,
    id: `#${code}`,
    kind: UNIT_KINDS.find((one) => one === kind) ?? 'school',
    validFrom: isCivilDate(validFrom) ? validFrom : null,
    validTo: null,
    successorId: null,
    parentId: null,
  });
}

function rowOf(
  line: number,
  cell: (field: UnitField) => ListCell,
  { known, lines, today }: Known & { readonly today: CivilDate },
): UnitRow {
  const code = textOf(cell('code'));
  const before = known.get(fold(code));
  const repeats = lines.get(fold(code));
  const unit = before?.id.startsWith('#') === true ? undefined : before;
  const draft = draftOf(cell, unit, { known, today });
  const flaws = [
    ...(repeats === undefined ? [] : [['code', `trùng với dòng ${repeats}.`] as const]),
    ...(unit === undefined ? newFlaws(draft, known) : knownFlaws(draft, unit, { known, today })),
    ...dayFlaws(cell('validFrom')),
  ];
  return {
    line,
    draft,
    unitId: unit?.id ?? null,
    changes: unit === undefined ? [] : changesOf(draft, unit, known),
    flaws: [...new Map(flaws.map(([field, sentence]) => [headingOf(field), sentence]))].map((pair) => pair.join(': ')),
  };
}

type RowFlaw = readonly [UnitField, string];

/** No unit has its code, or it would be known: only the unit above must be looked at. */
function newFlaws(draft: UnitDraft, known: Known['known']): readonly RowFlaw[] {
  const above = known.get(fold(draft.parentId));
  return flawsOf(newUnitFlaws(withParent(draft, known), above === undefined ? [] : [above]));
}

function knownFlaws(
  draft: UnitDraft,
  unit: ListedUnit,
  { known, today }: Pick<Known, 'known'> & { readonly today: CivilDate },
): readonly RowFlaw[] {
  if (isClosed(unit)) return [['code', `${unit.name} đã ngừng hoạt động.`]];
  const { kind, parentId } = withParent(draft, known);
  const written = newUnitFlaws({ ...draft, parentId: '', validFrom: today }, []);
  return flawsOf([...written, ...placeFlaws({ id: unit.id, kind, parentId }, [...known.values()], today)]);
}

/** Flaws of a draft as those of a row: what a list has no column for is told at the code. */
function flawsOf(flaws: readonly Flaw[]): readonly RowFlaw[] {
  return flaws.map(({ field, sentence }) => [
    UNIT_COLUMNS.find((one) => one.field === field)?.field ?? 'code',
    sentence,
  ]);
}

/** The draft with the id of the unit above in place of its code; a code that nobody has stays, and is found by nobody. */
function withParent(draft: UnitDraft, known: Known['known']): UnitDraft {
  const { parentId } = draft;
  return parentId === '' ? draft : { ...draft, parentId: known.get(fold(parentId))?.id ?? parentId };
}

/** What is known of a unit before a row speaks of it. */
function beginning(code: string, { known, today }: Pick<Known, 'known'> & { readonly today: CivilDate }): UnitDraft {
  const above = [...known.values()].find(({ kind }) => kind === 'leadership')?.code ?? '';
  return {
    code,
    name: '',
    symbol: code,
    kind: '',
    parentId: above,
    validFrom: today,
    address: '',
    website: '',
    email: '',
    phone: '',
  };
}

/** The unit as it is now, as a draft. */
function present(unit: ListedUnit, { known, today }: Pick<Known, 'known'> & { readonly today: CivilDate }): UnitDraft {
  const { code, name, symbol, kind, validFrom } = unit;
  const text = (field: keyof UnitContacts): string => unit[field] ?? '';
  return {
    code,
    name,
    symbol,
    kind,
    validFrom: validFrom ?? today,
    parentId: [...known.values()].find(({ id }) => id === unit.parentId)?.code ?? '',
    address: text('address'),
    website: text('website'),
    email: text('email'),
    phone: text('phone'),
  };
}

const READERS: Readonly<Partial<Record<UnitField, (cell: ListCell) => string>>> = {
  kind: (cell) => kindOf(textOf(cell)),
  phone: phoneOf,
  validFrom: (cell) => dayOf(cell) ?? '',
};

function draftOf(
  cell: (field: UnitField) => ListCell,
  unit: ListedUnit | undefined,
  around: Pick<Known, 'known'> & { readonly today: CivilDate },
): UnitDraft {
  const before = unit === undefined ? beginning(textOf(cell('code')), around) : present(unit, around);
  const draft: Record<UnitField, string> = { ...before };
  for (const { field } of UNIT_COLUMNS) {
    const given = (READERS[field] ?? textOf)(cell(field));
    // When a unit began is written once: a list does not change it.
    if (given !== '' && !(field === 'validFrom' && unit !== undefined)) draft[field] = given;
  }
  return draft;
}

const COMPARED = ['name', 'symbol', 'kind', 'address', 'website', 'email', 'phone'] as const;

function changesOf(draft: UnitDraft, unit: ListedUnit, known: Known['known']): readonly string[] {
  const changed = COMPARED.filter((field) => draft[field] !== (unit[field] ?? ''));
  const parentId = withParent(draft, known).parentId;
  return [...changed, ...(parentId === (unit.parentId ?? '') ? [] : (['parentId'] as const))].map(headingOf);
}

function dayFlaws(cell: ListCell): readonly RowFlaw[] {
  const issue = dayIssue(cell);
  return issue === null ? [] : [['validFrom', issue]];
}

function kindOf(words: string): string {
  return UNIT_KINDS.find((kind) => fold(UNIT_KIND_WORDS[kind]) === fold(words)) ?? words;
}

function fieldOf(heading: string): UnitField | null {
  return UNIT_COLUMNS.find((column) => fold(column.heading) === fold(heading))?.field ?? null;
}

function headingOf(field: UnitField): string {
  return UNIT_COLUMNS.find((column) => column.field === field)?.heading ?? '';
}
