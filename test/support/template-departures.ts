import type { FormatRule } from '../../src/drafting/domain/format/rules/rule-table.js';
import {
  anywhere,
  emptyBefore,
  letters,
  line,
  shape,
  strokeUnder,
  without,
  words,
  type WordEdit,
} from './word-edits.js';

/** One change of a document that our templates make: the rule that finds it, the part it is found in, the change. */
export type TemplateDeparture = readonly [kind: string, rule: FormatRule, part: string, edit: WordEdit];

const REPLY = 'cong-van-tra-loi';
const PLAN = 'ke-hoach';
const DECISION = 'quyet-dinh-khen-thuong';
const MINUTES = 'bien-ban';

const NOT_BOLD = '<w:b w:val="0"/>';
const ITALIC = '<w:i/>';
const LEFT = '<w:jc w:val="left"/>';
const size = (points: number): string => `<w:sz w:val="${points * 2}"/>`;
const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
const HEADER = 'word/header1.xml';
const [WHOLE, BODY] = ['Toàn văn bản', 'Nội dung'];

/** Of the page as a whole. */
const PAGES: readonly TemplateDeparture[] = [
  [REPLY, 'page-paper', 'Trang giấy', anywhere('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')],
  [REPLY, 'page-orientation', 'Trang giấy', anywhere('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"')],
  [REPLY, 'page-margins', 'Trang giấy', anywhere('w:left="1701"', 'w:left="1417"')],
  [REPLY, 'page-margins', 'Trang giấy', anywhere('w:top="1134"', 'w:top="850"')],
  [REPLY, 'page-number', 'Số trang', anywhere(/<w:headerReference w:type="default" [^>]*>/gu, '')],
  [REPLY, 'page-number-first', 'Số trang', anywhere('<w:titlePg/>', '')],
  [REPLY, 'page-number-place', 'Số trang', anywhere(/(<w:pStyle w:val="SoTrang"\/>)/gu, `$1${LEFT}`, HEADER)],
  [REPLY, 'page-number-look', 'Số trang', anywhere('<w:r><w:t>', `<w:r><w:rPr>${size(11)}</w:rPr><w:t>`, HEADER)],
  [REPLY, 'page-number-look', 'Số trang', anywhere('w:start="1"', 'w:start="1" w:fmt="lowerRoman"')],
  [REPLY, 'page-number-field', 'Số trang', anywhere(/<w:r><w:(?:fldChar|instrText).*?<\/w:r>/gu, '', HEADER)],
];

const LETTERS: readonly TemplateDeparture[] = [
  [REPLY, 'font', WHOLE, letters('3. Phòng Giáo dục', font('Arial'))],
  [REPLY, 'font', WHOLE, letters('Đỗ Quốc Khánh', font('Calibri'))],
  [REPLY, 'font-old', WHOLE, letters('Nơi nhận:', font('.VnTime'))],
  [REPLY, 'colour', WHOLE, letters('2. Sở Giáo dục', '<w:color w:val="C00000"/>')],
  [REPLY, 'text-not-composed', WHOLE, words('3. Phòng Giáo dục', '3. Phòng Giáo dục'.normalize('NFD'))],
  [REPLY, 'text-invisible', WHOLE, words('3. Phòng Giáo dục', '3. Phòng\u200b Giáo dục')],
  [REPLY, 'text-look-alike', WHOLE, words('Đỗ Quốc Khánh', 'Ðỗ Quốc Khánh')],
  [REPLY, 'text-double-space', WHOLE, words('3. Phòng Giáo dục', '3. Phòng  Giáo dục')],
];

const HEAD: readonly TemplateDeparture[] = [
  [REPLY, 'nation-wording', 'Quốc hiệu', words('CỘNG HÒA XÃ HỘI CHỦ NGHĨA', 'CỘNG HÒA XÃ HỘI CHỦ NGHIÃ')],
  [REPLY, 'nation-size', 'Quốc hiệu', letters('CỘNG HÒA XÃ HỘI', size(14))],
  [REPLY, 'nation-style', 'Quốc hiệu', letters('CỘNG HÒA XÃ HỘI', NOT_BOLD)],
  [REPLY, 'nation-centred', 'Quốc hiệu', shape('CỘNG HÒA XÃ HỘI', LEFT)],
  [REPLY, 'motto-wording', 'Tiêu ngữ', words('Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự do – Hạnh phúc')],
  [REPLY, 'motto-style', 'Tiêu ngữ', letters('Độc lập - Tự do', ITALIC)],
  [
    REPLY,
    'motto-line',
    'Đường kẻ dưới Tiêu ngữ',
    strokeUnder('Độc lập - Tự do', '<w:ind w:left="2000" w:right="2000"/>'),
  ],
  [REPLY, 'parent-style', 'Tên cơ quan chủ quản', letters('UBND THÀNH PHỐ HẢI PHÒNG', '<w:b/>')],
  [REPLY, 'agency-style', 'Tên cơ quan ban hành', letters('SỞ GIÁO DỤC VÀ ĐÀO TẠO', NOT_BOLD)],
  [
    REPLY,
    'agency-line',
    'Đường kẻ dưới tên cơ quan',
    strokeUnder('SỞ GIÁO DỤC VÀ ĐÀO TẠO', '<w:ind w:left="0" w:right="0"/>'),
  ],
  [REPLY, 'number-zero', 'Số, ký hiệu', line('Số:', 'Số: 5/SGDĐT-GDTrH')],
  [REPLY, 'number-label', 'Số, ký hiệu', line('Số:', 'Số 05/SGDĐT-GDTrH')],
  [REPLY, 'symbol-form', 'Số, ký hiệu', line('Số:', 'Số: 05/SGDĐT - GDTrH')],
  [REPLY, 'symbol-type', 'Số, ký hiệu', line('Số:', 'Số: 05/CV-SGDĐT')],
  [DECISION, 'symbol-type', 'Số, ký hiệu', line('Số:', 'Số: 05/TB-SGDĐT')],
  [REPLY, 'number-size', 'Số, ký hiệu', letters('Số:', size(14))],
  [REPLY, 'date-zero', 'Địa danh và thời gian', line('Hải Phòng, ngày', 'Hải Phòng, ngày 5 tháng 01 năm 2026')],
  [REPLY, 'date-zero', 'Địa danh và thời gian', line('Hải Phòng, ngày', 'Hải Phòng, ngày 15 tháng 03 năm 2026')],
  [REPLY, 'date-form', 'Địa danh và thời gian', line('Hải Phòng, ngày', 'Hải Phòng ngày 05 tháng 01 năm 2026')],
  [REPLY, 'date-impossible', 'Địa danh và thời gian', line('Hải Phòng, ngày', 'Hải Phòng, ngày 31 tháng 4 năm 2026')],
  [REPLY, 'date-style', 'Địa danh và thời gian', letters('Hải Phòng, ngày', '<w:i w:val="0"/>')],
  [REPLY, 'abstract-form', 'Trích yếu công văn', words('V/v trả lời', 'V/v: trả lời')],
  [REPLY, 'abstract-size', 'Trích yếu công văn', letters('V/v trả lời', size(14))],
  [REPLY, 'abstract-missing', 'Trích yếu công văn', without('V/v trả lời')],
];

const TITLE: readonly TemplateDeparture[] = [
  [PLAN, 'type-style', 'Tên loại văn bản', letters('KẾ HOẠCH', NOT_BOLD)],
  [PLAN, 'type-centred', 'Tên loại văn bản', shape('KẾ HOẠCH', LEFT)],
  [PLAN, 'title-style', 'Trích yếu nội dung', letters('Tuyên truyền và nâng cao', NOT_BOLD)],
  [
    PLAN,
    'title-line',
    'Đường kẻ dưới trích yếu',
    strokeUnder('Tuyên truyền và nâng cao', '<w:ind w:left="0" w:right="0"/>'),
  ],
  [PLAN, 'title-missing', 'Trích yếu nội dung', without('Tuyên truyền và nâng cao', 'KẾ HOẠCH')],
];

const ADDRESS: readonly TemplateDeparture[] = [
  [REPLY, 'address-form', 'Kính gửi', words('Kính gửi:', 'Kính gửi')],
  [
    REPLY,
    'address-marks',
    'Kính gửi',
    words('- Tổng đài 1022 thành phố Hải Phòng;', '- Tổng đài 1022 thành phố Hải Phòng'),
  ],
  [REPLY, 'address-several', 'Kính gửi', words('- Tổng đài 1022', 'Tổng đài 1022')],
  [REPLY, 'address-size', 'Kính gửi', letters('- Tổng đài 1022', size(12))],
  [REPLY, 'address-one', 'Kính gửi', without('- Tổ chức, cá nhân có phản ánh số', '- Tổng đài 1022')],
  ['to-trinh', 'address-missing', 'Kính gửi', without('Kính gửi: Ủy ban')],
];

const RUNNING: readonly TemplateDeparture[] = [
  [REPLY, 'body-size', BODY, letters('2. Sở Giáo dục', size(12))],
  [REPLY, 'body-style', BODY, letters('2. Sở Giáo dục', '<w:b/>')],
  [REPLY, 'body-justified', BODY, shape('2. Sở Giáo dục', LEFT)],
  [REPLY, 'body-indent', BODY, shape('2. Sở Giáo dục', '<w:ind w:firstLine="0"/>')],
  [REPLY, 'body-spacing', BODY, { ...shape('1. Từ ngày', '<w:spacing w:after="20"/>'), at: '2. Sở Giáo dục' }],
  [REPLY, 'body-line-spacing', BODY, shape('2. Sở Giáo dục', '<w:spacing w:line="480"/>')],
  [REPLY, 'body-empty-paragraph', BODY, emptyBefore('3. Phòng Giáo dục')],
  [REPLY, 'citation-full', BODY, words('Thông tư số 29/2024/TT-BGDĐT ngày 30/12/2024', 'Thông tư số 29/2024/TT-BGDĐT')],
  [REPLY, 'closing-mark', BODY, words('đã gửi kiến nghị./.', 'đã gửi kiến nghị.')],
  [DECISION, 'base-marks', 'Căn cứ ban hành', words('ngày 15 tháng 6 năm 2022;', 'ngày 15 tháng 6 năm 2022.')],
  [DECISION, 'base-style', 'Căn cứ ban hành', letters('Căn cứ Luật Thi đua', '<w:i w:val="0"/>')],
  [DECISION, 'order-style', 'Lời ban hành', letters('QUYẾT ĐỊNH:', NOT_BOLD)],
  [DECISION, 'article-form', 'Bố cục', words('Điều 2.', 'Điều 2:')],
  [DECISION, 'article-form', 'Bố cục', words('Điều 3.', 'Điều 4.')],
];

const ENDING: readonly TemplateDeparture[] = [
  [REPLY, 'recipients-form', 'Nơi nhận', words('Nơi nhận:', 'Nơi nhận')],
  [REPLY, 'recipientsOpening-style', 'Từ “Nơi nhận”', letters('Nơi nhận:', NOT_BOLD)],
  [REPLY, 'recipients-dash', 'Nơi nhận', words('- Giám đốc Sở', 'Giám đốc Sở')],
  [REPLY, 'recipients-marks', 'Nơi nhận', words('- Như trên;', '- Như trên')],
  [REPLY, 'recipients-size', 'Danh sách nơi nhận', letters('- Như trên;', size(13))],
  [REPLY, 'filing-line', 'Nơi nhận', words('- Lưu: VT, GDTrH.', '- Lưu VT, GDTrH.')],
  [REPLY, 'filing-full-stop', 'Nơi nhận', words('- Lưu: VT, GDTrH.', '- Lưu: VT, GDTrH')],
  [REPLY, 'authority-form', 'Quyền hạn, chức vụ người ký', words('KT. GIÁM ĐỐC', 'KT GIÁM ĐỐC')],
  [REPLY, 'authority-style', 'Quyền hạn, chức vụ người ký', letters('KT. GIÁM ĐỐC', NOT_BOLD)],
  [REPLY, 'signer-without-title', 'Họ và tên người ký', words('Đỗ Quốc Khánh', 'TS. Đỗ Quốc Khánh')],
  [REPLY, 'signer-capitals', 'Họ và tên người ký', words('Đỗ Quốc Khánh', 'ĐỖ QUỐC KHÁNH')],
  [REPLY, 'signer-style', 'Họ và tên người ký', letters('Đỗ Quốc Khánh', NOT_BOLD)],
  [REPLY, 'signer-missing', 'Họ và tên người ký', without('Đỗ Quốc Khánh', 'PHÓ GIÁM ĐỐC')],
  [MINUTES, 'signer-without-title', 'Họ và tên người ký', line('Vũ Đức Thắng', 'Ông Vũ Đức Thắng')],
];

const ANNEXES: readonly TemplateDeparture[] = [
  [PLAN, 'annexMark-style', 'Từ “Phụ lục” và số thứ tự', letters('Phụ lục', NOT_BOLD)],
  [PLAN, 'annex-form', 'Phụ lục', line('Phụ lục', 'Phụ lục 1')],
  [PLAN, 'annexTitle-style', 'Tiêu đề phụ lục', letters('PHÂN CÔNG NHIỆM VỤ', NOT_BOLD)],
  [PLAN, 'annexNote-style', 'Ghi chú “Kèm theo”', letters('(Kèm theo Kế hoạch', '<w:i w:val="0"/>')],
  [PLAN, 'annex-note', 'Phụ lục', words(' của Sở Giáo dục và Đào tạo)', ')')],
  [PLAN, 'annex-note', 'Phụ lục', without('(Kèm theo Kế hoạch', 'Phụ lục')],
  [DECISION, 'annex-title', 'Phụ lục', without('DANH SÁCH KHEN THƯỞNG', 'Phụ lục')],
];

/** Single departures of documents that our own templates make. */
export const TEMPLATE_DEPARTURES: readonly TemplateDeparture[] = [
  ...PAGES,
  ...LETTERS,
  ...HEAD,
  ...TITLE,
  ...ADDRESS,
  ...RUNNING,
  ...ENDING,
  ...ANNEXES,
];
