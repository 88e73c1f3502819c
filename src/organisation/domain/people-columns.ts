import { fold } from '../../kernel/vietnamese.js';
import { ROLE_WORDS } from './role-words.js';

/** More rows are a mistake, or a job for several files. */
export const MAX_PEOPLE_ROWS = 2000;

/** The account of the row that shows how a list is filled in; nobody may have it. */
export const EXAMPLE_USERNAME = 'nguoi.mau';

/** The columns of a list of people, in the order of the sample; `required` says whether the file must have one. */
export const PEOPLE_COLUMNS = [
  { field: 'username', heading: 'Tên đăng nhập', required: true, sample: EXAMPLE_USERNAME },
  { field: 'fullName', heading: 'Họ và tên', required: true, sample: 'Nguyễn Thị Mẫu (xóa dòng này)' },
  { field: 'honorific', heading: 'Danh xưng', required: false, sample: 'Bà' },
  { field: 'position', heading: 'Chức vụ', required: false, sample: 'Chuyên viên' },
  { field: 'unitCode', heading: 'Mã đơn vị', required: false, sample: 'VP' },
  {
    field: 'roles',
    heading: 'Vai trò',
    required: false,
    sample: `${ROLE_WORDS.registryClerk}; ${ROLE_WORDS.formatChecker}`,
  },
  { field: 'from', heading: 'Từ ngày', required: false, sample: '' },
  { field: 'to', heading: 'Đến ngày', required: false, sample: '' },
  { field: 'eOfficeCode', heading: 'Mã trên hệ thống QLVB', required: false, sample: 'maunt' },
  { field: 'email', heading: 'Thư điện tử', required: false, sample: 'nguoi.mau@haiphong.example' },
  { field: 'phone', heading: 'Điện thoại', required: false, sample: '0225 3842 123' },
] as const;

export type PeopleField = (typeof PEOPLE_COLUMNS)[number]['field'];

/** What must be corrected in one cell. */
export interface CellIssue {
  readonly field: PeopleField;
  readonly sentence: string;
}

/** The column under a heading, however it is written; null for any other heading. */
export function peopleFieldOf(heading: string): PeopleField | null {
  return PEOPLE_COLUMNS.find((column) => fold(column.heading) === fold(heading))?.field ?? null;
}

export function headingOf(field: PeopleField): string {
  return PEOPLE_COLUMNS.find((column) => column.field === field)?.heading ?? '';
}

/** The first issue of each column in words: `Vai trò: Không có vai trò “Bảo vệ”; …` */
export function issuesInWords(issues: readonly CellIssue[]): readonly string[] {
  const first = new Map<PeopleField, string>();
  for (const { field, sentence } of issues) if (!first.has(field)) first.set(field, sentence);
  return [...first].map(([field, sentence]) => `${headingOf(field)}: ${sentence}`);
}
