import type { Role } from '../../kernel/actor.js';
import { civilDate, type CivilDate } from '../../kernel/civil-date.js';
import type { ListCell } from './list-cells.js';
import { PEOPLE_COLUMNS, type PeopleField } from './people-columns.js';
import {
  makesAdministrator,
  peopleListMark,
  readPeopleRows,
  writesSomething,
  type KnownPerson,
  type PeopleAround,
  type PersonRow,
} from './people-rows.js';

const today = civilDate('2026-03-18');
const HEADINGS = PEOPLE_COLUMNS.map(({ heading }) => heading);

function held(role: Role, from: string | null, to: string | null = null) {
  const day = (text: string | null): CivilDate | null => (text === null ? null : civilDate(text));
  return { role, validFrom: day(from), validTo: day(to) };
}

function person(username: string, more: Partial<KnownPerson> = {}): KnownPerson {
  return {
    id: `s-${username}`,
    username,
    fullName: 'Vũ Đức Thắng',
    honorific: 'Ông',
    position: 'Trưởng phòng',
    unitId: 'th',
    eOfficeCode: 'thangvd',
    email: null,
    phone: '0225 1',
    active: true,
    directoryId: null,
    held: [held('unitHead', '2026-01-05')],
    ...more,
  };
}

const around: PeopleAround = {
  people: [
    person('thang'),
    person('dir', { directoryId: 'd-1', eOfficeCode: 'dir1', phone: null, held: [] }),
    person('cu', { fullName: 'Trần Cũ', active: false, eOfficeCode: 'cu1', held: [] }),
    person('luc', { fullName: 'Đoàn Văn Lực', eOfficeCode: 'lucdv', held: [held('contactOfficer', null)] }),
  ],
  units: [
    { id: 'vp', code: 'VP', name: 'Văn phòng Sở', validTo: null },
    { id: 'th', code: 'GDTrH', name: 'Phòng Giáo dục Trung học', validTo: null },
    { id: 'old', code: 'Cu', name: 'Phòng Cũ', validTo: civilDate('2025-06-30') },
  ],
  today,
  attributes: { username: 'uid', fullName: 'cn', email: 'mail' },
};

type Given = Partial<Record<PeopleField, ListCell>>;

const read = (...rows: readonly Given[]): readonly PersonRow[] => {
  const table = rows.map((row) => PEOPLE_COLUMNS.map(({ field }) => row[field] ?? ''));
  const reading = readPeopleRows([HEADINGS, ...table], around);
  if (!reading.ok) throw new Error(reading.issue);
  return reading.rows;
};
const only = (row: Given, more: Partial<PeopleAround> = {}): PersonRow => {
  const table = [HEADINGS, PEOPLE_COLUMNS.map(({ field }) => row[field] ?? '')];
  const reading = readPeopleRows(table, { ...around, ...more });
  if (!reading.ok || reading.rows[0] === undefined) throw new Error('No row.');
  return reading.rows[0];
};

const NEW: Given = {
  username: 'an.nt',
  fullName: 'Nguyễn  Thị An',
  honorific: 'bà',
  position: 'Văn thư',
  unitCode: 'vp',
};

describe('a list of people', () => {
  it('reads a new person with several roles from today without end', () => {
    const row = only({ ...NEW, username: 'An.NT', roles: 'văn thư; Kiểm tra thể thức', eOfficeCode: 'annt' });
    expect(row).toMatchObject({
      line: 2,
      staffId: null,
      issues: [],
      facts: { username: 'an.nt', fullName: 'Nguyễn Thị An', honorific: 'Bà', unitId: 'vp', eOfficeCode: 'annt' },
      grants: [
        { role: 'registryClerk', from: today, to: null },
        { role: 'formatChecker', from: today, to: null },
      ],
    });
    expect(writesSomething(row)).toBe(true);
    expect(row.changes).toContainEqual({ heading: 'Đơn vị', before: '', after: 'Văn phòng Sở' });
  });

  it('knows a person by the user name and leaves what an empty cell does not say', () => {
    const row = only({ username: 'THANG', fullName: 'Vũ Đức Thắng', position: 'Phó Trưởng phòng' });
    expect(row).toMatchObject({
      staffId: 's-thang',
      changed: ['position'],
      issues: [],
      grants: [],
      changes: [{ heading: 'Chức vụ', before: 'Trưởng phòng', after: 'Phó Trưởng phòng' }],
      facts: { phone: '0225 1', eOfficeCode: 'thangvd' },
    });
  });

  it.each<[string, Given]>([
    [
      'that says what is known',
      { username: 'thang', fullName: 'Vũ Đức Thắng', unitCode: 'GDTrH', eOfficeCode: 'thangvd' },
    ],
    ['with a role that the person has, whenever it began', { username: 'thang', roles: 'Thủ trưởng đơn vị' }],
    ['with the very period of the role', { username: 'thang', roles: 'Thủ trưởng đơn vị', from: '05/01/2026' }],
    [
      'with a later first day of a role that is held',
      { username: 'thang', roles: 'Thủ trưởng đơn vị', from: '01/02/2026' },
    ],
    ['with a role held since before days were kept', { username: 'luc', roles: 'Cán bộ đầu mối', from: '01/02/2020' }],
  ])('finds nothing to write in a row %s', (_rule, row) => {
    const read = only(row);
    expect(read.issues).toEqual([]);
    expect(writesSomething(read)).toBe(false);
  });

  it('does not write over what the directory brings, and says so', () => {
    const row = only({
      username: 'dir',
      fullName: 'Tên Khác',
      unitCode: 'VP',
      email: 'khac@so.example',
      phone: '0225 2',
    });
    expect(row).toMatchObject({ issues: [], changed: ['phone'], kept: ['Họ và tên', 'Mã đơn vị', 'Thư điện tử'] });
    expect(row.facts).toMatchObject({ fullName: 'Vũ Đức Thắng', unitId: 'th', email: '' });
  });

  it('takes the e-office code of a directory person where no attribute brings it, and leaves it where one does', () => {
    const row = { username: 'dir', eOfficeCode: 'moi' };
    expect(only(row).changed).toEqual(['eOfficeCode']);
    const attributes = { ...around.attributes, eOfficeCode: 'employeeNumber' };
    expect(only(row, { attributes })).toMatchObject({ changed: [], kept: ['Mã trên hệ thống QLVB'] });
  });

  it('ends the roles of the old unit with a move, and gives again what the row says', () => {
    const row = only({ username: 'thang', unitCode: 'VP', roles: 'Thủ trưởng đơn vị' });
    expect(row).toMatchObject({
      issues: [],
      changed: ['unitId'],
      ended: ['unitHead'],
      grants: [{ role: 'unitHead', from: today }],
      changes: [{ heading: 'Đơn vị', before: 'Phòng Giáo dục Trung học', after: 'Văn phòng Sở' }],
    });
  });

  it.each<[string, Given, string]>([
    ['no user name', { ...NEW, username: '' }, 'Tên đăng nhập: Ghi tên đăng nhập.'],
    ['a user name with marks', { ...NEW, username: 'ánh nt' }, 'Tên đăng nhập: Tên tài khoản gồm'],
    ['the row of the sample', { ...NEW, username: 'nguoi.mau' }, 'Tên đăng nhập: Đây là dòng mẫu'],
    ['somebody who left', { username: 'cu' }, 'Tên đăng nhập: Trần Cũ đã ngừng tài khoản'],
    ['no name', { ...NEW, fullName: '' }, 'Họ và tên: Ghi họ và tên.'],
    ['a name that is a formula', { ...NEW, fullName: '=HYPERLINK("x")' }, 'Họ và tên: '],
    ['no form of address', { ...NEW, honorific: '' }, 'Danh xưng: Chọn Ông hoặc Bà.'],
    ['no position', { ...NEW, position: '' }, 'Chức vụ: Ghi chức vụ'],
    ['no unit', { ...NEW, unitCode: '' }, 'Mã đơn vị: Ghi mã đơn vị'],
    ['an unknown unit', { ...NEW, unitCode: 'XYZ' }, 'Mã đơn vị: Không có đơn vị mã “XYZ”'],
    [
      'an unknown unit of a known person',
      { username: 'thang', unitCode: 'XYZ' },
      'Mã đơn vị: Không có đơn vị mã “XYZ”',
    ],
    ['a closed unit', { ...NEW, unitCode: 'Cu' }, 'Mã đơn vị: Phòng Cũ đã ngừng hoạt động'],
    ['an unknown role', { ...NEW, roles: 'Văn thư; Bảo vệ' }, 'Vai trò: Không có vai trò “Bảo vệ”'],
    ['days without a role', { ...NEW, from: '01/04/2026' }, 'Vai trò: Ghi vai trò cho khoảng ngày này'],
    ['a day that does not exist', { ...NEW, roles: 'Văn thư', from: '31/02/2026' }, 'Từ ngày: “31/02/2026” không phải'],
    ['a first day that is over', { ...NEW, roles: 'Văn thư', from: '17/03/2026' }, 'Từ ngày: Giao từ hôm nay trở đi.'],
    ['a last day before the first', { ...NEW, roles: 'Văn thư', to: '17/03/2026' }, 'Đến ngày: Ngày cuối phải từ'],
    [
      'another period of a held role',
      { username: 'thang', roles: 'Thủ trưởng đơn vị', to: '30/06/2026' },
      'Từ ngày: Đang có',
    ],
    ['an address of mail that is none', { ...NEW, email: 'an@' }, 'Thư điện tử: Thư điện tử chưa đúng'],
    ['a telephone that is none', { ...NEW, phone: 'gọi sau' }, 'Điện thoại: '],
    ['a code with blanks', { ...NEW, eOfficeCode: 'an nt' }, 'Mã trên hệ thống QLVB: '],
    [
      'the code of somebody else',
      { ...NEW, eOfficeCode: 'ThangVD' },
      'Mã trên hệ thống QLVB: Mã này đang là của Vũ Đức Thắng',
    ],
  ])('names %s with its column and what to do', (_rule, row, issue) => {
    expect(only(row).issues).toEqual([expect.stringContaining(issue)]);
  });

  it('names a doubled user name with the row that has it first', () => {
    expect(read(NEW, { ...NEW, username: 'AN.NT' })[1]?.issues).toEqual(['Tên đăng nhập: trùng với dòng 2.']);
  });

  it('lets a row take the code that a row before gave up, and no code of a row before', () => {
    const given = { ...NEW, eOfficeCode: 'thangvd' };
    expect(read({ username: 'thang', eOfficeCode: 'moi' }, given).map(({ issues }) => issues.length)).toEqual([0, 0]);
    expect(read(given, { username: 'thang', eOfficeCode: 'moi' }).map(({ issues }) => issues.length)).toEqual([1, 0]);
    const twice = read({ ...NEW, eOfficeCode: 'x1' }, { ...NEW, username: 'khac', eOfficeCode: 'X1' });
    expect(twice[1]?.issues).toEqual(['Mã trên hệ thống QLVB: Mã này đang là của Nguyễn Thị An; mỗi người một mã.']);
  });

  it('takes the code of somebody who left', () => {
    expect(only({ ...NEW, eOfficeCode: 'cu1' }).issues).toEqual([]);
  });

  it('takes days and telephones as spreadsheets keep them, and roles of several lines', () => {
    const from = { wallClock: new Date('2026-04-01T00:00:00Z') };
    const row = only({ ...NEW, roles: 'Văn thư\nGiám sát', from, to: '30/06/2026', phone: { number: '2253000123' } });
    expect(row.facts.phone).toBe('02253000123');
    expect(row.grants).toEqual([
      { role: 'registryClerk', from: '2026-04-01', to: '2026-06-30' },
      { role: 'supervisor', from: '2026-04-01', to: '2026-06-30' },
    ]);
  });

  it('says of which rows somebody would become an administrator', () => {
    const rows = read({ ...NEW, roles: 'Quản trị hệ thống' }, { username: 'thang', roles: 'Văn thư' });
    expect(rows.map(makesAdministrator)).toEqual([true, false]);
  });

  it('says which columns a file lacks, and that nobody stands in it', () => {
    expect(readPeopleRows([['Tên đăng nhập', 'Tên']], around)).toMatchObject({
      ok: false,
      issue: expect.stringContaining('chưa thấy cột: Họ và tên') as string,
    });
    expect(readPeopleRows([HEADINGS, ['', ' ']], around)).toMatchObject({ ok: false });
  });

  it('reads the columns in any order, and passes over columns that it does not know', () => {
    const reading = readPeopleRows(
      [
        ['Ghi chú', 'HỌ VÀ TÊN', 'ten dang nhap'],
        ['x', 'Vũ Đức Thắng', 'thang'],
      ],
      around,
    );
    expect(reading).toMatchObject({ ok: true, rows: [{ staffId: 's-thang', issues: [] }] });
  });
});

describe('the mark of a list', () => {
  const mark = (...rows: readonly Given[]): string => peopleListMark(read(...rows));

  it('is equal for lists that do the same, whatever else they say', () => {
    expect(mark(NEW, { username: 'thang' })).toBe(mark(NEW));
  });

  it.each<[string, readonly Given[]]>([
    ['another fact', [{ ...NEW, phone: '0225 9' }]],
    ['another role', [{ ...NEW, roles: 'Văn thư' }]],
    ['another person changed', [NEW, { username: 'thang', position: 'Chuyên viên' }]],
    ['a row that must be mended', [NEW, { username: 'thang', unitCode: 'XYZ' }]],
  ])('differs with %s', (_what, rows) => {
    expect(mark(...rows)).not.toBe(mark(NEW));
  });

  it('differs when what is known of a changed person has become something else', () => {
    const row = { username: 'thang', position: 'Chuyên viên' };
    const people = around.people.map((one) => (one.username === 'thang' ? { ...one, position: 'Phó phòng' } : one));
    expect(peopleListMark([only(row)])).not.toBe(peopleListMark([only(row, { people })]));
  });
});
