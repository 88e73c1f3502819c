import { type Actor, hasRole, type Role } from '../../kernel/actor.js';
import { civilDate, yearOf, type CivilDate } from '../../kernel/civil-date.js';
import { flaw } from '../../law/flaw.js';
import type { Flaw } from '../../law/policy-draft.js';
import type { Choices } from './profile-choices.js';
import {
  ABBREVIATION,
  MAX_SYMBOL_LENGTH,
  namesOf,
  PROFILE_LINES,
  textsFrom,
  type CITATION_LINES,
  type LineName,
  type NAME_LINES,
  type ProfileLine,
  type Texts,
  type TITLE_LINES,
} from './profile-lines.js';

/** By the work regulation of the agency. */
export const INITIALED_BY = ['unitHead', 'formatChecker'] as const;

export type InitialedBy = (typeof INITIALED_BY)[number];

export const INITIALED_BY_WORDS: Readonly<Record<InitialedBy, string>> = {
  unitHead: 'Thủ trưởng đơn vị đã duyệt nội dung',
  formatChecker: 'Người đã duyệt thể thức',
};

/** What documents say of the agency; its single lines are told in `profile-lines.ts`, what is chosen of a few in `profile-choices.ts`. */
export interface AgencyProfile extends Texts<typeof NAME_LINES>, Choices {
  /** Lines under the first page of a công văn (ô 13). */
  readonly contact: readonly string[];
  readonly titles: Texts<typeof TITLE_LINES>;
  /** Abbreviations of units by their id, where they differ from those of the directory. */
  readonly unitSymbols: Readonly<Record<string, string>>;
  readonly citations: Texts<typeof CITATION_LINES>;
  /** Kinds of documents that the work regulation lets heads of units sign by order (Nghị định 30/2020/NĐ-CP, Điều 13 khoản 3). */
  readonly byOrderKinds: readonly string[];
  /**
   * Whether an academic title may stand before a signer's name: only units of the education sector, where the head of the sector allows it (Nghị định
   * 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7).
   */
  readonly titlesBeforeNames: boolean;
  /** Who initials a letter in the e-office before its leader: the approver of its content, the approver of its form; empty where no initials are asked for. */
  readonly initials: readonly InitialedBy[];
}

export type ActOrder = Choices['actOrder'];
export type BookOwner = Choices['outgoingBookOwner'];
export type EntryOnPage = Choices['entryOnPage'];

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

/** A book that the e-office may own. */
export type OwnedBook = 'incoming' | 'outgoing';

/** Who numbers in a book. */
export function ownerOf({ incomingBookOwner, outgoingBookOwner }: AgencyProfile, book: OwnedBook): BookOwner {
  return book === 'incoming' ? incomingBookOwner : outgoingBookOwner;
}

/** Whether the e-office numbered in the book on a day of this year, as far as it has come: its book has lines of that year then. */
export function wasBookOfEOffice(
  versions: readonly AgencyProfileVersion[],
  book: OwnedBook,
  { year, until }: { readonly year: number; readonly until: CivilDate },
): boolean {
  const begun = versions.filter(({ validFrom }) => validFrom <= until && yearOf(validFrom) === year);
  const first = agencyProfileInForce(versions, civilDate(`${String(year)}-01-01`));
  return [first, ...begun].some(({ facts }) => ownerOf(facts, book) === 'eOffice');
}

/** A unit's abbreviation in symbols. */
export function unitSymbol(
  { unitSymbols }: AgencyProfile,
  unit: { readonly id: string; readonly symbol: string },
): string {
  return unitSymbols[unit.id] ?? unit.symbol;
}

const MAX_LINE_LENGTH = 200;
const MAX_CONTACT_LINES = 4;

/** What keeps facts from being printed; empty when nothing does. */
export function agencyProfileFlaws(facts: AgencyProfile): readonly Flaw[] {
  return [
    ...namesOf(PROFILE_LINES).flatMap((name) => lineFlaws(name, textsOf(facts)[name])),
    ...Object.entries(facts.unitSymbols).flatMap(([unitId, symbol]) => unitSymbolFlaws(`unit.${unitId}`, symbol)),
    ...contactFlaws(facts.contact),
    ...ownerFlaws(facts),
  ];
}

/** The single lines of the facts by their names. */
export function textsOf(facts: AgencyProfile): Texts<typeof PROFILE_LINES> {
  const texts = { ...facts, ...facts.titles, ...facts.citations };
  return textsFrom(PROFILE_LINES, (name) => texts[name]);
}

function lineFlaws(field: LineName, text: string): readonly Flaw[] {
  const line: ProfileLine = PROFILE_LINES[field];
  const { label, longest = MAX_LINE_LENGTH, rule } = line;
  if (text.trim() === '') return line.isOptional === true ? [] : [{ field, sentence: `Điền “${label}”.` }];
  if (text.length > longest) return [{ field, sentence: `“${label}” dài quá ${longest} ký tự; rút ngắn lại.` }];
  return rule === undefined ? [] : flaw(field, !rule.holds(text), rule.sentence(label));
}

function unitSymbolFlaws(field: string, symbol: string): readonly Flaw[] {
  const isAbbreviation = ABBREVIATION.holds(symbol) && symbol.length <= MAX_SYMBOL_LENGTH;
  return flaw(field, !isAbbreviation, ABBREVIATION.sentence(field));
}

function contactFlaws(contact: readonly string[]): readonly Flaw[] {
  if (contact.length > MAX_CONTACT_LINES) {
    return [{ field: 'contact', sentence: `Địa chỉ ở chân trang có nhiều nhất ${MAX_CONTACT_LINES} dòng.` }];
  }
  const isLong = contact.some((line) => line.length > MAX_LINE_LENGTH);
  return isLong ? [{ field: 'contact', sentence: `Mỗi dòng địa chỉ dài nhất ${MAX_LINE_LENGTH} ký tự.` }] : [];
}

/** The e-office numbers what it has, and it has a letter only once that is before its leader. */
function ownerFlaws({ actOrder, outgoingBookOwner }: AgencyProfile): readonly Flaw[] {
  const sentence =
    'Hệ thống quản lý văn bản cấp số đi thì văn bản lấy số sau khi lãnh đạo ký: chọn lãnh đạo ký trước, cấp số sau.';
  return flaw('outgoingBookOwner', outgoingBookOwner === 'eOffice' && actOrder === 'numberThenSign', sentence);
}
