/** A column of a table that is typed a row a line. */
interface TypedColumn {
  readonly name: string;
  readonly label: string;
}

/**
 * How a part of a document is typed. `sections`: blocks between empty lines, the first line of each its head · `rows`: a row a line, its cells between
 * bars or tabs, as a spreadsheet gives them.
 */
export type TypedPart =
  | { readonly form: 'line' | 'prose' | 'lines' | 'sections' }
  | { readonly form: 'rows'; readonly columns: readonly TypedColumn[] };

const LINE: TypedPart = { form: 'line' };
const PROSE: TypedPart = { form: 'prose' };
const LINES: TypedPart = { form: 'lines' };

function rows(...columns: readonly (readonly [name: string, label: string])[]): TypedPart {
  return { form: 'rows', columns: columns.map(([name, label]) => ({ name, label })) };
}

/** Parts of documents besides those that every letter has, by their names in templates. */
export const TYPED_PARTS: Readonly<Record<string, TypedPart>> = {
  tham_quyen_ban_hanh: LINE,
  can_cu: LINES,
  mo_dau: LINES,
  bat_dau: LINE,
  dia_diem: LINE,
  chu_tri: LINE,
  thu_ky: LINE,
  thanh_phan: LINES,
  dieu: LINES,
  muc: { form: 'sections' },
  so_lieu: rows(
    ['don_vi', 'Đơn vị'],
    ['ton_ky_truoc', 'Tồn kỳ trước'],
    ['tiep_nhan', 'Tiếp nhận'],
    ['da_tra_loi', 'Đã trả lời'],
    ['dung_han', 'Đúng hạn'],
    ['qua_han', 'Trả lời quá hạn'],
    ['con_qua_han', 'Chưa trả lời, quá hạn'],
  ),
  ket_luan: LINES,
  nguoi_ghi: LINE,
  co_quan_tham_quyen: LINE,
  cung_gui: LINE,
  can_cu_thoi_han: LINE,
  han_cu: LINE,
  han_moi: LINE,
  viec_da_lam: PROSE,
  ly_do: PROSE,
  can_bo_sung: LINES,
  han_bo_sung: LINE,
  noi_tiep_nhan: LINE,
  han_tra_loi: LINE,
  noi_giai_quyet: LINES,
  kem_theo: LINES,
  de_nghi: PROSE,
  tieu_de_phu_luc: LINE,
  nhiem_vu: rows(
    ['cong_viec', 'Công việc'],
    ['chu_tri', 'Chủ trì'],
    ['phoi_hop', 'Phối hợp'],
    ['thoi_han', 'Thời hạn'],
  ),
  khen_thuong: rows(['ten', 'Tên'], ['don_vi', 'Đơn vị'], ['thanh_tich', 'Thành tích'], ['hinh_thuc', 'Hình thức']),
};

/** What a part holds, as it is typed; what is not of its form is nothing. */
export function typedText(part: TypedPart, value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  const items: readonly unknown[] = value;
  const separator = part.form === 'sections' ? '\n\n' : '\n';
  return items.map((item) => itemText(part, item)).join(separator);
}

function itemText(part: TypedPart, item: unknown): string {
  if (typeof item === 'string') return item;
  const cells: Readonly<Record<string, unknown>> = typeof item === 'object' && item !== null ? { ...item } : {};
  const cell = (name: string): string => (typeof cells[name] === 'string' ? cells[name] : '');
  if (part.form === 'rows') return part.columns.map(({ name }) => cell(name)).join(' | ');
  const under = Array.isArray(cells['viec']) ? cells['viec'].filter((line) => typeof line === 'string') : [];
  return [cell('tieu_de'), ...under].join('\n');
}

/** What was typed, as the part holds it. */
export function typedValue(part: TypedPart, text: string): unknown {
  const lines = text.split(/\r\n?|\n/u).map((line) => line.trim());
  switch (part.form) {
    case 'line':
    case 'prose':
      return text.trim();
    case 'lines':
      return lines.filter((line) => line !== '');
    case 'sections':
      return blocksOf(lines).map(([tieu_de = '', ...viec]) => ({ tieu_de, viec }));
    case 'rows':
      return lines.filter((line) => line !== '').map((line) => rowOf(part.columns, line));
  }
}

function blocksOf(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

/** Cells that are missing are empty; what goes beyond the last column belongs to it. */
function rowOf(columns: readonly TypedColumn[], line: string): Readonly<Record<string, string>> {
  const cells = line.split(/\s*[|\t]\s*/u);
  const last = columns.length - 1;
  return Object.fromEntries(
    columns.map(({ name }, at) => [name, (at === last ? cells.slice(at).join(' ') : (cells[at] ?? '')).trim()]),
  );
}
