import { type Actor, hasRole, type Role } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { Flaw } from '../../law/policy-draft.js';

/** By the work regulation of the agency. */
export const INITIALED_BY = ['unitHead', 'formatChecker'] as const;

export type InitialedBy = (typeof INITIALED_BY)[number];

export const INITIALED_BY_WORDS: Readonly<Record<InitialedBy, string>> = {
  unitHead: 'Trưởng đơn vị đã duyệt nội dung',
  formatChecker: 'Người đã duyệt thể thức',
};

/** What documents say of the agency. */
export interface AgencyProfile {
  /** `UBND THÀNH PHỐ HẢI PHÒNG`, as it is printed over the agency's name. */
  readonly parent: string;
  /** `SỞ GIÁO DỤC VÀ ĐÀO TẠO`, as it is printed. */
  readonly letterhead: string;
  /** `Sở Giáo dục và Đào tạo thành phố Hải Phòng`, in full. */
  readonly name: string;
  /** `Sở Giáo dục và Đào tạo`, in running text. */
  readonly shortName: string;
  /** `SGDĐT`, in the symbols of documents. */
  readonly symbol: string;
  /** `Hải Phòng`, before the date. */
  readonly place: string;
  readonly address: string;
  /** Lines under the first page of a công văn (ô 13). */
  readonly contact: readonly string[];
  readonly titles: {
    /** `Giám đốc` */
    readonly head: string;
    /** `Phó Giám đốc`, who signs for the head. */
    readonly deputy: string;
  };
  /** Abbreviations of units by their id, where they differ from those of the directory. */
  readonly unitSymbols: Readonly<Record<string, string>>;
  /** What running text cites, as it cites it. */
  readonly citations: {
    /** The regulation on feedback through the hotline, by which time runs. */
    readonly regulation: string;
  };
  /** Kinds of documents that the work regulation lets heads of units sign by order (Nghị định 30/2020/NĐ-CP, Điều 13 khoản 3). */
  readonly byOrderKinds: readonly string[];
  /**
   * Whether an academic title may stand before a signer's name: only units of the education sector, where the head of the sector allows it (Nghị định
   * 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7).
   */
  readonly titlesBeforeNames: boolean;
  /** In which order a letter gets its number and its signatures; a letter keeps the order in which it was submitted. */
  readonly actOrder: ActOrder;
  /** What becomes of a sealed file in which number and date are written into the page, not into the prepared fields. */
  readonly entryOnPage: EntryOnPage;
  /** Who initials a letter in the e-office before its leader: the approver of its content, the approver of its form; empty where no initials are asked for. */
  readonly initials: readonly InitialedBy[];
}

/**
 * signThenNumber: the leader signs, then number and date are given, filled in and locked by the agency's signature ·
 * numberThenSign: number and date are given at submission and printed, then the leader signs, then the agency seals.
 */
export const ACT_ORDERS = ['signThenNumber', 'numberThenSign'] as const;
export type ActOrder = (typeof ACT_ORDERS)[number];

/** refuse: as every change after signing · report: taken, and said, when nothing but number and date was written, each in its own place. */
export const ENTRIES_ON_PAGE = ['refuse', 'report'] as const;
export type EntryOnPage = (typeof ENTRIES_ON_PAGE)[number];

/** Facts and the first day on which documents bear them. Versions never change: what was drafted keeps its words. */
export interface AgencyProfileVersion {
  readonly version: number;
  readonly validFrom: CivilDate;
  readonly facts: AgencyProfile;
}

/** The Office and the administrator write down what others have decided (Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I: the head decides on names and symbols). */
export const AGENCY_PROFILE_EDITORS: readonly Role[] = ['administrator', 'formatChecker'];

export function mayEditAgencyProfile(actor: Actor): boolean {
  return hasRole(actor, ...AGENCY_PROFILE_EDITORS);
}

/** The version that documents of a day bear: of those that have begun, the one that began last; the oldest for a day before all. */
export function agencyProfileInForce(versions: readonly AgencyProfileVersion[], day: CivilDate): AgencyProfileVersion {
  const begun = versions.filter(({ validFrom }) => validFrom <= day);
  const [first, ...others] = begun.length > 0 ? begun : versions.slice(0, 1);
  if (first === undefined) throw new RangeError('An agency has a profile');
  return others.reduce((best, one) => (one.validFrom >= best.validFrom ? one : best), first);
}

/** A unit's abbreviation in symbols. */
export function unitSymbol(
  { unitSymbols }: AgencyProfile,
  unit: { readonly id: string; readonly symbol: string },
): string {
  return unitSymbols[unit.id] ?? unit.symbol;
}

/** Words on labels, in the order of the form. */
export const AGENCY_PROFILE_LABELS: Readonly<Record<string, string>> = {
  parent: 'Cơ quan chủ quản',
  letterhead: 'Tên cơ quan trên văn bản',
  name: 'Tên cơ quan, đầy đủ',
  shortName: 'Tên cơ quan trong câu',
  symbol: 'Chữ viết tắt của cơ quan',
  place: 'Địa danh',
  address: 'Địa chỉ',
  head: 'Chức vụ người đứng đầu',
  deputy: 'Chức vụ cấp phó',
  regulation: 'Quy chế tiếp nhận phản ánh, kiến nghị',
};

export const ACT_ORDER_WORDS: Readonly<Record<ActOrder, string>> = {
  signThenNumber: 'Lãnh đạo ký trước, cấp số và đóng dấu sau',
  numberThenSign: 'Giữ số khi trình, in vào văn bản, lãnh đạo ký, rồi đóng dấu',
};

export const ENTRY_ON_PAGE_WORDS: Readonly<Record<EntryOnPage, string>> = {
  refuse: 'Không nhận',
  report: 'Nhận và ghi rõ, khi chỉ số và ngày được viết, đúng chỗ đã chừa',
};

const LONGEST_LINE = 200;
const LONGEST_SYMBOL = 20;
const LONGEST: Readonly<Record<string, number>> = { symbol: LONGEST_SYMBOL, regulation: 500 };
const MOST_CONTACT_LINES = 4;
/** `SGDĐT`, `GDTrH`: begins with a capital, no space, hyphen or stroke. */
const ABBREVIATION = /^\p{Lu}[\p{L}\d&]*$/u;

/** What keeps facts from being printed; empty when nothing does. */
export function agencyProfileFlaws(facts: AgencyProfile): readonly Flaw[] {
  return [
    ...Object.entries(textsOf(facts)).flatMap(([field, text]) => lineFlaws(field, text)),
    ...(ABBREVIATION.test(facts.symbol) || facts.symbol === '' ? [] : [abbreviationFlaw('symbol')]),
    ...(facts.letterhead === upper(facts.letterhead) ? [] : [capitalsFlaw('letterhead')]),
    ...(facts.parent === upper(facts.parent) ? [] : [capitalsFlaw('parent')]),
    ...Object.entries(facts.unitSymbols).flatMap(([unitId, symbol]) =>
      ABBREVIATION.test(symbol) && symbol.length <= LONGEST_SYMBOL ? [] : [abbreviationFlaw(`unit.${unitId}`)],
    ),
    ...contactFlaws(facts.contact),
  ];
}

/** The single lines of the facts by the names of their labels. */
export function textsOf(facts: AgencyProfile): Readonly<Record<string, string>> {
  const { parent, letterhead, name, shortName, symbol, place, address, titles, citations } = facts;
  return { parent, letterhead, name, shortName, symbol, place, address, ...titles, ...citations };
}

function lineFlaws(field: string, text: string): readonly Flaw[] {
  const label = AGENCY_PROFILE_LABELS[field] ?? field;
  const longest = LONGEST[field] ?? LONGEST_LINE;
  if (text.trim() === '') return [{ field, sentence: `Điền “${label}”.` }];
  return text.length > longest ? [{ field, sentence: `“${label}” dài quá ${longest} ký tự; rút ngắn lại.` }] : [];
}

function abbreviationFlaw(field: string): Flaw {
  return { field, sentence: 'Chữ viết tắt bắt đầu bằng chữ hoa, không có dấu cách, gạch nối hay gạch chéo: “GDTrH”.' };
}

function capitalsFlaw(field: string): Flaw {
  return { field, sentence: `“${AGENCY_PROFILE_LABELS[field] ?? field}” in bằng chữ hoa.` };
}

function contactFlaws(contact: readonly string[]): readonly Flaw[] {
  if (contact.length > MOST_CONTACT_LINES) {
    return [{ field: 'contact', sentence: `Địa chỉ ở chân trang có nhiều nhất ${MOST_CONTACT_LINES} dòng.` }];
  }
  const isLong = contact.some((line) => line.length > LONGEST_LINE);
  return isLong ? [{ field: 'contact', sentence: `Mỗi dòng địa chỉ dài nhất ${LONGEST_LINE} ký tự.` }] : [];
}

function upper(text: string): string {
  return text.toLocaleUpperCase('vi');
}
