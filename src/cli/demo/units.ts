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
