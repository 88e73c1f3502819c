import { DomainError } from '../../../kernel/domain-error.js';
import { TYPED_PARTS, type TypedPart } from './typed-parts.js';

/** Parts that are typed in letters of every kind. Authority and name of the signer, and what is said of the agency, are not typed. */
const OF_LETTERS: Readonly<Record<string, TypedPart>> = {
  ky_hieu: { form: 'line' },
  trich_yeu: { form: 'line' },
  kinh_gui: { form: 'lines' },
  ve_viec: { form: 'line' },
  loi_ket: { form: 'prose' },
  noi_nhan: { form: 'lines' },
};

/** What a program sends of a document, by the names of its parts. */
export type GivenParts = Readonly<Record<string, unknown>>;

/** What of a document is typed. */
export interface KindOfParts {
  /** Of the parts that its kind has. */
  readonly names: ReadonlySet<string>;
  /** Whether all of its parts are typed; otherwise those of every letter alone. */
  readonly whole: boolean;
}

/**
 * Parts that a program gives in place of those that stand: each must be one that people type in this kind of document, in its own form.
 *
 * @throws DomainError `input-invalid` naming the part
 */
export function requireGivenParts(given: GivenParts, kind: KindOfParts): void {
  const typed = typedParts(kind);
  for (const [name, value] of Object.entries(given)) {
    const part = Object.hasOwn(typed, name) ? typed[name] : undefined;
    if (part === undefined)
      throw refused(name, 'Loại văn bản này không có phần ấy, hoặc phần ấy không do người soạn ghi.');
    if (!FITS[part.form](value, part)) throw refused(name, `Phần này phải là ${FORM_WORDS[part.form]}.`);
  }
}

/** The parts of a document that a program may give, as they stand. */
export function partsToGive(fields: object, kind: KindOfParts): GivenParts {
  const typed = typedParts(kind);
  return Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(typed, name)));
}

function typedParts({ names, whole }: KindOfParts): Readonly<Record<string, TypedPart>> {
  const all = whole ? { ...TYPED_PARTS, ...OF_LETTERS } : OF_LETTERS;
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
}

const FITS: Readonly<Record<TypedPart['form'], (value: unknown, part: TypedPart) => boolean>> = {
  line: isText,
  prose: isText,
  lines: isTexts,
  sections: (value) =>
    isListOf(value, (item) => hasOnly(item, ['tieu_de', 'viec']) && isText(item['tieu_de']) && isTexts(item['viec'])),
  rows: (value, part) =>
    part.form === 'rows' &&
    isListOf(value, (item) => {
      const columns = part.columns.map(({ name }) => name);
      return hasOnly(item, columns) && columns.every((name) => isText(item[name]));
    }),
};

const FORM_WORDS: Readonly<Record<TypedPart['form'], string>> = {
  line: 'chuỗi ký tự',
  prose: 'chuỗi ký tự',
  lines: 'danh sách chuỗi ký tự',
  sections: 'danh sách mục, mỗi mục có tieu_de và viec',
  rows: 'danh sách hàng, mỗi hàng có đủ các cột bằng chữ',
};

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isListOf(value: unknown, isItem: (item: Readonly<Record<string, unknown>>) => boolean): boolean {
  if (!Array.isArray(value)) return false;
  return value.every((item: unknown) => typeof item === 'object' && item !== null && isItem({ ...item }));
}

function hasOnly(item: object, names: readonly string[]): boolean {
  return Object.keys(item).every((name) => names.includes(name));
}

function refused(name: string, message: string): DomainError {
  return new DomainError('input-invalid', { field: `parts.${name}`, message });
}
