import type { CivilDate } from '../../kernel/civil-date.js';
import { ANNEX_LENGTHS } from './annex-lengths.js';

/** An element of the description, by its name in Annex VI: text, or elements in this order. */
export interface AnnexNode {
  readonly name: string;
  readonly content: string | readonly AnnexNode[];
}

/** What the description says of the file itself. */
export interface FileFacts {
  readonly organId: string;
  /** Year of the file plan. */
  readonly catalog: number;
  readonly notation: string;
  readonly title: string;
  readonly maintenance: string;
  readonly rights: string;
  readonly creator: string;
  readonly startedOn: CivilDate;
  /** Null while its work goes on. */
  readonly endedOn: CivilDate | null;
  readonly description: string;
}

/** What the description says of one paper; empty where it is not known. */
export interface DocumentFacts {
  /** `Paper`: what stands in no register. */
  readonly kind: 'IncomingDocument' | 'OutgoingDocument' | 'Paper';
  readonly typeName: string;
  readonly codeNumber: string;
  readonly codeNotation: string;
  readonly issuedOn: CivilDate;
  readonly organName: string;
  readonly subject: string;
  readonly pages: number;
  readonly description: string;
  readonly signerName: string;
  readonly recipients: readonly string[];
  readonly priority: number | null;
  readonly arrivedOn: CivilDate | null;
  readonly arrivalNumber: number | null;
  readonly handler: string;
  readonly dueOn: CivilDate | null;
  readonly originals: readonly { readonly name: string; readonly sha256: string }[];
}

const LANGUAGE = 'Tiếng Việt';

/**
 * A file and its papers as other systems read them, in the order in which the papers lie.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục VI, phần II.
 */
export function fileTree(file: FileFacts, documents: readonly DocumentFacts[]): AnnexNode {
  const pages = documents.reduce((sum, one) => sum + one.pages, 0);
  return node('File', [
    codeOf(file),
    node('Title', file.title),
    node('Maintenance', file.maintenance),
    node('Rights', file.rights),
    node('Creator', file.creator),
    node('Language', LANGUAGE),
    node('StartDate', annexDay(file.startedOn)),
    ...(file.endedOn === null ? [] : [node('EndDate', annexDay(file.endedOn))]),
    node('DocTotal', String(documents.length)),
    node('PageTotal', String(pages)),
    ...said('Description', file.description),
    node(
      'Documents',
      documents.map((one, at) => documentNode(file, one, at + 1)),
    ),
  ]);
}

function documentNode(file: FileFacts, one: DocumentFacts, ordinal: number): AnnexNode {
  return node(one.kind, [
    codeOf(file),
    node('DocOrdinal', String(ordinal)),
    node('TypeName', one.typeName),
    ...said('CodeNumber', one.codeNumber),
    ...said('CodeNotation', one.codeNotation),
    node('IssuedDate', annexDay(one.issuedOn)),
    ...said('OrganName', one.organName),
    node('Subject', one.subject),
    node('Language', LANGUAGE),
    node('PageAmount', String(one.pages)),
    ...said('Description', one.description),
    ...arrivalOf(one),
    ...(one.signerName === '' ? [] : [node('SignerInfo', [node('FullName', one.signerName)])]),
    ...one.recipients.map((name) => node('To', [node('OrganName', name)])),
    ...(one.priority === null ? [] : [node('Priority', String(one.priority))]),
    ...(one.kind === 'OutgoingDocument' ? [node('IssuedAmount', '1')] : []),
    ...said('ToPlaces', one.handler),
    ...(one.dueOn === null ? [] : [node('DueDate', annexDay(one.dueOn))]),
    node(
      'Originals',
      one.originals.map(({ name, sha256 }) => node('Original', [node('Name', name), node('Sha256', sha256)])),
    ),
  ]);
}

function arrivalOf({ arrivedOn, arrivalNumber }: DocumentFacts): readonly AnnexNode[] {
  if (arrivedOn === null || arrivalNumber === null) return [];
  return [node('ArrivalDate', annexDay(arrivedOn)), node('ArrivalNumber', String(arrivalNumber))];
}

function codeOf({ organId, catalog, notation }: FileFacts): AnnexNode {
  return node('FileCode', [
    node('OrganId', organId),
    node('FileCatalog', String(catalog)),
    node('FileNotation', notation),
  ]);
}

function node(name: string, content: AnnexNode['content']): AnnexNode {
  return { name, content };
}

function said(name: string, text: string): readonly AnnexNode[] {
  return text === '' ? [] : [node(name, text)];
}

/** `18/03/2026` */
function annexDay(day: CivilDate): string {
  return day.split('-').toReversed().join('/');
}

const WORDS: Readonly<Record<keyof typeof ANNEX_LENGTHS, string>> = {
  OrganId: 'mã định danh cơ quan',
  FileCatalog: 'năm của danh mục',
  FileNotation: 'số và ký hiệu hồ sơ',
  Title: 'tiêu đề hồ sơ',
  Maintenance: 'thời hạn bảo quản',
  Rights: 'chế độ sử dụng',
  Creator: 'người lập hồ sơ',
  FileLanguage: 'ngôn ngữ',
  DocTotal: 'tổng số văn bản',
  PageTotal: 'tổng số trang',
  Description: 'ghi chú',
  DocOrdinal: 'số thứ tự văn bản',
  TypeName: 'tên loại',
  CodeNumber: 'số của văn bản',
  CodeNotation: 'ký hiệu của văn bản',
  OrganName: 'tên cơ quan',
  Subject: 'trích yếu',
  Language: 'ngôn ngữ',
  PageAmount: 'số trang',
  Position: 'chức vụ người ký',
  FullName: 'họ tên người ký',
  IssuedAmount: 'số lượng bản',
  ArrivalNumber: 'số đến',
  ToPlaces: 'đơn vị nhận',
};

/**
 * Every value that is longer than other systems read, each with its name, its length and the most; nothing is ever cut.
 *
 * Source: rule 49.
 */
export function lengthFlaws(file: AnnexNode): readonly string[] {
  return flawsIn(file, 'Hồ sơ');
}

function flawsIn({ name, content }: AnnexNode, where: string): readonly string[] {
  if (typeof content === 'string') return leafFlaws(name, content, where);
  const ordinal = content.find((one) => one.name === 'DocOrdinal')?.content;
  const inside = typeof ordinal === 'string' ? `Văn bản thứ ${ordinal}` : where;
  // The code of the file stands in each paper once more; it is judged where it stands first.
  const parts = inside === where ? content : content.filter((one) => one.name !== 'FileCode');
  return parts.flatMap((one) => flawsIn(one, inside));
}

function leafFlaws(name: string, { length }: string, where: string): readonly string[] {
  const key = where === 'Hồ sơ' && name === 'Language' ? 'FileLanguage' : name;
  if (!isMeasured(key) || length <= ANNEX_LENGTHS[key]) return [];
  return [`${where}, ${WORDS[key]} (${name}): dài ${length} ký tự, nhiều nhất ${ANNEX_LENGTHS[key]}.`];
}

function isMeasured(name: string): name is keyof typeof ANNEX_LENGTHS {
  return name in ANNEX_LENGTHS;
}

/** `7816/TĐ1022` in its two parts; a code of another form is all notation. */
export function codeParts(code: string): { readonly codeNumber: string; readonly codeNotation: string } {
  const [, codeNumber = '', codeNotation = ''] = /^(\d+)\/(.+)$/u.exec(code) ?? [];
  return codeNumber === '' ? { codeNumber: '', codeNotation: code } : { codeNumber, codeNotation };
}

/** What lies in the bundle under which name: the paper's number, the file's, and its own name in plain letters. */
export function originalName(ordinal: number, at: number, name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
  const extension = plain(ending).slice(0, 8);
  const number = `${String(ordinal).padStart(3, '0')}-${String(at + 1).padStart(2, '0')}`;
  return `goc/${number}-${plain(stem).slice(0, 60) || 'tep'}${extension === '' ? '' : `.${extension}`}`;
}

function plain(text: string): string {
  return text
    .replace(/[đĐ]/gu, 'd')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z\d]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .toLowerCase();
}
