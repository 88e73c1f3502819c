/**
 * Types of documents and their abbreviations in symbols. Công văn and thư công have none.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 7 và Phụ lục III, phần I.
 */
export const DOCUMENT_TYPES = {
  NQ: 'nghị quyết',
  QĐ: 'quyết định',
  CT: 'chỉ thị',
  QC: 'quy chế',
  QyĐ: 'quy định',
  TC: 'thông cáo',
  TB: 'thông báo',
  HD: 'hướng dẫn',
  CTr: 'chương trình',
  KH: 'kế hoạch',
  PA: 'phương án',
  ĐA: 'đề án',
  DA: 'dự án',
  BC: 'báo cáo',
  BB: 'biên bản',
  TTr: 'tờ trình',
  HĐ: 'hợp đồng',
  CĐ: 'công điện',
  BGN: 'bản ghi nhớ',
  BTT: 'bản thỏa thuận',
  GUQ: 'giấy ủy quyền',
  GM: 'giấy mời',
  GGT: 'giấy giới thiệu',
  GNP: 'giấy nghỉ phép',
  PG: 'phiếu gửi',
  PC: 'phiếu chuyển',
  PB: 'phiếu báo',
} as const;

export type DocumentType = keyof typeof DOCUMENT_TYPES;

/** The symbol of a công văn: agency, then the unit that drafts, both abbreviated: `SGDĐT-VP`. */
export function letterSymbol(agency: string, draftingUnit: string): string {
  return `${agency}-${draftingUnit}`;
}

/** The symbol of a document with a type: the type, then the agency: `BC-SGDĐT`, as in `15/BC-SGDĐT`. */
export function typedSymbol(type: DocumentType, agency: string): string {
  return `${type}-${agency}`;
}

/** Whether a symbol has the form of Ô 3: groups of letters joined by hyphens, at least two, no space and no stroke. */
export function hasSymbolForm(symbol: string): boolean {
  return /^[\p{Lu}][\p{L}\d&]*(-[\p{Lu}][\p{L}\d&]*)+$/u.test(symbol);
}
