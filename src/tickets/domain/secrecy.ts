import type { Actor } from '../../kernel/actor.js';
import type { CategoryRule } from '../../law/index.js';
import { withoutPeople, withoutSender, type Sender } from './sender.js';

/** Whose conduct a ticket is about, and whether its category keeps the sender from them. */
export interface ConductMatter extends Pick<CategoryRule, 'aboutConduct'> {
  readonly complainedUnitId: string | null;
}

/** Why a sender is hidden from a whole unit, whatever its people do with the ticket. */
export type Hiding = 'complainedUnit';

/**
 * Whether a ticket's sender is hidden from an actor's unit: by the ticket itself, or by another that tells of the same sender or the same matter.
 * One letter that was split tells the unit of its first matter who wrote as well as the unit of its second.
 *
 * @param matters the ticket, the others of its document, and the one it was merged into
 *
 * Source: Nghị định 154/2026/NĐ-CP, Điều 12 khoản 2.
 */
export function hidingFrom(actor: Actor, matters: readonly ConductMatter[]): Hiding | null {
  const hides = ({ aboutConduct, complainedUnitId }: ConductMatter): boolean =>
    aboutConduct && complainedUnitId !== null && complainedUnitId === actor.unitId;
  return matters.some(hides) ? 'complainedUnit' : null;
}

/** Words about a ticket as one reader gets them. Every page, list, program and file asks it; nothing else hands such words out. */
export interface TextFor {
  /** Whether something may have been taken out. */
  readonly redacted: boolean;
  /** What the citizen said or wrote, and what tells of it: subject, place, replies, reasons. */
  readonly ofCitizen: (text: string) => string;
  /** What a member of staff wrote. */
  readonly ofStaff: (text: string, by: StaffText) => string;
}

/** Where words of the staff come from. */
export interface StaffText {
  /** Those of the reader's own unit know no more than the reader, so only the sender leaves their words. */
  readonly ownUnit: boolean;
  /** Members of staff who work on the ticket: their names stay. */
  readonly colleagues: readonly string[];
}

/** @param hiding null where the reader may read everything */
export function textFor(hiding: Hiding | null, sender: Sender): TextFor {
  if (hiding === null) return OPEN_TEXT;
  return {
    redacted: true,
    ofCitizen: (text) => withoutPeople(text, sender),
    ofStaff: (text, { ownUnit, colleagues }) =>
      ownUnit ? withoutSender(text, sender) : withoutPeople(text, sender, colleagues),
  };
}

export const OPEN_TEXT: TextFor = { redacted: false, ofCitizen: (text) => text, ofStaff: (text) => text };
