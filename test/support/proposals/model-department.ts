import type { Category } from '../../../src/law/index.js';
import type { UnitKind } from '../../../src/organisation/domain/functions.js';

/** An invented department with schools of every level; no school in it is real. */
export interface ModelUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent?: string;
  readonly address?: string;
  /** What it was called before. */
  readonly before?: readonly string[];
  /** Code of the unit that it was closed into. */
  readonly successor?: string;
}

const division = (code: string, name: string): ModelUnit => ({ code, name, kind: 'division' });
const school = (code: string, name: string, more: Partial<ModelUnit> = {}): ModelUnit => ({
  ...{ code, name, kind: 'school' },
  ...more,
});
const centre = (code: string, name: string): ModelUnit => ({ code, name, kind: 'centre' });

export const MODEL_UNITS: readonly ModelUnit[] = [
  { code: 'VP', name: 'Văn phòng Sở', kind: 'office' },
  { code: 'TTr', name: 'Thanh tra Sở', kind: 'inspectorate' },
  division('GDTrH', 'Phòng Giáo dục Trung học'),
  division('GDTH', 'Phòng Giáo dục Tiểu học'),
  division('GDMN', 'Phòng Giáo dục Mầm non'),
  division('GDTX', 'Phòng Giáo dục Thường xuyên'),
  division('KHTC', 'Phòng Kế hoạch - Tài chính'),
  division('QLCL', 'Phòng Quản lý chất lượng'),
  division('TCCB', 'Phòng Tổ chức cán bộ'),
  division('CTHS', 'Phòng Chính trị, tư tưởng và Công tác học sinh'),
  { code: 'XKM', name: 'Phòng Văn hóa - Xã hội xã Kiến Minh', kind: 'communeDivision' },
  { code: 'PDK', name: 'Phòng Văn hóa - Xã hội phường Đông Khê', kind: 'communeDivision' },
  { code: 'PNT', name: 'Phòng Văn hóa - Xã hội phường Nam Triệu', kind: 'communeDivision' },
  school('NuiVoi', 'Trường THPT Núi Voi', { address: 'xã An Lão' }),
  school('CauRao', 'Trường THPT Cầu Rào'),
  school('HonDau', 'Trường THPT Hòn Dấu', { address: 'phường Đồ Sơn' }),
  school('TrangKenh', 'Trường THPT Tràng Kênh', { address: 'phường Thủy Nguyên' }),
  school('DinhVu', 'Trường THPT Đình Vũ'),
  school('BachDang', 'Trường THPT Bạch Đằng'),
  school('BachDangGiang', 'Trường THPT Bạch Đằng Giang'),
  school('VanUc', 'Trường THPT Văn Úc'),
  school('CuaThaiBinh', 'Trường THPT Cửa Thái Bình'),
  school('CatVang', 'Trường THPT Cát Vàng'),
  school('CatVangB', 'Trường THPT Cát Vàng B'),
  school('HaiBinh', 'Trường THPT Chuyên Hải Bình'),
  school('TranQuangSon', 'Trường THPT Trần Quang Sơn', { before: ['Trường THPT Bến Nghiêng'] }),
  school('SongCam', 'Trường THPT Dân lập Sông Cấm', { successor: 'CauRao' }),
  school('HoaPhuong', 'Trường PT nhiều cấp Hoa Phượng'),
  school('AnhDuong', 'Trường Khiếm thị Ánh Dương'),
  centre('LachTray', 'Trung tâm GDNN-GDTX Lạch Tray'),
  centre('SaoBien', 'Trung tâm GDNN-GDTX Sao Biển'),
  school('HaiSonKM', 'Trường THCS Hải Sơn', { parent: 'XKM' }),
  school('HaiSonDK', 'Trường THCS Hải Sơn', { parent: 'PDK' }),
  school('PhuLienTHCS', 'Trường THCS Phù Liễn'),
  school('NamTrieuTHCS', 'Trường THCS Nam Triệu', { parent: 'PNT' }),
  school('VinhAnTHCS', 'Trường THCS Vĩnh An'),
  school('GiaLac', 'Trường TH&THCS Gia Lạc'),
  school('HoaMaiTH', 'Trường Tiểu học Hoa Mai'),
  school('PhuLienTH', 'Trường Tiểu học Phù Liễn'),
  school('NamTrieuTH', 'Trường Tiểu học Nam Triệu', { parent: 'PNT' }),
  school('VinhAnTH', 'Trường Tiểu học Vĩnh An'),
  school('LacVienDong', 'Trường Tiểu học Lạc Viên Đông'),
  school('KimNgan', 'Trường Tiểu học Kim Ngân'),
  school('HoaMaiMN', 'Trường Mầm non Hoa Mai'),
  school('SaoMai', 'Trường Mầm non Sao Mai', { parent: 'PDK' }),
  school('NamTrieuMN', 'Trường Mầm non Nam Triệu', { parent: 'PNT' }),
  school('VangAnh', 'Trường Mầm non Vàng Anh'),
  school('PhuLienMN', 'Trường Mẫu giáo Phù Liễn'),
];

/** A line of the model's standing table; `named` leads where the text names the unit. */
export interface ModelLine {
  readonly field: Category;
  readonly level?: 'preschool' | 'primary' | 'lowerSecondary' | 'upperSecondary';
  readonly unit: string;
  readonly officer: string | null;
}

const line = (field: Category, unit: string, officer: string | null, level?: ModelLine['level']): ModelLine => ({
  ...{ field, unit, officer },
  ...(level === undefined ? {} : { level }),
});

export const NAMED_UNIT = 'named';

export const MODEL_TABLE: readonly ModelLine[] = [
  line('fees', 'KHTC', 'khtc1'),
  line('admission', 'GDMN', 'mn1', 'preschool'),
  line('admission', 'GDTH', 'th1', 'primary'),
  line('admission', 'GDTrH', 'trh1', 'lowerSecondary'),
  line('admission', 'QLCL', 'ql1'),
  line('schoolSafety', 'GDMN', 'mn1', 'preschool'),
  line('schoolSafety', 'CTHS', 'ct1'),
  line('boardingMeals', 'GDMN', 'mn1', 'preschool'),
  line('boardingMeals', 'GDTH', 'th1', 'primary'),
  line('boardingMeals', 'CTHS', 'ct1'),
  line('facilities', NAMED_UNIT, null, 'upperSecondary'),
  line('facilities', 'KHTC', 'khtc2'),
  line('staffConduct', 'GDMN', 'mn1', 'preschool'),
  line('staffConduct', 'GDTH', 'th1', 'primary'),
  line('staffConduct', 'GDTrH', 'trh1', 'lowerSecondary'),
  line('staffConduct', 'GDTrH', 'trh2', 'upperSecondary'),
  line('staffConduct', 'TTr', 'ttr1'),
  line('procedures', 'VP', 'vp1'),
  line('diplomas', 'QLCL', 'ql2'),
  line('policyBenefits', 'TCCB', 'tc1'),
  line('privateCentres', 'GDTX', 'tx1'),
  line('other', 'GDMN', 'mn1', 'preschool'),
  line('other', 'GDTH', 'th1', 'primary'),
  line('other', 'GDTrH', 'trh1', 'lowerSecondary'),
  line('other', 'GDTrH', 'trh2', 'upperSecondary'),
  line('other', 'VP', 'vp1'),
];
