import { twips } from './wordprocessing.js';

const FONT = 'Times New Roman';

export interface Style {
  readonly id: string;
  /** What a clerk reads in Word's list of styles. */
  readonly name: string;
  readonly basedOn?: string;
  readonly paragraph?: string;
  readonly text?: string;
}

export const CENTRED = '<w:jc w:val="center"/>';
export const BOLD = '<w:b/><w:bCs/>';
export const ITALIC = '<w:i/><w:iCs/>';

/** Half points, in which Word measures letters. */
export function size(points: number): string {
  return `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
}

/** Room above and below in points; `line` in 240ths of a single line. */
function spacing(before: number, after: number, line = 240): string {
  return `<w:spacing w:before="${before * 20}" w:after="${after * 20}" w:line="${line}" w:lineRule="auto"/>`;
}

/** Leaves 130 mm for the abstract, so that the line under it can keep its share. */
const ABSTRACT_INDENT = 15;

/** `Kính gửi` begins here, and the dashes of its list stand under its colon (17.6 mm further at 14 pt). */
const ADDRESS_INDENT = 30;
const DASH_INDENT = ADDRESS_INDENT + 17.6;
const DASH_WIDTH = 2.9;

/**
 * Sizes, weights and places of Nghị định 30/2020/NĐ-CP, Phụ lục I, one style a part. The order of elements inside a
 * style is the schema's: keepNext, keepLines, pBdr, spacing, ind, contextualSpacing, jc, outlineLvl.
 */
const STYLES: readonly Style[] = [
  { id: 'QuocHieu', name: 'Ô 1 Quốc hiệu', paragraph: CENTRED, text: BOLD + size(12) },
  { id: 'TieuNgu', name: 'Ô 1 Tiêu ngữ', paragraph: CENTRED, text: BOLD + size(13) },
  { id: 'CoQuanChuQuan', name: 'Ô 2 Cơ quan chủ quản', paragraph: CENTRED, text: size(12) },
  { id: 'CoQuanBanHanh', name: 'Ô 2 Cơ quan ban hành', paragraph: CENTRED, text: BOLD + size(12) },
  {
    id: 'KeNgang',
    name: 'Đường kẻ ngang',
    paragraph:
      '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' +
      '<w:spacing w:before="40" w:after="0" w:line="40" w:lineRule="exact"/>' +
      CENTRED,
    text: size(1),
  },
  { id: 'SoKyHieu', name: 'Ô 3 Số, ký hiệu', paragraph: spacing(8, 0) + CENTRED, text: size(13) },
  { id: 'DiaDanhNgay', name: 'Ô 4 Địa danh, thời gian', paragraph: spacing(8, 0) + CENTRED, text: ITALIC + size(13) },
  { id: 'TrichYeu', name: 'Ô 5b Trích yếu công văn', paragraph: spacing(6, 0) + CENTRED, text: size(12) },
  { id: 'TenLoai', name: 'Ô 5a Tên loại văn bản', paragraph: `<w:keepNext/>${spacing(18, 0)}${CENTRED}`, text: BOLD },
  {
    id: 'TrichYeuTenLoai',
    name: 'Ô 5a Trích yếu',
    paragraph: `<w:keepNext/><w:ind w:left="${twips(ABSTRACT_INDENT)}" w:right="${twips(ABSTRACT_INDENT)}"/>${CENTRED}`,
    text: BOLD,
  },
  {
    id: 'KeTrichYeu',
    name: 'Ô 5a Đường kẻ dưới trích yếu',
    basedOn: 'KeNgang',
    paragraph: '<w:keepNext/><w:spacing w:before="40" w:after="240" w:line="40" w:lineRule="exact"/>',
  },
  { id: 'KinhGuiMotNoi', name: 'Ô 9a Kính gửi, một nơi', paragraph: spacing(18, 18) + CENTRED },
  {
    id: 'KinhGui',
    name: 'Ô 9a Kính gửi, nhiều nơi',
    paragraph: `<w:keepNext/>${spacing(18, 0, 276)}<w:ind w:left="${twips(ADDRESS_INDENT)}"/>`,
  },
  {
    id: 'KinhGuiNoi',
    name: 'Ô 9a Tên nơi gửi',
    paragraph:
      `${spacing(0, 18, 276)}<w:ind w:left="${twips(DASH_INDENT + DASH_WIDTH)}" w:hanging="${twips(DASH_WIDTH)}"/>` +
      '<w:contextualSpacing/>',
  },
  {
    id: 'NoiDung',
    name: 'Ô 6 Nội dung',
    paragraph: `${spacing(0, 6, 264)}<w:ind w:firstLine="${twips(12.7)}"/><w:jc w:val="both"/>`,
  },
  {
    id: 'DeMuc',
    name: 'Ô 6 Đề mục',
    basedOn: 'NoiDung',
    paragraph: '<w:keepNext/><w:outlineLvl w:val="0"/>',
    text: BOLD,
  },
  { id: 'CanCu', name: 'Ô 6 Căn cứ ban hành', basedOn: 'NoiDung', text: ITALIC },
  {
    id: 'ThamQuyenBanHanh',
    name: 'Ô 6 Thẩm quyền ban hành, lệnh',
    paragraph: `<w:keepNext/>${spacing(6, 6)}${CENTRED}`,
    text: BOLD,
  },
  {
    id: 'MucPhieu',
    name: 'Ô 6 Mục của phiếu',
    paragraph: `<w:keepNext/>${spacing(12, 6)}`,
    text: BOLD,
  },
  { id: 'LoiKet', name: 'Ô 6 Lời kết', basedOn: 'NoiDung', paragraph: `<w:keepNext/>${spacing(0, 12, 264)}` },
  { id: 'NoiNhan', name: 'Ô 9b Nơi nhận', paragraph: '<w:keepNext/>', text: BOLD + ITALIC + size(12) },
  {
    id: 'NoiNhanDong',
    name: 'Ô 9b Tên nơi nhận',
    paragraph: `<w:ind w:left="${twips(2.3)}" w:hanging="${twips(2.3)}"/>`,
    text: size(11),
  },
  { id: 'QuyenHan', name: 'Ô 7a Quyền hạn, chức vụ', paragraph: `<w:keepNext/>${CENTRED}`, text: BOLD },
  { id: 'ChuKy', name: 'Ô 7c Chữ ký', paragraph: `<w:keepNext/>${spacing(3, 3)}${CENTRED}` },
  { id: 'HoTen', name: 'Ô 7b Họ tên người ký', paragraph: CENTRED, text: BOLD },
  { id: 'PhuLuc', name: 'Phụ lục', paragraph: `<w:keepNext/>${CENTRED}`, text: BOLD },
  { id: 'PhuLucTieuDe', name: 'Tiêu đề phụ lục', paragraph: `<w:keepNext/>${CENTRED}`, text: BOLD },
  {
    id: 'PhuLucKemTheo',
    name: 'Phụ lục kèm theo văn bản',
    paragraph: `<w:keepNext/>${spacing(0, 12)}${CENTRED}`,
    text: ITALIC,
  },
  { id: 'BangTieuDe', name: 'Tên bảng', paragraph: `<w:keepNext/>${spacing(6, 6)}${CENTRED}`, text: BOLD + size(13) },
  {
    id: 'BangDau',
    name: 'Bảng, dòng đầu',
    paragraph: `<w:keepNext/>${spacing(2, 2)}${CENTRED}`,
    text: BOLD + size(13),
  },
  { id: 'BangChu', name: 'Bảng, chữ', paragraph: spacing(2, 2), text: size(13) },
  { id: 'BangSo', name: 'Bảng, số', paragraph: `${spacing(2, 2)}${CENTRED}`, text: size(13) },
  { id: 'SauBang', name: 'Đoạn sau bảng', paragraph: spacing(0, 6), text: size(6) },
  {
    id: 'LienHe',
    name: 'Ô 13 Địa chỉ cơ quan',
    paragraph: `<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>${CENTRED}`,
    text: size(11),
  },
  { id: 'SoTrang', name: 'Số trang', paragraph: CENTRED, text: size(13) },
  {
    id: 'CuoiVanBan',
    name: 'Đoạn đóng văn bản',
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
    text: size(1),
  },
  { id: 'DongLenh', name: 'Dòng lệnh của mẫu', text: `<w:color w:val="7F7F7F"/>${size(9)}` },
];

/** styles.xml: black Times New Roman 14 in Vietnamese unless a part says otherwise. */
export function stylesXml(styles: readonly Style[] = STYLES): string {
  const fonts = `<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/>`;
  const defaults =
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:color w:val="000000"/>${size(14)}` +
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
    `<w:pPrDefault><w:pPr><w:widowControl/>${spacing(0, 0)}</w:pPr></w:pPrDefault></w:docDefaults>`;
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>';
  const table =
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>' +
    '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${defaults}${normal}${table}${styles.map(styleXml).join('')}</w:styles>`
  );
}

function styleXml({ id, name, basedOn = 'Normal', paragraph = '', text = '' }: Style): string {
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>` +
    `<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${text}</w:rPr></w:style>`
  );
}
