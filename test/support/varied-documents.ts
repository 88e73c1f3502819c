import { sampleOf } from '../../templates/catalogue.js';

/** A document that our templates make of other words than their sample's, and that departs in nothing. */
export type VariedDocument = readonly [what: string, kind: string, fields: Readonly<Record<string, unknown>>];

type Fields = Readonly<Record<string, unknown>>;

const REPLY = 'cong-van-tra-loi';
const ORDER = 'cong-van-trien-khai';
const ORDER_SYMBOL = { ky_hieu: 'SGDĐT-VP', nam: '2026' };

const SCHOOL: Fields = {
  co_quan_chu_quan: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
  co_quan_ban_hanh: 'TRƯỜNG THPT NÚI VOI',
  ky_hieu: 'THPTNV-VP',
  noi_nhan: ['Như trên', 'Lưu: VT.'],
};
const LONG_ABSTRACT =
  'trả lời kiến nghị của cha mẹ học sinh về việc tổ chức dạy thêm, học thêm, thu các khoản đóng góp đầu năm học, tổ chức bữa ăn bán trú, ' +
  'xe đưa đón và sử dụng cơ sở vật chất ngoài giờ học tại các trường trung học phổ thông, trung học cơ sở, tiểu học và mầm non trên địa bàn ' +
  'các phường Hồng Bàng, Lê Chân, Ngô Quyền, Hải An, Kiến An và các xã An Lão, Kiến Thụy, Tiên Lãng, Vĩnh Bảo trong năm học 2025 - 2026';
const PARAGRAPH =
  'Nhà trường đã làm việc với cha mẹ học sinh, công khai các khoản thu trên trang thông tin điện tử và cam kết thực hiện đúng hướng dẫn của Sở Giáo dục và Đào tạo.';

/** As it was written before the marks of tone moved: `hoà`, `thuỷ`. */
const oldTones = (text: string): string =>
  text
    .replaceAll('òa', 'oà')
    .replaceAll('óa', 'oá')
    .replaceAll('ỏa', 'oả')
    .replaceAll('ủy', 'uỷ')
    .replaceAll('Ủy', 'Uỷ')
    .replaceAll('ỦY', 'UỶ')
    .replaceAll('ÒA', 'OÀ');

const deep = (value: unknown, change: (text: string) => string): unknown =>
  typeof value === 'string'
    ? change(value)
    : Array.isArray(value)
      ? value.map((one) => deep(one, change))
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deep(one, change)]))
        : value;

const placesOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `Ủy ban nhân dân phường số ${at + 1} thành phố Hải Phòng`);
const tasks = (count: number): readonly Fields[] =>
  Array.from({ length: count }, (_, at) => ({
    cong_viec: `Kiểm tra việc trả lời phản ánh tại cụm trường số ${at + 1}`,
    chu_tri: 'Thanh tra',
    phoi_hop: 'Các phòng, các trường',
    thoi_han: 'Quý III/2026',
  }));
const rows = (count: number): readonly Fields[] =>
  Array.from({ length: count }, (_, at) => ({
    don_vi: `Trường THCS số ${at + 1}`,
    ton_ky_truoc: '0',
    tiep_nhan: '9',
    da_tra_loi: '8',
    dung_han: '7',
    qua_han: '1',
    con_qua_han: '0',
  }));

const SENDER_OF = 'Tổ chức, cá nhân có phản ánh số';

const CHANGES: readonly VariedDocument[] = [
  ['one addressee', REPLY, { kinh_gui: ['Ông Nguyễn Văn An'] }],
  ['two addressees', ORDER, { ...ORDER_SYMBOL, kinh_gui: placesOf(2) }],
  ['twelve addressees', ORDER, { ...ORDER_SYMBOL, kinh_gui: placesOf(12) }],
  ['forty addressees', ORDER, { ...ORDER_SYMBOL, kinh_gui: placesOf(40) }],
  ['an addressee of two lines', REPLY, { kinh_gui: [LONG_ABSTRACT.slice(0, 133), 'Tổng đài 1022'] }],
  ['an addressee whose code is broken', REPLY, { kinh_gui: ['Tổng đài 1022', `${SENDER_OF} 1022-20260318-0001`] }],
  ['a long abstract of a letter', REPLY, { trich_yeu: LONG_ABSTRACT }],
  ['a short abstract of a letter', REPLY, { trich_yeu: 'trả lời người phản ánh' }],
  ['a long abstract of a plan', 'ke-hoach', { trich_yeu: `Về việc ${LONG_ABSTRACT}` }],
  ['a short abstract of a notice', 'thong-bao', { trich_yeu: 'Lịch tiếp công dân' }],
  ['a head who signs', REPLY, { tham_quyen_ky: ['GIÁM ĐỐC'] }],
  ['an acting head', REPLY, { tham_quyen_ky: ['Q. GIÁM ĐỐC'] }],
  ['a deputy in charge', REPLY, { tham_quyen_ky: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC PHỤ TRÁCH'] }],
  ['an order of the head', REPLY, { tham_quyen_ky: ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'] }],
  [
    'an order through two hands',
    REPLY,
    { tham_quyen_ky: ['TL. GIÁM ĐỐC', 'KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'] },
  ],
  ['a delegation', REPLY, { tham_quyen_ky: ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG GIÁO DỤC TRUNG HỌC'] }],
  ['a collective', 'ke-hoach', { tham_quyen_ky: ['TM. BAN CHỈ ĐẠO', 'TRƯỞNG BAN'] }],
  [
    'a committee and its deputy chairman',
    'thong-bao',
    { tham_quyen_ky: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
  ],
  ['a school', REPLY, { ...SCHOOL, tham_quyen_ky: ['HIỆU TRƯỞNG'] }],
  ['a school whose deputy signs', REPLY, { ...SCHOOL, tham_quyen_ky: ['KT. HIỆU TRƯỞNG', 'PHÓ HIỆU TRƯỞNG'] }],
  ['a short name of the signer', REPLY, { nguoi_ky: 'Lê Ý' }],
  ['a long name of the signer', REPLY, { nguoi_ky: 'Tôn Nữ Hoàng Thị Phương Thảo' }],
  ['no address of the agency', REPLY, { lien_he: [] }],
  ['many recipients', REPLY, { noi_nhan: ['Như trên', ...placesOf(15), 'Lưu: VT, GDTrH (05).'] }],
  ['a copy for the file alone', REPLY, { noi_nhan: ['Như trên', 'Lưu: VT.'] }],
  ['running text of several pages', REPLY, { ket_qua_xac_minh: Array(30).fill(PARAGRAPH).join('\n') }],
  ['words of one syllable', REPLY, { theo_doi: 'Hết.' }],
  ['an annex of three pages', 'ke-hoach', { nhiem_vu: tasks(60) }],
  ['an annex of one row', 'ke-hoach', { nhiem_vu: tasks(1) }],
  ['a table of three pages', 'bao-cao', { so_lieu: rows(90) }],
  ['three bases and many articles', 'quyet-dinh-khen-thuong', { dieu: Array(11).fill(PARAGRAPH) }],
  [
    'foreign letters',
    REPLY,
    { nguoi_ky: 'Đặng Thị Ý Nhi', theo_doi: `${PARAGRAPH} Thư điện tử: abc@haiphong.example.` },
  ],
];

const RETONED: readonly VariedDocument[] = [
  REPLY,
  ORDER,
  'ke-hoach',
  'quyet-dinh-khen-thuong',
  'to-trinh',
  'bien-ban',
].map((kind) => [
  `the old place of marks of tone, ${kind}`,
  kind,
  { ...(deep(sampleOf(kind), oldTones) as Fields), ...(kind === ORDER ? ORDER_SYMBOL : {}) },
]);

/** Fields of varied documents, whole. */
export function variedDocuments(): readonly VariedDocument[] {
  return [...CHANGES, ...RETONED].map(([what, kind, change]) => [
    what,
    kind,
    { ...(sampleOf(kind) as Fields), ...change },
  ]);
}
