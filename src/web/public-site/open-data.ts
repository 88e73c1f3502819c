import { encode } from 'html-entities';
import type { PublicContact, PublicFiguresEntity, PublicResult } from '../../publication/index.js';
import { FIGURE_WORDS, FIGURES, type ShownCounts } from '../../publication/domain/public-figures.js';
import { csvHead, csvLine } from '../../kernel/csv.js';
import type { DataSetView } from './public-data-page.js';
import { resultHref } from './public-site-view.js';

/** What a file of open data is made of. */
export interface OpenDataReading {
  readonly publicUrl: string;
  readonly results: readonly PublicResult[];
  readonly contacts: readonly PublicContact[];
  readonly figures: PublicFiguresEntity | null;
}

type Value = string | number | null;
type Row = readonly Value[];

interface DataSet extends DataSetView {
  readonly rows: (reading: OpenDataReading) => readonly Row[];
}

const field = (name: string, type: string, meaning: string): DataSetView['fields'][number] => ({ name, type, meaning });

const FIELD_NAMES: Readonly<Record<(typeof FIGURES)[number], string>> = {
  received: 'da_nhan',
  answered: 'da_tra_loi',
  onTime: 'dung_han',
  open: 'dang_giai_quyet',
  rated: 'luot_danh_gia',
  stars: 'diem_trung_binh',
};

const FIGURE_FIELDS = FIGURES.map((figure) =>
  field(FIELD_NAMES[figure], figure === 'stars' ? 'số thập phân' : 'số nguyên', FIGURE_WORDS[figure].meaning),
);

const valuesOf = (counts: ShownCounts): Row => FIGURES.map((figure) => counts[figure]);

const SETS: readonly DataSet[] = [
  {
    name: 'ket-qua',
    title: 'Kết quả đã công khai',
    fields: [
      field('so', 'số nguyên', 'Số thứ tự của kết quả trên trang công khai.'),
      field('tieu_de', 'chữ', 'Tiêu đề.'),
      field('noi_dung', 'chữ', 'Nội dung đã duyệt, không có thông tin riêng.'),
      field('linh_vuc', 'chữ', 'Lĩnh vực theo quy định của ngày công khai.'),
      field('don_vi', 'chữ', 'Đơn vị giải quyết; trống khi không ghi.'),
      field('cong_khai_luc', 'thời điểm ISO 8601, UTC', 'Lúc công khai.'),
      field('dia_chi', 'URL', 'Trang của kết quả này.'),
    ],
    rows: ({ results, publicUrl }) =>
      results.map(({ number, title, text, categoryName, unitName, publishedAt }) => [
        ...[number, title, text, categoryName, unitName],
        ...[publishedAt.toISOString(), `${publicUrl}${resultHref(number)}`],
      ]),
  },
  {
    name: 'dau-moi',
    title: 'Cán bộ đầu mối',
    fields: [
      field('don_vi', 'chữ', 'Đơn vị.'),
      field('dia_chi', 'chữ', 'Địa chỉ của đơn vị; trống khi chưa ghi.'),
      field('trang_thong_tin', 'chữ', 'Trang thông tin của đơn vị; trống khi chưa ghi.'),
      field('ho_ten', 'chữ', 'Cán bộ đầu mối.'),
      field('chuc_vu', 'chữ', 'Chức vụ.'),
      field('dien_thoai', 'chữ', 'Điện thoại công vụ; trống khi chưa ghi.'),
      field('thu_dien_tu', 'chữ', 'Hộp thư công vụ; trống khi chưa ghi.'),
    ],
    rows: ({ contacts }) =>
      contacts.flatMap(({ unitName, address, website, officers }) =>
        officers.map(({ name, position, phone, email }) => [
          ...[unitName, address, website],
          ...[name, position, phone, email],
        ]),
      ),
  },
  {
    name: 'so-lieu-thang',
    title: 'Số liệu theo tháng',
    fields: [field('thang', 'năm-tháng', 'Tháng Sở nhận phiếu.'), ...FIGURE_FIELDS],
    rows: ({ figures }) => (figures?.figures.months ?? []).map(({ month, ...counts }) => [month, ...valuesOf(counts)]),
  },
  {
    name: 'so-lieu-linh-vuc',
    title: 'Số liệu theo lĩnh vực, 12 tháng gần nhất',
    fields: [field('linh_vuc', 'chữ', 'Lĩnh vực của phiếu.'), ...FIGURE_FIELDS],
    rows: ({ figures }) =>
      (figures?.figures.categories ?? []).map(({ name, ...counts }) => [name, ...valuesOf(counts)]),
  },
];

/** What each file holds, for the page that describes them. */
export const OPEN_DATA: readonly DataSetView[] = SETS.map(({ name, title, fields }) => ({ name, title, fields }));

export interface OpenDataFile {
  readonly type: string;
  readonly write: (reading: OpenDataReading) => string;
}

/** @param file `ket-qua.csv`, `ket-qua.json` and so on @returns null for a file that there is not */
export function openDataFile(file: string): OpenDataFile | null {
  const set = SETS.find(({ name }) => file === `${name}.csv` || file === `${name}.json`);
  if (set === undefined) return null;
  return file.endsWith('.csv')
    ? { type: 'text/csv; charset=utf-8', write: (reading) => csvOf(set, reading) }
    : { type: 'application/json; charset=utf-8', write: (reading) => jsonOf(set, reading) };
}

function csvOf({ fields, rows }: DataSet, reading: OpenDataReading): string {
  const lines = rows(reading).map((row) => csvLine(row.map((value) => (value === null ? '' : String(value)))));
  return csvHead(fields.map(({ name }) => name)) + lines.join('');
}

function jsonOf({ name, title, fields, rows }: DataSet, reading: OpenDataReading): string {
  const records = rows(reading).map((row) => Object.fromEntries(fields.map((one, at) => [one.name, row[at] ?? null])));
  return JSON.stringify({ name, title, fields, records }, null, 1);
}

/** The newest results as RSS 2.0. */
export function resultsFeed(agency: string, { publicUrl, results }: OpenDataReading): string {
  const items = results.map(({ number, title, text, categoryName, publishedAt }) => {
    const link = `${publicUrl}${resultHref(number)}`;
    const parts = [
      element('title', title),
      element('link', link),
      element('guid', link),
      element('category', categoryName),
      element('pubDate', publishedAt.toUTCString()),
      element('description', text),
    ];
    return `<item>${parts.join('')}</item>`;
  });
  const head = [
    element('title', `Kết quả giải quyết phản ánh, kiến nghị – ${agency}`),
    element('link', `${publicUrl}/cong-khai/ket-qua`),
    element('description', 'Kết quả giải quyết phản ánh, kiến nghị đã được duyệt công khai.'),
    element('language', 'vi'),
  ];
  const channel = `<channel>${head.join('')}${items.join('')}</channel>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0">${channel}</rss>\n`;
}

function element(name: string, text: string): string {
  return `<${name}>${encode(withoutControls(text), { level: 'xml' })}</${name}>`;
}

/** XML 1.0 holds no control characters but tab and line ends. */
function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]/gu, ' ');
}
