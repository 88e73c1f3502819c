import { DomainError } from '../../kernel/domain-error.js';
import { atOnce, type Steps } from '../../kernel/turns.js';
import { findingSteps } from './find-private.js';
import type { Finding, FindingKind } from './finding.js';

/** What goes out to nobody: it leads to one person by itself. Names of officials, addresses of schools and classes may have to stay. */
const NEVER_PUBLIC: ReadonlySet<FindingKind> = new Set([
  'phone',
  'email',
  'citizenId',
  'passport',
  'personalCode',
  'taxCode',
  'bankAccount',
  'birthDate',
  'profile',
]);

/** The longest text that is searched for a person who types it, in characters: more than any field of ours that goes out may have. */
export const MAX_MASKED_LENGTH = 20_000;

/** Whether a person may look at a finding and leave the words where they are. */
export function mayStay({ kind, confidence }: Finding): boolean {
  return !NEVER_PUBLIC.has(kind) && !(kind === 'childName' && confidence === 'certain');
}

/**
 * What is private in a text and not settled yet.
 *
 * @param left the words that a person has looked at and left, as they stand in the text
 */
export function unsettled(text: string, left: readonly string[] = []): readonly Finding[] {
  return atOnce(unsettledSteps(text, left));
}

/** As `unsettled`, with breaks between its steps. */
export function* unsettledSteps(text: string, left: readonly string[] = []): Steps<readonly Finding[]> {
  const known = new Set(left.map((words) => words.normalize('NFC')));
  return (yield* findingSteps(text)).filter((finding) => {
    const words = text.slice(finding.offset, finding.offset + finding.length).normalize('NFC');
    return !mayStay(finding) || !known.has(words);
  });
}

/**
 * The guard of every text that the public reads.
 *
 * @param left the words that a person has looked at and left, as they stand in the text: an official's name, a school's address
 * @throws DomainError `text-names-private` with kinds and places, never with the words
 *
 * Source: Luật 91/2025/QH15; Nghị định 154/2026/NĐ-CP, Điều 12 khoản 2.
 */
export function requireCleanText(text: string, left: readonly string[] = []): void {
  const findings = unsettled(text, left);
  if (findings.length === 0) return;
  throw new DomainError('text-names-private', {
    kinds: [...new Set(findings.map(({ kind }) => kind))],
    findings: findings.map(({ kind, offset, length }) => ({ kind, offset, length })),
  });
}
