import { DomainError } from '../../../kernel/domain-error.js';
import type { CategoryRule } from '../../../law/index.js';
import { teaches, type UnitKind } from '../../../organisation/domain/functions.js';
import { namesSender, NO_SENDER, withoutPeople, withoutSender, type Sender } from './sender.js';

/** Whose conduct a ticket is about, as far as the desk has said. */
export interface Complaint {
  readonly complainedUnitId: string | null;
  /** When it was said that no unit is meant; null where one is named, and while nobody has said either. */
  readonly aboutNoUnitAt: Date | null;
}

/** A complaint, and whether its category keeps the sender from whom it is about. */
export type ConductMatter = Complaint & Pick<CategoryRule, 'aboutConduct'>;

/** Who reads: of which unit, with those that are one with it, and of what kind they are. */
export interface UnitOfReader {
  /** The own one, the parts of the same school, and those that were closed into them: none for a reader without a unit. */
  readonly unitIds: ReadonlySet<string>;
  /** Null where nobody knows. */
  readonly unitKind: UnitKind | null;
  /** Whether it is a commune's, and so no part of the department. */
  readonly ofCommune: boolean;
}

/**
 * Why a sender is hidden: from a whole unit, whatever its people do with the ticket, since it is complained about, or nobody has said that it is not, or
 * it is outside the department; or, of a denunciation, from everybody who does not handle it.
 */
export type Hiding = 'complainedUnit' | 'perhapsComplained' | 'outsideUnit' | 'denouncer';

/** Whether nobody has said yet whom conduct is complained of. */
export function mayBeAboutAnyUnit({ aboutConduct, complainedUnitId, aboutNoUnitAt }: ConductMatter): boolean {
  return aboutConduct && complainedUnitId === null && aboutNoUnitAt === null;
}

/** Whether a matter hides the sender from some unit: one is named, or nobody has said yet which. */
export function hidesFromSomebody(matter: ConductMatter): boolean {
  return mayBeAboutAnyUnit(matter) || (matter.aboutConduct && matter.complainedUnitId !== null);
}

/**
 * Why a ticket's sender is hidden from a unit: by the ticket itself, or by another that tells of the same sender or the same matter. One letter that was
 * split tells the unit of its first matter who wrote as well as the unit of its second. A unit that was closed lives on, with its people, in the one that
 * follows. A commune's units are outside the department, and no sender is known to them. Until the desk has named a unit, or said that none is meant, it may be any school or centre: feedback is mostly about those that teach.
 *
 * @param matters the ticket, the others of its document, and the one it was merged into
 * @returns null where it is not hidden
 *
 * Source: Nghị định 154/2026/NĐ-CP, Điều 12 khoản 2.
 */
export function hidingFrom(
  { unitIds, unitKind, ofCommune }: UnitOfReader,
  matters: readonly ConductMatter[],
): Hiding | null {
  if (unitIds.size === 0) return null;
  const named = matters.some(
    ({ aboutConduct, complainedUnitId }) => aboutConduct && unitIds.has(complainedUnitId ?? ''),
  );
  if (named) return 'complainedUnit';
  if (ofCommune) return 'outsideUnit';
  const mayBeMeant = unitKind === null || teaches(unitKind);
  return mayBeMeant && matters.some(mayBeAboutAnyUnit) ? 'perhapsComplained' : null;
}

/** Why a sender is hidden from somebody who belongs to several units: what is hidden from one of them is hidden. */
export function hidingFromAny(readers: readonly UnitOfReader[], matters: readonly ConductMatter[]): Hiding | null {
  const found = readers.map((reader) => hidingFrom(reader, matters));
  return found.find((one) => one === 'complainedUnit') ?? found.find((one) => one !== null) ?? null;
}

/** What the desk says of a complaint: a unit, none, or that it does not know yet. */
export interface ComplaintSaid {
  readonly complainedUnitId: string | null;
  readonly aboutNoUnit?: boolean;
}

/** @throws DomainError `input-invalid` when a unit is named and none meant at once */
export function complaintOf({ complainedUnitId, aboutNoUnit = false }: ComplaintSaid, now: Date): Complaint {
  if (complainedUnitId !== null && aboutNoUnit) {
    const message = 'Chọn một đơn vị bị phản ánh, hoặc không phản ánh đơn vị nào; không chọn cả hai.';
    throw new DomainError('input-invalid', { field: 'complainedUnitId', message });
  }
  return { complainedUnitId, aboutNoUnitAt: aboutNoUnit ? now : null };
}

/** Words about a ticket as one reader gets them. Every page, list, program and file asks it; nothing else hands such words out. */
export interface TextFor {
  /** Whether the sender of the ticket, and everybody with them, has been taken out. */
  readonly redacted: boolean;
  /** Whether the reader sees everything, about everybody. */
  readonly whole: boolean;
  /** What the citizen said or wrote, and what tells of it: subject, place, replies, reasons. */
  readonly ofCitizen: (text: string) => string;
  /** What a member of staff wrote. */
  readonly ofStaff: (text: string, by: StaffText) => string;
  /** Whether a text names the sender, for readers who may know them; never where they are hidden from the reader. */
  readonly namesSender: (text: string) => boolean;
}

/** Where words of the staff come from. */
export interface StaffText {
  /**
   * Whether their author did not know the sender either. Such words lead to the sender by a guess at most, and what is done with a guess must not tell
   * whether it is right: they are read by what any text shows, and by nothing that is known of the sender.
   */
  readonly uninformed: boolean;
  /** Members of staff who work on the ticket: their names stay. */
  readonly colleagues: readonly string[];
}

/**
 * How words about a ticket read.
 *
 * @param hiding null where the reader may know who sent it
 * @param others senders of tickets merged with it who are hidden from the reader: one ticket may be told of in the other
 */
export function textFor(hiding: Hiding | null, sender: Sender, others: readonly Sender[] = []): TextFor {
  const withoutOthers = (text: string): string => others.reduce((left, other) => withoutSender(left, other), text);
  const known = (text: string): boolean => namesSender(text, sender);
  if (hiding === null && others.length === 0) return { ...OPEN_TEXT, namesSender: known };
  const judged = (text: string, by: StaffText, informed: (text: string) => string): string =>
    by.uninformed ? withoutPeople(text, NO_SENDER, by.colleagues) : informed(withoutOthers(text));
  if (hiding === null) {
    const ofStaff: TextFor['ofStaff'] = (text, by) => judged(text, by, (left) => left);
    return { redacted: false, whole: false, ofCitizen: withoutOthers, ofStaff, namesSender: known };
  }
  return {
    redacted: true,
    whole: false,
    ofCitizen: (text) => withoutPeople(withoutOthers(text), sender),
    ofStaff: (text, by) => judged(text, by, (left) => withoutPeople(left, sender, by.colleagues)),
    namesSender: () => false,
  };
}

export const OPEN_TEXT: TextFor = {
  redacted: false,
  whole: true,
  ofCitizen: (text) => text,
  ofStaff: (text) => text,
  namesSender: () => false,
};

const SEALED = 'Nội dung được giữ bí mật';

/** Words of a denunciation for those who do not handle it: none. Source: Luật Tố cáo 2018, Điều 8, 56 (unconfirmed). */
export const SEALED_TEXT: TextFor = {
  redacted: true,
  whole: false,
  ofCitizen: (text) => (text === '' ? '' : SEALED),
  ofStaff: (text) => (text === '' ? '' : SEALED),
  namesSender: () => false,
};
