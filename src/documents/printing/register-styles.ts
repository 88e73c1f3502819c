import { BOLD, CENTRED, ITALIC, size, type Style } from '../../../templates/authoring/styles.js';

/** Letters of the table, and the height of their lines, in points. */
export const TABLE_LETTERS = 11;
export const TABLE_LINE = 13;
/** Lines of the agency's names, in points. */
export const AGENCY_LINE = 16;
export const AGENCY_LETTERS = 12;
/** What we say about the book's beginning, and the room under it, in points. */
export const START_LETTERS = 12;
export const START_LINE = 16;
export const START_ROOM = 6;

/** Lines of a fixed height, so that what was measured is what is printed; room above and below, all in points. */
function lines(height: number, before: number, after: number): string {
  return `<w:spacing w:before="${before * 20}" w:after="${after * 20}" w:line="${height * 20}" w:lineRule="exact"/>`;
}

/** Sizes of Nghị định 30/2020/NĐ-CP, Phụ lục I; the table's letters are smaller, as ten columns ask for. */
export const REGISTER_STYLES: readonly Style[] = [
  {
    id: 'CoQuanChuQuan',
    name: 'Cơ quan chủ quản',
    paragraph: lines(AGENCY_LINE, 0, 0) + CENTRED,
    text: size(AGENCY_LETTERS),
  },
  {
    id: 'CoQuanBanHanh',
    name: 'Cơ quan',
    paragraph: lines(AGENCY_LINE, 0, 0) + CENTRED,
    text: BOLD + size(AGENCY_LETTERS),
  },
  {
    id: 'KeNgang',
    name: 'Đường kẻ ngang',
    paragraph:
      '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' + lines(2, 2, 0) + CENTRED,
    text: size(1),
  },
  { id: 'TenSo', name: 'Tên sổ', paragraph: `<w:keepNext/>${lines(20, 6, 0)}${CENTRED}`, text: BOLD + size(14) },
  { id: 'KySo', name: 'Kỳ của sổ', paragraph: `<w:keepNext/>${lines(18, 0, 6)}${CENTRED}`, text: size(13) },
  {
    id: 'DauSo',
    name: 'Số bắt đầu của sổ',
    paragraph: `<w:keepNext/>${lines(START_LINE, 0, START_ROOM)}${CENTRED}`,
    text: ITALIC + size(START_LETTERS),
  },
  {
    id: 'BangDau',
    name: 'Bảng, tên cột',
    paragraph: lines(TABLE_LINE, 2, 2) + CENTRED,
    text: size(TABLE_LETTERS),
  },
  {
    id: 'BangSoCot',
    name: 'Bảng, số của cột',
    paragraph: lines(TABLE_LINE, 2, 2) + CENTRED,
    text: ITALIC + size(TABLE_LETTERS),
  },
  { id: 'BangChu', name: 'Bảng, chữ', paragraph: lines(TABLE_LINE, 2, 2), text: size(TABLE_LETTERS) },
  { id: 'BangCong', name: 'Bảng, cộng trang', paragraph: lines(TABLE_LINE, 2, 2), text: BOLD + size(TABLE_LETTERS) },
  { id: 'CongSo', name: 'Cộng sổ', paragraph: `<w:keepNext/>${lines(18, 6, 6)}`, text: size(13) },
  { id: 'NguoiGiuSo', name: 'Người giữ sổ', paragraph: `<w:keepNext/>${lines(18, 0, 0)}${CENTRED}`, text: size(13) },
  { id: 'ChoKy', name: 'Chỗ ký', paragraph: `<w:keepNext/>${lines(54, 0, 0)}${CENTRED}`, text: size(13) },
  { id: 'SoTrang', name: 'Số trang', paragraph: CENTRED, text: size(13) },
  { id: 'SangTrang', name: 'Sang trang', paragraph: lines(1, 0, 0), text: size(1) },
];
