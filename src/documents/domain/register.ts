/** The registers that give numbers (Decree 30/2020/NĐ-CP, Annex IV; copies by Annex I, part II); each counts from 1 in every year, +07:00. */
export const BOOKS = ['incoming', 'outgoing', 'copies'] as const;

export type Book = (typeof BOOKS)[number];

/** numbered: in the register, not yet sealed · sealed: both signatures verified · released: sent · voided: number kept, with a reason. */
export const OUTGOING_STATES = ['numbered', 'sealed', 'released', 'voided'] as const;

export type OutgoingState = (typeof OUTGOING_STATES)[number];

/** correction: form or procedure set right by công văn · replacement: content changed, by a document of the same kind. */
export const AMENDMENTS = ['correction', 'replacement'] as const;

export type Amendment = (typeof AMENDMENTS)[number];

/** What another agency does to a document that it has sent us: update: corrected under the same name · replacement: another takes its place. */
export const INCOMING_AMENDMENTS = ['update', 'replacement'] as const;

export type IncomingAmendment = (typeof INCOMING_AMENDMENTS)[number];

/**
 * A number as it stands on paper: below ten with a leading zero.
 *
 * @throws RangeError unless it is a whole number from 1
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3.
 */
export function printedNumber(number: number): string {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`Not a number of a register: ${number}`);
  return number < 10 ? `0${number}` : String(number);
}

/** Whether a document may still get its seal: one whose proved seal turned out not to hold has had it. */
export function maySealAgain({ state }: { readonly state: OutgoingState }): boolean {
  return state === 'numbered';
}

/** `513/SGDĐT-GDTrH` */
export function printedCode(number: number, notation: string): string {
  return `${printedNumber(number)}/${notation}`;
}
