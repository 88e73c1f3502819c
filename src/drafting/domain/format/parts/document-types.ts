import { fold } from '../../../../kernel/vietnamese.js';

/**
 * Types of administrative documents and their abbreviations. A letter (công văn) and a thư công have none.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 7 và Phụ lục III, phần I.
 */
const TYPES: readonly (readonly [string, string])[] = [
  ['NGHỊ QUYẾT', 'NQ'],
  ['QUYẾT ĐỊNH', 'QĐ'],
  ['CHỈ THỊ', 'CT'],
  ['QUY CHẾ', 'QC'],
  ['QUY ĐỊNH', 'QyĐ'],
  ['THÔNG CÁO', 'TC'],
  ['THÔNG BÁO', 'TB'],
  ['HƯỚNG DẪN', 'HD'],
  ['CHƯƠNG TRÌNH', 'CTr'],
  ['KẾ HOẠCH', 'KH'],
  ['PHƯƠNG ÁN', 'PA'],
  ['ĐỀ ÁN', 'ĐA'],
  ['DỰ ÁN', 'DA'],
  ['BÁO CÁO', 'BC'],
  ['BIÊN BẢN', 'BB'],
  ['TỜ TRÌNH', 'TTr'],
  ['HỢP ĐỒNG', 'HĐ'],
  ['CÔNG ĐIỆN', 'CĐ'],
  ['BẢN GHI NHỚ', 'BGN'],
  ['BẢN THỎA THUẬN', 'BTT'],
  ['GIẤY ỦY QUYỀN', 'GUQ'],
  ['GIẤY MỜI', 'GM'],
  ['GIẤY GIỚI THIỆU', 'GGT'],
  ['GIẤY NGHỈ PHÉP', 'GNP'],
  ['PHIẾU GỬI', 'PG'],
  ['PHIẾU CHUYỂN', 'PC'],
  ['PHIẾU BÁO', 'PB'],
  ['THƯ CÔNG', ''],
];

/** Copies: sao y, trích sao, sao lục. */
export const COPY_ABBREVIATIONS: readonly string[] = ['SY', 'TrS', 'SL'];

export const TYPE_ABBREVIATIONS: readonly string[] = TYPES.map(([, abbreviation]) => abbreviation).filter(
  (abbreviation) => abbreviation !== '',
);

export interface DocumentType {
  readonly name: string;
  readonly abbreviation: string;
}

const BY_FOLDED = groupedByFold();

function groupedByFold(): ReadonlyMap<string, readonly DocumentType[]> {
  const groups = new Map<string, DocumentType[]>();
  for (const [name, abbreviation] of TYPES) {
    const key = fold(name);
    groups.set(key, [...(groups.get(key) ?? []), { name, abbreviation }]);
  }
  return groups;
}

/** The type that a line names and nothing else; null where it names none. Marks of tone may stand in either place. */
export function typeNamed(line: string): DocumentType | null {
  const bare = line.replace(/(?<![\s:.])[\s:.]+$/u, '');
  const candidates = BY_FOLDED.get(fold(bare)) ?? [];
  const exact = candidates.find(({ name }) => isSameWord(name, bare));
  return exact ?? (candidates.length === 1 ? (candidates[0] ?? null) : null);
}

/** `THỎA` and `THOẢ` are one word. */
function isSameWord(a: string, b: string): boolean {
  const letters = (text: string): string => Array.from(text.toLocaleLowerCase('vi').normalize('NFD')).sort().join('');
  return letters(a) === letters(b);
}
