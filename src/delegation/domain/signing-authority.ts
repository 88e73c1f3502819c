import { addDays, type CivilDate } from '../../kernel/civil-date.js';
import { authorityLines, type SignerTitles, type SigningForm } from './authority-lines.js';

/** One line of the table: who may sign, in which form, what, and from which day to which. */
export interface SigningAuthority {
  readonly id: string;
  readonly personId: string;
  readonly form: SigningForm;
  /** Under the power in the block; null where it is the agency's own word for the head or a deputy. */
  readonly position: string | null;
  /** Before the name, where the agency allows it: `TS.`. */
  readonly academicTitle: string | null;
  /** In whose name TM. signs; null for every other form. */
  readonly collective: string | null;
  /** The TL. line of a unit's head for whom a deputy signs KT.; null for all that rests on the head of the agency. */
  readonly sourceId: string | null;
  /** Kinds of documents by their names; empty for every kind. */
  readonly kinds: readonly string[];
  /** The field of work of a deputy; what a TUQ. is limited to. */
  readonly field: string | null;
  readonly validFrom: CivilDate;
  /** The last day; null as long as nobody ends it. */
  readonly validTo: CivilDate | null;
  /** The first day on which it holds no longer, although its last day is not over. */
  readonly endedFrom: CivilDate | null;
}

/** What those who ask a line whether it holds must know besides: the line that it rests on. */
export type AuthorityTable = readonly SigningAuthority[];

/** Whether a line, and what it rests on, holds on a day. */
export function holdsOn(table: AuthorityTable, authority: SigningAuthority, day: CivilDate): boolean {
  const { validFrom, validTo, endedFrom, sourceId } = authority;
  const isOwn = validFrom <= day && (validTo === null || day <= validTo) && (endedFrom === null || day < endedFrom);
  if (!isOwn || sourceId === null) return isOwn;
  const source = sourceOf(table, authority);
  return source !== null && holdsOn(table, source, day);
}

export function covers({ kinds }: Pick<SigningAuthority, 'kinds'>, kind: string): boolean {
  return kinds.length === 0 || kinds.includes(kind);
}

export function sourceOf(table: AuthorityTable, { sourceId }: SigningAuthority): SigningAuthority | null {
  return table.find(({ id }) => id === sourceId) ?? null;
}

/** A deputy signs before the head is troubled; a person who signs by special order comes last. */
const ORDER: readonly SigningForm[] = ['KT', 'head', 'Q', 'TM', 'TL', 'TUQ'];

/** Lines by which a kind of document may be signed on a day, the usual signer first. */
export function authoritiesFor(table: AuthorityTable, kind: string, day: CivilDate): readonly SigningAuthority[] {
  return table
    .filter((one) => covers(one, kind) && holdsOn(table, one, day))
    .toSorted((one, other) => ORDER.indexOf(one.form) - ORDER.indexOf(other.form) || later(one, other));
}

/** The line by which somebody signs a kind of document on a day; null when there is none. */
export function authorityOf(
  table: AuthorityTable,
  personId: string,
  { kind, day }: { readonly kind: string; readonly day: CivilDate },
): SigningAuthority | null {
  return authoritiesFor(table, kind, day).find((one) => one.personId === personId) ?? null;
}

/** Why somebody may not sign a kind of document on a day: never could, not yet, no more, or other kinds only. */
export function whyNot(
  table: AuthorityTable,
  personId: string,
  { kind, day }: { readonly kind: string; readonly day: CivilDate },
): 'never' | 'notYet' | 'noMore' | 'otherKinds' {
  const own = table.filter((one) => one.personId === personId);
  if (own.length === 0) return 'never';
  if (own.some((one) => holdsOn(table, one, day))) return 'otherKinds';
  const ofKind = own.filter((one) => covers(one, kind));
  if (ofKind.length === 0) return 'otherKinds';
  return ofKind.every(({ validFrom }) => validFrom > day) ? 'notYet' : 'noMore';
}

/**
 * The lines above the signature: `KT. GIÁM ĐỐC` / `PHÓ GIÁM ĐỐC`; through two hands
 * `TL. GIÁM ĐỐC` / `KT. CHÁNH VĂN PHÒNG` / `PHÓ CHÁNH VĂN PHÒNG`.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, phần I, mục II.7.
 */
export function blockLines(
  table: AuthorityTable,
  authority: SigningAuthority,
  titles: SignerTitles,
): readonly string[] {
  const { form, collective } = authority;
  const source = sourceOf(table, authority);
  const position = authority.position ?? (form === 'KT' ? titles.deputy : titles.head);
  if (source !== null) {
    const [power = ''] = blockLines(table, source, titles);
    return [power, ...authorityLines({ form, holder: source.position ?? '', position })];
  }
  const holder = form === 'head' ? position : form === 'TM' ? (collective ?? '') : titles.head;
  return authorityLines({ form, holder, position });
}

/** The name under the signature; a title stands before it only while the agency allows that. */
export function signedName(
  fullName: string,
  { academicTitle }: Pick<SigningAuthority, 'academicTitle'>,
  titlesAllowed: boolean,
): string {
  return academicTitle === null || !titlesAllowed ? fullName : `${academicTitle} ${fullName}`;
}

/** The last day on which a line holds by itself; null when none is set. */
export function lastDayOf({ validTo, endedFrom }: Pick<SigningAuthority, 'validTo' | 'endedFrom'>): CivilDate | null {
  if (endedFrom === null) return validTo;
  const ended = addDays(endedFrom, -1);
  return validTo !== null && validTo < ended ? validTo : ended;
}

function later(one: SigningAuthority, other: SigningAuthority): number {
  if (one.validFrom !== other.validFrom) return one.validFrom > other.validFrom ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
