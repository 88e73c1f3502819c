import type { ImportChoiceView } from '../kit/imports/import-pages.js';
import { workbookForm } from '../kit/imports/import-form.js';
import type { RoutingImportEntity, RoutingListReview } from '../../routing-table/index.js';
import { MAX_ROUTING_ROWS, ROUTING_COLUMNS, type RoutingRow } from '../../routing-table/domain/routing-rows.js';
import type { RowView } from '../kit/row-list.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { count } from '../kit/words/numbers.js';
import { fullDay, moment } from '../kit/words/time.js';
import { isCivilDate } from '../../kernel/civil-date.js';
import type { RoutingImportReviewView, RoutingImportRowView } from './routing-import-page.js';
import { NAMED_UNIT_WORDS, ROUTING_IMPORT } from './routing-table-words.js';

export function routingImportView(
  before: readonly RoutingImportEntity[],
  refused: RefusedAct | null,
): ImportChoiceView {
  const headings = ROUTING_COLUMNS.map(({ heading }) => heading).join(', ');
  return {
    form: workbookForm(ROUTING_IMPORT, count(MAX_ROUTING_ROWS), refused),
    rules: [
      `Dòng đầu là tên cột: ${headings}. Ô “Mã đơn vị chủ trì” bỏ trống thì trường được nêu tên trong phiếu chủ trì.`,
    ],
    before: before.map(broughtRow),
  };
}

function broughtRow({ id, name, uploadedAt, confirmedAt, added }: RoutingImportEntity): RowView {
  const outcome = confirmedAt === null ? 'chưa xác nhận' : `đã thêm ${count(added)} dòng`;
  return { icon: 'file', title: name, href: `${ROUTING_IMPORT}/${id}`, detail: `${moment(uploadedAt)}, ${outcome}` };
}

export function routingImportReviewView({ file, rows }: RoutingListReview): RoutingImportReviewView {
  if (file.confirmedAt !== null) {
    const summary = `Đã thêm ${count(file.added)} dòng lúc ${moment(file.confirmedAt)}.`;
    return { heading: file.name, summary, barred: null, confirm: null, rows: [] };
  }
  const flawed = rows.filter(({ flaws }) => flaws.length > 0);
  return {
    heading: file.name,
    summary: `${count(flawed.length)} dòng phải sửa, ${count(rows.length - flawed.length)} dòng thêm được.`,
    barred: flawed.length > 0 ? 'Chưa ghi được dòng nào: sửa các dòng dưới đây trong tệp rồi chọn lại tệp.' : null,
    confirm:
      flawed.length > 0
        ? null
        : { action: `${ROUTING_IMPORT}/${file.id}/xac-nhan`, label: `Ghi ${count(rows.length)} dòng phân công` },
    rows: [...flawed, ...rows.filter(({ flaws }) => flaws.length === 0)].map(rowView),
  };
}

function rowView({ line, draft, field, unit, flaws }: RoutingRow): RoutingImportRowView {
  return {
    line: count(line),
    field: field === '' ? 'Mọi lĩnh vực' : field,
    unit: unit === '' ? NAMED_UNIT_WORDS : unit,
    from: isCivilDate(draft.validFrom) ? fullDay(draft.validFrom) : '',
    flaws,
  };
}
