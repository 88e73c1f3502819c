import type { BookOwner } from '../../agency-profile/domain/agency-profile.js';

/** asked: the e-office has not answered · given: the letter has its number · stopped: the e-office refused, or gave one that cannot stand in our register. */
export const NUMBER_ORDER_STATES = ['asked', 'given', 'stopped'] as const;

export type NumberOrderState = (typeof NUMBER_ORDER_STATES)[number];

/** How a letter that waits for the registry comes to its number, where the e-office's book gives it. */
export type NumberRoad =
  /** By a press: the e-office is asked over the wire. */
  | 'ask'
  /** It has been asked and has not answered. */
  | 'asked'
  /** A clerk reads it there and enters it here. */
  | 'byHand'
  /** It stopped: asked again once it is set right there, or entered by hand. */
  | 'stopped';

/**
 * Who numbers a letter. What was asked of the e-office stays with it although the book has changed hands since: it may have numbered the letter already. A
 * number that was printed before signing stays ours.
 *
 * @param owner who numbers what goes out today
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15: one number, one document.
 */
export function numbererOf(
  { hasNumber, order }: { readonly hasNumber: boolean; readonly order: { readonly state: NumberOrderState } | null },
  owner: BookOwner,
): BookOwner {
  if (hasNumber) return 'here';
  return order === null || order.state === 'given' ? owner : 'eOffice';
}

/** @param abilities of the e-office's signing desk @param order what was asked of it for the letter; null for nothing yet */
export function numberRoad(
  abilities: ReadonlySet<string>,
  order: { readonly state: NumberOrderState } | null,
): NumberRoad {
  if (!abilities.has('takeNumber')) return 'byHand';
  return order === null || order.state === 'given' ? 'ask' : order.state;
}
