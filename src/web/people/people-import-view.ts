import { z } from 'zod';
import type { ImportChoiceView } from '../kit/imports/import-pages.js';
import { workbookForm } from '../kit/imports/import-form.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { headingOf, MAX_PEOPLE_ROWS, PEOPLE_COLUMNS } from '../../organisation/domain/people-columns.js';
import type { RoleGrant } from '../../organisation/domain/people-roles.js';
import type { FactChange, PersonRow } from '../../organisation/domain/people-rows.js';
import type { PeopleListReview, StaffImportEntity } from '../../organisation/index.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { RowView } from '../kit/row-list.js';
import type { PeopleImportReviewView, PeopleImportRowView } from './people-import-page.js';
import { count } from '../kit/words/numbers.js';
import { roleLabel } from '../kit/words/states.js';
import { fullDay, moment } from '../kit/words/time.js';
import { PEOPLE } from './person-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { personHref } from '../organisation/unit-view.js';
import { check, hidden } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

export const PEOPLE_IMPORT = `${PEOPLE}/nhap`;
/** Rows that a person looks at, of each sort; the rest is a count. Rows that make administrators are always shown. */
const SHOWN = 200;

export function peopleImportView(before: readonly StaffImportEntity[], refused: RefusedAct | null): ImportChoiceView {
  const headings = PEOPLE_COLUMNS.map(({ heading }) => heading).join(', ');
  return {
    form: workbookForm(PEOPLE_IMPORT, count(MAX_PEOPLE_ROWS), refused),
    rules: [
      `Dòng đầu là tên cột: ${headings}. Mỗi người một dòng.`,
      'Người đã có được nhận ra theo tên đăng nhập; ô bỏ trống giữ điều đã biết. Người mới cần đủ họ tên, danh xưng, chức vụ, mã đơn vị.',
      'Vai trò chỉ được giao thêm, không bị thu hồi vì vắng trong tệp. Thông tin do thư mục của cơ quan cung cấp thì giữ như thư mục.',
      'Không ai có mật khẩu nhờ tệp này: đăng nhập bằng thư mục, hoặc bằng mật khẩu tạm cấp ở trang từng người.',
    ],
    before: before.map(broughtRow),
  };
}

function broughtRow({ id, name, uploadedAt, confirmedAt, added, changed }: StaffImportEntity): RowView {
  const outcome = confirmedAt === null ? 'chưa xác nhận' : `đã thêm ${count(added)}, sửa ${count(changed)} người`;
  return { icon: 'file', title: name, href: `${PEOPLE_IMPORT}/${id}`, detail: `${moment(uploadedAt)}, ${outcome}` };
}

export function peopleImportReviewView(review: PeopleListReview, refused: RefusedAct | null): PeopleImportReviewView {
  const { file, rows, fresh, changed, flawed, administrators } = review;
  const waits = file.confirmedAt === null;
  const same = rows.filter((row) => ![...fresh, ...changed, ...flawed].includes(row));
  const shown = new Set([...flawed.slice(0, SHOWN), ...administrators]);
  for (const some of [changed, fresh, same]) for (const row of some.slice(0, SHOWN)) shown.add(row);
  const left = rows.length - shown.size;
  const writes = fresh.length + changed.length;
  return {
    heading: file.name,
    summary: waits
      ? `${count(flawed.length)} dòng phải sửa, ${count(fresh.length)} người mới, ${count(changed.length)} người có thay đổi, ${count(same.length)} người như cũ.`
      : `Đã thêm ${count(file.added)}, sửa ${count(file.changed)} người lúc ${moment(file.confirmedAt ?? file.uploadedAt)}.`,
    barred: waits ? barredWords(flawed.length, writes) : null,
    confirm: waits && flawed.length === 0 && writes > 0 ? confirmForm(review, writes, refused) : null,
    rows: [...shown].map(rowView),
    left: left === 0 ? null : `Còn ${count(left)} dòng không hiện.`,
  };
}

function barredWords(flawed: number, writes: number): string | null {
  if (flawed > 0) return 'Chưa ghi được dòng nào: sửa các dòng dưới đây trong tệp rồi chọn lại tệp.';
  return writes === 0 ? 'Mọi dòng của tệp đã như đang có; không có gì để ghi.' : null;
}

const MAX_MARK_LENGTH = 64;

export const confirming = defineForm({
  mark: hidden(z.string().max(MAX_MARK_LENGTH)),
  administrators: check('Đồng ý giao quyền quản trị hệ thống'),
});

function confirmForm(
  { file, administrators, mark }: PeopleListReview,
  writes: number,
  refused: RefusedAct | null,
): ActFormView {
  const names = administrators.map(({ facts }) => facts.fullName).join(', ');
  const isNone = administrators.length === 0;
  const frame = {
    id: 'ghi',
    label: 'Ghi vào danh sách',
    action: `${PEOPLE_IMPORT}/${file.id}/xac-nhan`,
    submit: `Ghi ${count(writes)} người`,
    lead: 'Ghi đúng như các dòng dưới đây, tất cả hoặc không dòng nào.',
    warning: isNone ? null : `Tệp giao vai trò quản trị hệ thống cho: ${names}.`,
    without: isNone ? ['administrators'] : [],
  };
  const label = `Đồng ý giao quyền quản trị hệ thống cho ${count(administrators.length)} người nêu trên`;
  return confirming.draw(frame, refused, { mark, administrators: { label } });
}

function rowView(row: PersonRow): PeopleImportRowView {
  const { line, staffId, facts, issues } = row;
  return {
    line: count(line),
    username: facts.username === '' ? '(trống)' : facts.username,
    name: facts.fullName === '' ? '(trống)' : facts.fullName,
    href: staffId === null ? null : personHref(staffId),
    outcome: outcomeWords(row),
    details: issues.length > 0 ? [] : detailWords(row),
    issues,
  };
}

function outcomeWords({ staffId, changed, grants, issues }: PersonRow): string {
  if (issues.length > 0) return 'Phải sửa';
  if (staffId === null) return 'Người mới';
  return changed.length + grants.length === 0 ? 'Như cũ' : 'Có thay đổi';
}

function detailWords({ staffId, changes, ended, grants, kept }: PersonRow): readonly string[] {
  return [
    ...(staffId === null
      ? [
          changes
            .filter(({ heading }) => heading !== headingOf('fullName'))
            .map(factWords)
            .join('; '),
        ]
      : changes.map(changeWords)),
    ...(ended.length === 0 ? [] : [`Thu hồi vai trò ở đơn vị cũ: ${ended.map(roleLabel).join(', ')}`]),
    ...grants.map(grantWords),
    ...(kept.length === 0 ? [] : [`Giữ như thư mục của cơ quan: ${kept.join(', ')}`]),
  ];
}

function changeWords({ heading, before, after }: FactChange): string {
  return `${heading}: ${before === '' ? '(trống)' : before} → ${after}`;
}

/** Of somebody new, whose name stands beside. */
function factWords({ heading, after }: FactChange): string {
  return `${heading}: ${after}`;
}

function grantWords({ role, from, to }: RoleGrant): string {
  return `Giao vai trò ${roleLabel(role)} từ ${fullDay(from)}${until(to)}`;
}

function until(to: CivilDate | null): string {
  return to === null ? '' : ` đến ${fullDay(to)}`;
}
