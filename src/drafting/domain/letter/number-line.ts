import type { TextFlaw } from '../format/rules/finding.js';
import { COPY_ABBREVIATIONS, TYPE_ABBREVIATIONS, type DocumentType } from '../format/parts/document-types.js';
import { hasSymbolForm } from './symbol.js';

const LINE = /^(s[ốô]\s*[:.]?)(\s*)(\d+|[.…_\s\u2000-\u200a]*)(\s*)([/-]?)(\s*)(?:(\d{4})\s*\/\s*)?(.*)$/isu;
/** Abbreviations of types that are also those of agencies which write letters: Cục Thuế. */
const ALSO_AGENCIES: ReadonlySet<string> = new Set(['CT']);

/**
 * What is wrong with the line of number and symbol by its words: `Số: 05/SGDĐT-VP`. A number that is not given yet is
 * a blank.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3; Phụ lục III.
 *
 * @param type of the document; null for a letter, which has no type in its symbol
 */
export function numberLineFlaws(line: string, type: DocumentType | null): readonly TextFlaw[] {
  const written = writtenNumber(line.trim());
  if (!written) return [{ rule: 'symbol-form', message: 'Số, ký hiệu phải có dạng “Số: 05/SGDĐT-VP”.' }];
  return [
    ...labelFlaws(line, written),
    ...zeroFlaws(line, written),
    ...symbolFlaws(line, written),
    ...typeFlaws(tidySymbol(written.symbol), type),
  ];
}

interface WrittenNumber {
  readonly label: string;
  readonly blank: string;
  readonly digits: string;
  readonly stroke: string;
  readonly year: string;
  readonly symbol: string;
}

function writtenNumber(line: string): WrittenNumber | null {
  const match = LINE.exec(line);
  if (!match) return null;
  const part = (at: number): string => match[at] ?? '';
  return { label: part(1), blank: part(2), digits: part(3), stroke: part(5), year: part(7), symbol: part(8) };
}

function labelFlaws(line: string, { label }: WrittenNumber): readonly TextFlaw[] {
  if (label === 'Số:') return [];
  const message = `Phải viết “Số:”, đang viết “${label.trim()}”.`;
  return [{ rule: 'number-label', message, mended: line.replace(label, 'Số:') }];
}

function zeroFlaws(line: string, { digits }: WrittenNumber): readonly TextFlaw[] {
  const right = /\d/u.test(digits) ? withZero(digits) : digits;
  if (right === digits) return [];
  const why = digits.length < right.length ? 'nhỏ hơn 10' : 'thừa số 0';
  return [
    { rule: 'number-zero', message: `Số ${digits} ${why}, phải viết ${right}.`, mended: line.replace(digits, right) },
  ];
}

function symbolFlaws(line: string, { label, blank, digits, stroke, year, symbol }: WrittenNumber): readonly TextFlaw[] {
  const isGiven = /\d/u.test(digits);
  const tidy = tidySymbol(symbol);
  const isSpaced = isGiven && /\d\s+[/-]|[/-]\s+\S/u.test(line.slice(label.length));
  const isWhole = isSymbol(tidy, year);
  if (stroke === '/' && tidy === symbol && !isSpaced && isWhole) return [];
  const message = symbolWords(symbol, { stroke, isSpaced });
  if (!isWhole) return [{ rule: 'symbol-form', message }];
  const mended = `${label}${isGiven ? ' ' : blank}${digits}/${year === '' ? '' : `${year}/`}${tidy}`;
  return [{ rule: 'symbol-form', message, mended }];
}

function withZero(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/u, '');
  return plain.length < 2 ? plain.padStart(2, '0') : plain;
}

function tidySymbol(symbol: string): string {
  return symbol
    .replace(/\s+/gu, '')
    .replace(/[–—−]/gu, '-')
    .replace(/(?<![.,;])[.,;]+$/u, '');
}

/** Laws of a parliament have one group behind their year: `43/2019/QH14`. */
function isSymbol(symbol: string, year: string): boolean {
  return hasSymbolForm(symbol) || (year !== '' && /^\p{Lu}[\p{L}\d]*$/u.test(symbol));
}

function symbolWords(
  symbol: string,
  { stroke, isSpaced }: { readonly stroke: string; readonly isSpaced: boolean },
): string {
  if (stroke !== '/') return 'Giữa số và ký hiệu là dấu gạch chéo: “05/SGDĐT-VP”.';
  if (isSpaced || /\s/u.test(symbol)) return 'Trong số, ký hiệu không có dấu cách: “05/SGDĐT-VP”.';
  return 'Ký hiệu gồm các nhóm chữ viết tắt in hoa nối bằng dấu gạch nối: “SGDĐT-VP”.';
}

function typeFlaws(symbol: string, type: DocumentType | null): readonly TextFlaw[] {
  const [first = ''] = symbol.split('-');
  const isOfType = TYPE_ABBREVIATIONS.includes(first) || COPY_ABBREVIATIONS.includes(first) || first === 'CV';
  if (type === null) {
    if (!isOfType || ALSO_AGENCIES.has(first)) return [];
    return [{ rule: 'symbol-type', message: `Công văn không ghi tên loại trong ký hiệu; bỏ “${first}-”.` }];
  }
  if (type.abbreviation === '' || first === type.abbreviation || !/\p{L}/u.test(first)) return [];
  return [
    {
      rule: 'symbol-type',
      message: `Ký hiệu của ${type.name} bắt đầu bằng “${type.abbreviation}-”, đang là “${first}”.`,
    },
  ];
}
