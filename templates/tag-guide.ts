import type { TagShape, TagShapes } from '../src/drafting/domain/template-lint/tag-shape.js';
import { sampleOf, type DocumentKind } from './catalogue.js';
import type { TagValues } from './document-fields.js';
import { tagShapes } from './tag-shapes.js';

/** How a tag is written in Word, and what it is for. */
export interface TagLine {
  readonly tag: string;
  /** `{trich_yeu}`, `{#noi_nhan}{.}{/noi_nhan}` */
  readonly written: string;
  readonly meaning: string;
  /** As the kind's sample fills it; empty where the sample leaves it out. */
  readonly example: string;
  /** The list that it belongs to, innermost last. */
  readonly within: readonly string[];
  /** Whether a template of this kind must print it. */
  readonly isNeeded: boolean;
}

/** Tags that no field of a form bears: what fields are turned into, and what the items of lists hold. */
const WORDS: Readonly<Record<string, string>> = {
  kinh_gui_mot_noi: 'Kính gửi, khi gửi một nơi',
  kinh_gui_nhieu_noi: 'Kính gửi, khi gửi nhiều nơi',
  noi_gui: 'Từng nơi kính gửi',
  doan_dau: 'Chỉ in ở đoạn đầu',
  van_ban: 'Chữ của từng đoạn',
  ke_ngan_nhat: 'Kẻ dưới trích yếu có dòng cuối chỉ một, hai chữ',
  ke_rat_ngan: 'Kẻ dưới trích yếu có dòng cuối rất ngắn',
  ke_ngan: 'Kẻ dưới trích yếu ngắn',
  ke_vua: 'Kẻ dưới trích yếu vừa',
  ke_dai: 'Kẻ dưới trích yếu dài',
  stt: 'Số thứ tự',
  tieu_de: 'Tiêu đề của mục',
  viec: 'Từng việc của mục',
  ma_phieu: 'Mã phiếu',
  don_vi: 'Đơn vị',
  ve_viec: 'Về việc',
  han: 'Hạn trả lời',
  tinh_trang: 'Tình trạng',
  nguoi_cu: 'Đầu mối cũ',
  nguoi_moi: 'Đầu mối mới',
  chuc_vu: 'Chức vụ',
  dien_thoai: 'Điện thoại',
  thu_dien_tu: 'Thư điện tử',
  tu_ngay: 'Từ ngày',
  nguoi_gui: 'Tổ chức, cá nhân phản ánh; Ông/Bà khi gửi đích danh',
  qua_noi_chuyen: 'Nơi chuyển đến, khi kết quả được báo qua đó',
  thoi_han_da_bao: 'Hạn trả lời đã thông báo, cả căn cứ nếu có',
  chuc_danh: 'Chức danh của đại diện đơn vị làm việc, chữ in hoa',
  ho_ten: 'Họ tên của đại diện đơn vị làm việc',
  ton_ky_truoc: 'Số tồn kỳ trước',
  tiep_nhan: 'Số tiếp nhận trong kỳ',
  da_tra_loi: 'Số đã trả lời',
  dung_han: 'Số trả lời đúng hạn',
  qua_han: 'Số trả lời quá hạn',
  con_qua_han: 'Số chưa trả lời, đã quá hạn',
  mo_lai: 'Số mở lại, trong số tiếp nhận',
  da_giai_quyet: 'Số đã giải quyết',
  chuyen_tra: 'Số chuyển trả',
  khong_tiep_nhan: 'Số không tiếp nhận',
  gop: 'Số gộp vào phiếu khác',
  con_lai: 'Số còn lại cuối kỳ',
  ty_le_dung_han: 'Tỷ lệ trả lời đúng hạn',
  ngay_trung_binh: 'Thời gian trả lời trung bình, ngày',
  cong_viec: 'Công việc',
  chu_tri: 'Đơn vị chủ trì',
  phoi_hop: 'Đơn vị phối hợp',
  thoi_han: 'Thời hạn',
  co_thoi_han: 'Chỉ in khi có thời hạn',
  ten: 'Tập thể, cá nhân',
  thanh_tich: 'Thành tích',
  hinh_thuc: 'Hình thức khen thưởng',
  so_dieu: 'Số của điều',
  noi_dung: 'Nội dung của điều',
  dieu_cuoi: 'Số của điều cuối',
};

const MAX_EXAMPLE_LENGTH = 80;

/** Every tag that a template of the kind may hold, in the order of its form; lists before what their items hold. */
export function tagGuide(kind: DocumentKind): readonly TagLine[] {
  const filled = kind.fill(sampleOf(kind.name));
  return linesOf(inOrderOfForm(tagShapes(kind), kind), { kind, values: filled.ok ? filled.tags : {}, within: [] });
}

/** A tag that a field was turned into stands where the field does; what belongs to no field comes last. */
function inOrderOfForm(shapes: TagShapes, { labels }: DocumentKind): TagShapes {
  const fields = Object.keys(labels);
  const placeOf = (tag: string): number => {
    const at = fields.findIndex((field) => tag === field || tag.startsWith(`${field}_`));
    return at < 0 ? fields.length : at;
  };
  const byForm = Object.entries(shapes).toSorted(([a], [b]) => placeOf(a) - placeOf(b) || a.localeCompare(b));
  return Object.fromEntries(byForm);
}

interface Around {
  readonly kind: DocumentKind;
  /** What fills the tags here; undefined where the sample says nothing. */
  readonly values: TagValues | undefined;
  readonly within: readonly string[];
}

function linesOf(shapes: TagShapes, { kind, values, within }: Around): readonly TagLine[] {
  return Object.entries(shapes).flatMap(([tag, shape]) => {
    const value = values?.[tag];
    const line = {
      tag,
      written: writtenAs(tag, shape),
      meaning: meaningOf(tag, kind, within),
      example: exampleOf(value),
      within,
      isNeeded: shape !== 'flag' && within.length === 0 && !kind.optional.includes(tag),
    };
    if (typeof shape === 'string' || shape.items === 'text') return [line];
    const [first] = Array.isArray(value) ? (value as readonly (string | TagValues)[]) : [];
    const inner = { kind, values: typeof first === 'object' ? first : undefined, within: [...within, tag] };
    return [line, ...linesOf(shape.items, inner)];
  });
}

function meaningOf(tag: string, { labels }: DocumentKind, within: readonly string[]): string {
  const own = within.length === 0 ? labels[tag] : undefined;
  return own ?? WORDS[tag] ?? labels[tag] ?? tag;
}

function writtenAs(tag: string, shape: TagShape): string {
  if (shape === 'text') return `{${tag}}`;
  const inner = shape !== 'flag' && shape.items === 'text' ? '{.}' : ' … ';
  return `{#${tag}}${inner}{/${tag}}`;
}

function exampleOf(value: TagValues[string] | undefined): string {
  const [first] = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  if (typeof first !== 'string') return '';
  return first.length > MAX_EXAMPLE_LENGTH ? `${first.slice(0, MAX_EXAMPLE_LENGTH).trimEnd()}…` : first;
}
