import { hasRole, type Actor } from '../../kernel/actor.js';
import type { RegisterAct } from './register-line.js';
import type { Book } from './register.js';

/** What is vouched for when a year's book is closed: signed by the agency, and written at the end of the book's chain. */
export interface ClosingDigest {
  /** Code of the agency whose book it is. */
  readonly agency: string;
  readonly book: Book;
  readonly year: number;
  /** First and last number given, how many stand in the book, and how many of these are void. */
  readonly from: number;
  readonly to: number;
  readonly present: number;
  readonly voided: number;
  /** How many of them the e-office gave; left out where it gave none, so that older closings hold. */
  readonly givenThere?: number;
  /** Where the book's chain stood. */
  readonly chain: { readonly seq: number; readonly hash: string };
  /** The print-out that was kept. */
  readonly printSha256: string;
  readonly closedBy: string;
  /** ISO 8601, UTC. */
  readonly closedAt: string;
}

/** Who keeps the registers closes them. Source: Nghị định 30/2020/NĐ-CP, Điều 16 khoản 2 điểm b và Điều 22 khoản 3 điểm b. */
export function mayCloseRegister(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk');
}

/** A year's book can be closed once no day of the year is left. */
export function isYearOver(year: number, today: string): boolean {
  return today > `${year}-12-31`;
}

/**
 * What is still done to a line of a closed book: a document is recalled, or taken back by its sender, whenever it has to be.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 4, which names no end of the year.
 */
export function mayFollowClosing(act: RegisterAct): boolean {
  return act === 'recalled' || act === 'takenBack';
}
