import type { Role } from '../../kernel/actor.js';

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
