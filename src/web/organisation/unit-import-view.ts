import type { ImportChoiceView } from '../kit/imports/import-pages.js';
import { workbookForm } from '../kit/imports/import-form.js';
import type { UnitImportEntity, UnitListReview } from '../../organisation/index.js';
import { MAX_UNIT_ROWS, UNIT_COLUMNS, type UnitRow } from '../../organisation/domain/unit-rows.js';
import type { RowView } from '../kit/row-list.js';
import type { UnitImportReviewView, UnitImportRowView } from './unit-import-page.js';
import { count } from '../kit/words/numbers.js';
import { moment } from '../kit/words/time.js';
import { ORGANISATION, unitHref } from './organisation-view.js';
import type { RefusedAct } from '../kit/refused-values.js';

export const UNIT_IMPORT = `${ORGANISATION}/nhap`;
/** Rows that a person looks at, of each sort; the rest is a count. */
const SHOWN = 200;

export function unitImportView(before: readonly UnitImportEntity[], refused: RefusedAct | null): ImportChoiceView {
  const headings = (some: readonly (typeof UNIT_COLUMNS)[number][]): string =>
    some.map(({ heading }) => heading).join(', ');
  return {
    form: workbookForm(UNIT_IMPORT, count(MAX_UNIT_ROWS), refused),
    rules: [
      `Dòng đầu là tên cột: ${headings(UNIT_COLUMNS)}. Bắt buộc: ${headings(
        UNIT_COLUMNS.filter(({ required }) => required),
      )}. Đơn vị đã có được nhận ra theo mã; ô bỏ trống giữ điều đã biết.`,
    ],
    before: before.map(broughtRow),
  };
}

function broughtRow({ id, name, uploadedAt, confirmedAt, added, changed }: UnitImportEntity): RowView {
  const outcome = confirmedAt === null ? 'chưa xác nhận' : `đã thêm ${count(added)}, sửa ${count(changed)} đơn vị`;
  return { icon: 'file', title: name, href: `${UNIT_IMPORT}/${id}`, detail: `${moment(uploadedAt)}, ${outcome}` };
}

export function unitImportReviewView({ file, rows, fresh, changed, flawed }: UnitListReview): UnitImportReviewView {
  const waits = file.confirmedAt === null;
  const same = rows.filter((row) => ![...fresh, ...changed, ...flawed].includes(row));
  const shown = [flawed, changed, fresh, same].flatMap((some) => some.slice(0, SHOWN));
  const left = rows.length - shown.length;
  const writes = fresh.length + changed.length;
  return {
    heading: file.name,
    summary: waits
      ? `${count(flawed.length)} dòng phải sửa, ${count(fresh.length)} đơn vị mới, ${count(changed.length)} đơn vị có thay đổi, ${count(same.length)} đơn vị như cũ.`
      : `Đã thêm ${count(file.added)}, sửa ${count(file.changed)} đơn vị lúc ${moment(file.confirmedAt ?? file.uploadedAt)}.`,
    barred: waits ? barredWords(flawed.length, writes) : null,
    confirm:
      waits && flawed.length === 0 && writes > 0
        ? { action: `${UNIT_IMPORT}/${file.id}/xac-nhan`, label: `Ghi ${count(writes)} đơn vị` }
        : null,
    rows: shown.map(rowView),
    left: left === 0 ? null : `Còn ${count(left)} dòng không hiện.`,
  };
}

function barredWords(flawed: number, writes: number): string | null {
  if (flawed > 0) return 'Chưa ghi được dòng nào: sửa các dòng dưới đây trong tệp rồi chọn lại tệp.';
  return writes === 0 ? 'Mọi dòng của tệp đã như đang có; không có gì để ghi.' : null;
}

function rowView({ line, draft, unitId, changes, flaws }: UnitRow): UnitImportRowView {
  return {
    line: count(line),
    code: draft.code,
    name: draft.name,
    href: unitId === null ? null : unitHref(unitId),
    outcome: outcomeWords(unitId, changes, flaws),
    flaws,
  };
}

function outcomeWords(unitId: string | null, changes: readonly string[], flaws: readonly string[]): string {
  if (flaws.length > 0) return 'Phải sửa';
  if (unitId === null) return 'Đơn vị mới';
  return changes.length === 0 ? 'Như cũ' : `Sửa: ${changes.join(', ')}`;
}
