import {
  findKnown,
  leadingToNobody,
  withoutKnown,
  withoutPeople as withoutPrivate,
} from '../../../privacy/domain/find-private.js';
import type { KnownPerson } from '../../../privacy/domain/known-person.js';

/** What is known about the sender. */
export interface Sender {
  readonly senderName: string;
  readonly senderPhone: string;
  readonly senderEmail: string;
  readonly senderAddress: string;
}

/** Nobody: a text is judged by what it shows alone. */
export const NO_SENDER: Sender = { senderName: '', senderPhone: '', senderEmail: '', senderAddress: '' };

/**
 * A text about a ticket without private details, and without whatever is known of its sender. Its place, its unit and its other texts say which school it
 * speaks of, so that no class stays.
 *
 * @param colleagues names that stay, unless the sender bears one
 */
export function withoutPeople(text: string, sender: Sender, colleagues: readonly string[] = []): string {
  return withoutPrivate(text, { ...knownOf(sender), atSchool: true }, colleagues);
}

/** A text about a ticket without what is known of its sender alone; others stay named. */
export function withoutSender(text: string, sender: Sender): string {
  return withoutKnown(text, knownOf(sender));
}

/** Whether a text tells of its sender, by what is known of them alone. */
export function namesSender(text: string, sender: Sender): boolean {
  return findKnown(text, knownOf(sender)).length > 0;
}

/** What of a text leads neither to its sender nor to anybody else, in pieces. */
export function wordsOfNobody(text: string, sender: Sender): string {
  return leadingToNobody(text, knownOf(sender));
}

/** A sender as texts are searched for them. */
export function knownOf({ senderName, senderPhone, senderEmail, senderAddress }: Sender): KnownPerson {
  return { name: senderName, phone: senderPhone, email: senderEmail, address: senderAddress };
}
