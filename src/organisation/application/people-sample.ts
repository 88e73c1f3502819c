import { ROLES } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { PEOPLE_COLUMNS } from '../domain/people-columns.js';
import { HONORIFICS } from '../domain/person-facts.js';
import { ROLE_WORDS } from '../domain/role-words.js';
import { isInForce, type TreeUnit } from '../domain/unit-tree.js';

const WIDTH = 24;
const WIDE = 60;

/** An empty list of people with its headings and one row that shows how it is filled in; the second sheet has the values that some columns take. */
export async function peopleSample(
  units: readonly (TreeUnit & { readonly code: string })[],
  today: CivilDate,
): Promise<Buffer> {
  const open = units.filter((unit) => isInForce(unit, today));
  const list = [
    PEOPLE_COLUMNS.map(({ heading }) => bold(heading)),
    PEOPLE_COLUMNS.map(({ field, sample }) => text(field === 'unitCode' ? (open[0]?.code ?? sample) : sample)),
  ];
  const values = [
    [bold('Cột'), bold('Giá trị'), bold('Nghĩa')],
    ...HONORIFICS.map((one) => [text('Danh xưng'), text(one), text('')]),
    ...ROLES.map((role) => [text('Vai trò'), text(ROLE_WORDS[role]), text('Nhiều vai trò thì cách nhau bằng dấu ;')]),
    [text('Từ ngày'), text('01/07/2026'), text('Bỏ trống: từ hôm nay. Không được trước hôm nay.')],
    [text('Đến ngày'), text('30/06/2027'), text('Ngày cuối còn giữ vai trò. Bỏ trống: không thời hạn.')],
    ...open.map(({ code, name }) => [text('Mã đơn vị'), text(code), text(name)]),
  ];
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile([
    { data: list, sheet: 'Người', columns: PEOPLE_COLUMNS.map(() => ({ width: WIDTH })), stickyRowsCount: 1 },
    { data: values, sheet: 'Giá trị', columns: [{ width: WIDTH }, { width: WIDTH }, { width: WIDE }] },
  ]).toBuffer();
}

function text(value: string) {
  return { value, type: String, format: '@' } as const;
}

function bold(value: string) {
  return { value, type: String, fontWeight: 'bold' } as const;
}
