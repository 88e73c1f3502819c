import type { Role } from '../../kernel/actor.js';
import { civilDate, type CivilDate } from '../../kernel/civil-date.js';
import type { UnitFunction, UnitKind } from '../../organisation/domain/functions.js';

/** An invented department in the Hải Phòng of today: its communes are real, no person and no school in it is. */
export interface DemonstrationUnit {
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  readonly kind: UnitKind;
  /** Code of the unit above; the leadership by default. */
  readonly under?: string;
  /** First and last day; since ever, and open, by default. */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  /** Code of the unit that took over when it was closed. */
  readonly successor?: string;
  /** What it was called before the two tiers. */
  readonly before?: string;
}

/** The first day of the two tiers, and of the city with what was Hải Dương. Source: Luật 72/2025/QH15; Nghị quyết 202/2025/QH15. */
export const TWO_TIERS_FROM = civilDate('2025-07-01');
const LAST_OF_THREE_TIERS = civilDate('2025-06-30');

const commune = (code: string, name: string): DemonstrationUnit => ({
  code,
  name: `Phòng Văn hóa - Xã hội ${name}`,
  symbol: code,
  kind: 'communeDivision',
  from: TWO_TIERS_FROM,
});

/** A school in charge of a commune; its staff have no accounts. */
const communeSchool = (code: string, under: string, name: string, before: string): DemonstrationUnit => ({
  code,
  under,
  name,
  before,
  symbol: code,
  kind: 'school',
});

export interface DemonstrationPerson {
  readonly username: string;
  readonly fullName: string;
  readonly honorific: 'Ông' | 'Bà';
  readonly position: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  /** Code in the e-office, for those who sign there. */
  readonly eOfficeCode?: string;
  /** In whose place he signs every kind of document. */
  readonly signs?: 'head' | 'KT';
  /** What the sign-in page says of the account; only the six main ones are shown there. */
  readonly shownAs?: string;
}

export const DEMONSTRATION_PASSWORD = 'HoiAm-1022';

export const UNITS: readonly DemonstrationUnit[] = [
  { code: 'LD', name: 'Lãnh đạo Sở', symbol: 'LĐ', kind: 'leadership' },
  { code: 'VP', name: 'Văn phòng Sở', symbol: 'VP', kind: 'office' },
  {
    code: 'TTr',
    name: 'Thanh tra Sở',
    symbol: 'TTr',
    kind: 'inspectorate',
    to: LAST_OF_THREE_TIERS,
    successor: 'VP',
  },
  { code: 'GDTrH', name: 'Phòng Giáo dục Trung học', symbol: 'GDTrH', kind: 'division' },
  { code: 'GDMNTH', name: 'Phòng Giáo dục Mầm non và Tiểu học', symbol: 'GDMNTH', kind: 'division' },
  { code: 'KHTC', name: 'Phòng Kế hoạch - Tài chính', symbol: 'KHTC', kind: 'division' },
  { code: 'QLCL', name: 'Phòng Quản lý chất lượng', symbol: 'QLCL', kind: 'division' },
  { code: 'TCCB', name: 'Phòng Tổ chức cán bộ', symbol: 'TCCB', kind: 'division' },
  ...[
    ['NuiVoi', 'Trường THPT Núi Voi'],
    ['CauRao', 'Trường THPT Cầu Rào'],
    ['HonDau', 'Trường THPT Hòn Dấu'],
    ['TrangKenh', 'Trường THPT Tràng Kênh'],
    ['DinhVu', 'Trường THPT Đình Vũ'],
    ['BachDang', 'Trường THPT Bạch Đằng Giang'],
    ['VanUc', 'Trường THPT Văn Úc'],
    ['ThaiBinhGiang', 'Trường THPT Cửa Thái Bình'],
    ['HoaPhuong', 'Trường PT nhiều cấp Hoa Phượng'],
    ['AnhDuong', 'Trường Khiếm thị Ánh Dương'],
  ].map(([code = '', name = '']): DemonstrationUnit => ({ code, name, symbol: code, kind: 'school' })),
  { code: 'LachTray', name: 'Trung tâm GDNN-GDTX Lạch Tray', symbol: 'LachTray', kind: 'centre' },
  { code: 'SaoBien', name: 'Trung tâm GDNN-GDTX Sao Biển', symbol: 'SaoBien', kind: 'centre' },
  commune('LeChan', 'phường Lê Chân'),
  commune('HaiDuong', 'phường Hải Dương'),
  commune('CatHai', 'đặc khu Cát Hải'),
  communeSchool('HoaGao', 'LeChan', 'Trường Tiểu học Hoa Gạo', 'Trường Tiểu học Hoa Gạo quận Lê Chân'),
  communeSchool('SaoKhue', 'HaiDuong', 'Trường THCS Sao Khuê', 'Trường THCS Sao Khuê thành phố Hải Dương'),
  communeSchool('CanhBuom', 'CatHai', 'Trường Mầm non Cánh Buồm', 'Trường Mầm non Cánh Buồm huyện Cát Hải'),
];

const school = (username: string, fullName: string, unit: string, honorific: 'Ông' | 'Bà'): DemonstrationPerson => ({
  username,
  fullName,
  honorific,
  position: 'Cán bộ đầu mối',
  unit,
  roles: ['contactOfficer'],
});

/** Approves what the officer of a school or centre writes. */
const head = (username: string, fullName: string, unit: string, honorific: 'Ông' | 'Bà'): DemonstrationPerson => ({
  username,
  fullName,
  honorific,
  position: unit === 'LachTray' || unit === 'SaoBien' ? 'Giám đốc' : 'Hiệu trưởng',
  unit,
  roles: ['unitHead'],
});

export const PEOPLE: readonly DemonstrationPerson[] = [
  {
    username: 'vanthu',
    fullName: 'Phạm Minh Tuệ',
    honorific: 'Ông',
    position: 'Văn thư',
    unit: 'VP',
    roles: ['registryClerk', 'formatChecker'],
    eOfficeCode: 'tuepm',
    shownAs: 'Văn thư: tiếp nhận, giao việc, duyệt thể thức, phát hành',
  },
  {
    username: 'chuyenvien',
    fullName: 'Nguyễn Thị Hồng Ngọc',
    honorific: 'Bà',
    position: 'Chuyên viên',
    unit: 'GDTrH',
    roles: ['contactOfficer'],
    shownAs: 'Chuyên viên, cán bộ đầu mối: xử lý phiếu, soạn công văn',
  },
  {
    username: 'truongphong',
    fullName: 'Vũ Đức Thắng',
    honorific: 'Ông',
    position: 'Trưởng phòng',
    unit: 'GDTrH',
    roles: ['unitHead'],
    eOfficeCode: 'thangvd',
    shownAs: 'Trưởng phòng: duyệt nội dung',
  },
  {
    username: 'lanhdao',
    fullName: 'Hoàng Thị Minh Nguyệt',
    honorific: 'Bà',
    position: 'Phó Giám đốc',
    unit: 'LD',
    roles: ['leader'],
    eOfficeCode: 'nguyethtm',
    signs: 'KT',
    shownAs: 'Lãnh đạo Sở: theo dõi; ký trên hệ thống quản lý văn bản mô phỏng',
  },
  {
    username: 'thanhtra',
    fullName: 'Lương Quang Vinh',
    honorific: 'Ông',
    position: 'Chuyên viên',
    unit: 'VP',
    roles: ['supervisor'],
    shownAs: 'Giám sát: theo dõi, kiểm tra, chỉ đạo',
  },
  {
    username: 'quantri',
    fullName: 'Đinh Hải Long',
    honorific: 'Ông',
    position: 'Quản trị hệ thống',
    unit: 'VP',
    roles: ['administrator'],
    shownAs: 'Quản trị hệ thống',
  },
  {
    username: 'giamdoc',
    fullName: 'Đặng Vĩnh Phúc',
    honorific: 'Ông',
    position: 'Giám đốc',
    unit: 'LD',
    roles: ['leader'],
    eOfficeCode: 'phucdv',
    signs: 'head',
  },
  {
    username: 'thuyttl',
    fullName: 'Trần Thị Lệ Thủy',
    honorific: 'Bà',
    position: 'Chánh Văn phòng',
    unit: 'VP',
    roles: ['unitHead', 'formatChecker'],
  },
  {
    username: 'havt',
    fullName: 'Vũ Thu Hà',
    honorific: 'Bà',
    position: 'Chuyên viên',
    unit: 'GDTrH',
    roles: ['contactOfficer'],
  },
  {
    username: 'lanpth',
    fullName: 'Phùng Thị Hương Lan',
    honorific: 'Bà',
    position: 'Chuyên viên',
    unit: 'GDMNTH',
    roles: ['contactOfficer'],
  },
  {
    username: 'sonnt',
    fullName: 'Ngô Thái Sơn',
    honorific: 'Ông',
    position: 'Trưởng phòng',
    unit: 'GDMNTH',
    roles: ['unitHead'],
  },
  {
    username: 'kientd',
    fullName: 'Tạ Đức Kiên',
    honorific: 'Ông',
    position: 'Chuyên viên',
    unit: 'KHTC',
    roles: ['contactOfficer'],
  },
  {
    username: 'oanhlk',
    fullName: 'Lê Kim Oanh',
    honorific: 'Bà',
    position: 'Trưởng phòng',
    unit: 'KHTC',
    roles: ['unitHead'],
  },
  {
    username: 'tamnm',
    fullName: 'Nghiêm Minh Tâm',
    honorific: 'Bà',
    position: 'Chuyên viên',
    unit: 'QLCL',
    roles: ['contactOfficer'],
  },
  {
    username: 'dungqt',
    fullName: 'Quách Tiến Dũng',
    honorific: 'Ông',
    position: 'Trưởng phòng',
    unit: 'QLCL',
    roles: ['unitHead'],
  },
  {
    username: 'mydt',
    fullName: 'Đào Trà My',
    honorific: 'Bà',
    position: 'Chuyên viên',
    unit: 'TCCB',
    roles: ['contactOfficer'],
  },
  {
    username: 'hungbm',
    fullName: 'Bùi Mạnh Hùng',
    honorific: 'Ông',
    position: 'Trưởng phòng',
    unit: 'TCCB',
    roles: ['unitHead'],
  },
  school('lucdv', 'Đoàn Văn Lực', 'NuiVoi', 'Ông'),
  school('nhungct', 'Cao Thị Nhung', 'CauRao', 'Bà'),
  school('khoantd', 'Trịnh Đăng Khoa', 'HonDau', 'Ông'),
  school('maiht', 'Hà Tuyết Mai', 'TrangKenh', 'Bà'),
  school('quanlh', 'Lưu Hồng Quân', 'DinhVu', 'Ông'),
  school('yenpn', 'Phan Ngọc Yến', 'BachDang', 'Bà'),
  school('datvx', 'Vương Xuân Đạt', 'VanUc', 'Ông'),
  school('thaotp', 'Tô Phương Thảo', 'ThaiBinhGiang', 'Bà'),
  school('binhdq', 'Doãn Quốc Bình', 'HoaPhuong', 'Ông'),
  school('uyenmk', 'Mai Khánh Uyên', 'AnhDuong', 'Bà'),
  school('trangkt', 'Khổng Thùy Trang', 'LachTray', 'Bà'),
  school('phongdh', 'Dương Hoài Phong', 'SaoBien', 'Ông'),
  head('hoatt', 'Tống Thị Hòa', 'NuiVoi', 'Bà'),
  head('manhlv', 'Lều Văn Mạnh', 'CauRao', 'Ông'),
  head('tuyetnt', 'Nhữ Thị Tuyết', 'HonDau', 'Bà'),
  head('thinhpd', 'Phùng Đức Thịnh', 'TrangKenh', 'Ông'),
  head('huongvt', 'Viên Thanh Hương', 'DinhVu', 'Bà'),
  head('cuongtq', 'Tào Quốc Cường', 'BachDang', 'Ông'),
  head('nganlt', 'Lã Thúy Ngân', 'VanUc', 'Bà'),
  head('tungdk', 'Đàm Khắc Tùng', 'ThaiBinhGiang', 'Ông'),
  head('vankh', 'Kiều Hải Vân', 'HoaPhuong', 'Bà'),
  head('hieunt', 'Ninh Trung Hiếu', 'AnhDuong', 'Ông'),
  head('sauvm', 'Vi Minh Sáu', 'LachTray', 'Ông'),
  head('dieutt', 'Trưng Thị Diệu', 'SaoBien', 'Bà'),
];

/** Which unit holds a duty, from a day to a day; since ever, and still, by default. */
export interface DemonstrationDuty {
  readonly unitFunction: UnitFunction;
  readonly unit: string;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

export const FUNCTIONS: readonly DemonstrationDuty[] = [
  { unitFunction: 'registry', unit: 'VP' },
  { unitFunction: 'office', unit: 'VP' },
  { unitFunction: 'formatChecker', unit: 'VP' },
  { unitFunction: 'supervision', unit: 'TTr', to: LAST_OF_THREE_TIERS },
  { unitFunction: 'supervision', unit: 'VP', from: TWO_TIERS_FROM },
  { unitFunction: 'leader', unit: 'LD' },
];
