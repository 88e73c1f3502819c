import { NO_BYTES } from './inbox.js';
import { type Window, isWithin } from './comparison-window.js';
import type { DifferenceKind, Difference } from './difference.js';

/** A message as the e-office remembers it. */
export interface MessageThere {
  readonly messageId: string;
  readonly consignmentId?: string;
  readonly kind: 'document' | 'status';
  readonly fromAgency: string;
  readonly documentId?: string;
  readonly size: number;
  readonly sha256: string;
  readonly at: Date;
  readonly acknowledged: boolean;
  readonly mirrored?: RegisterNumber;
}

export interface RegisterNumber {
  readonly number: number;
  readonly year: number;
}

export interface ReceivedHere {
  readonly id: string;
  readonly remoteId: string;
  readonly documentId: string | null;
  readonly sha256: string;
  readonly queuedAt: Date;
  readonly receivedAt: Date;
  /** Its line of the incoming register; null without one. */
  readonly registered: RegisterNumber | null;
  /** Its number there is not ours: a clerk enters it there under whatever stands next, or the line waits for what that book gives. */
  readonly isNumberedThere?: boolean;
}

export interface SentHere {
  readonly id: string;
  readonly consignmentId: string;
  readonly sha256: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly cancelledAt: Date | null;
}

/** Messages to us: theirs against ours. An older one is listed where its line was mirrored in the window. @param here those of the window, and all that are listed there */
export function compareReceived(
  there: readonly MessageThere[],
  here: readonly ReceivedHere[],
  window: Window,
): readonly Difference[] {
  const ours = new Map(here.map((one) => [one.remoteId, one]));
  const theirs = new Set(there.map(({ messageId }) => messageId));
  const found = there
    .filter(({ at, mirrored }) => at >= window.from || mirrored !== undefined)
    .flatMap((one) => receivedDifferences(one, ours.get(one.messageId), window));
  const unknown = here
    .filter(({ remoteId, queuedAt }) => !theirs.has(remoteId) && isWithin(queuedAt, window))
    .map(({ id, remoteId, queuedAt, documentId, sha256 }): Difference => ({
      kind: 'unknownThere',
      direction: 'toUs',
      subject: remoteId,
      at: queuedAt,
      facts: {},
      inboxId: id,
      sha256Here: sha256,
      ...(documentId === null ? {} : { documentId }),
    }));
  return [...found, ...unknown];
}

function receivedDifferences(there: MessageThere, here: ReceivedHere | undefined, window: Window): Difference[] {
  const base = receivedBase(there, here);
  const isTheirNumber = there.mirrored === undefined || here?.isNumberedThere === true;
  const numbers = isTheirNumber ? [] : takenNumber(there.mirrored, here?.registered ?? null, base);
  const kind = receivedKind(there, here, window);
  return kind === null ? numbers : [{ ...base, kind }, ...numbers];
}

function receivedKind(there: MessageThere, here: ReceivedHere | undefined, window: Window): DifferenceKind | null {
  // What waits there for us comes with the next look.
  if (here === undefined) return there.acknowledged ? 'missingHere' : null;
  if (here.sha256 === NO_BYTES) return 'missingHere';
  if (here.sha256 !== there.sha256) return 'contentDiffers';
  return !there.acknowledged && here.receivedAt < window.settled ? 'unacknowledged' : null;
}

function receivedBase(there: MessageThere, here: ReceivedHere | undefined): Omit<Difference, 'kind'> {
  const { messageId, fromAgency, size, at, kind, documentId, sha256, mirrored } = there;
  const facts = {
    messageId,
    fromAgency,
    size: String(size),
    kind,
    ...(mirrored === undefined ? {} : { number: String(mirrored.number), year: String(mirrored.year) }),
  };
  return {
    direction: 'toUs',
    subject: messageId,
    at,
    sha256There: sha256,
    facts,
    ...(documentId === undefined ? {} : { documentId }),
    ...(here === undefined ? {} : { inboxId: here.id, sha256Here: here.sha256 }),
  };
}

function takenNumber(
  mirrored: RegisterNumber,
  registered: RegisterNumber | null,
  base: Omit<Difference, 'kind'>,
): Difference[] {
  if (registered?.number === mirrored.number && registered.year === mirrored.year) return [];
  const facts = { ...base.facts, ...registeredFacts(registered), book: 'incoming' };
  return [{ ...base, kind: 'numberTaken', subject: numberName('incoming', mirrored), facts }];
}

function registeredFacts(registered: RegisterNumber | null): Readonly<Record<string, string>> {
  return registered === null ? {} : { hereNumber: String(registered.number) };
}

function numberName(book: 'incoming' | 'outgoing', { number, year }: RegisterNumber): string {
  return `${book} ${String(year)} ${String(number)}`;
}

/** Messages from us: theirs against ours. @param here those sent in the window, and all that are listed there */
export function compareSent(
  there: readonly MessageThere[],
  here: readonly SentHere[],
  window: Window,
): readonly Difference[] {
  const ours = new Map(here.map((one) => [one.consignmentId, one]));
  const theirs = new Set(there.map(({ consignmentId }) => consignmentId));
  const found = there
    .filter(({ at }) => at >= window.from)
    .flatMap((one) => sentDifferences(one, ours.get(one.consignmentId ?? ''), window));
  const missing = here.flatMap((one): Difference[] => {
    const { id, consignmentId, sentAt, sha256 } = one;
    if (sentAt === null || theirs.has(consignmentId) || !isWithin(sentAt, window)) return [];
    const base = { direction: 'fromUs' as const, subject: consignmentId, at: sentAt, dispatchId: id, facts: {} };
    return [{ ...base, kind: 'missingThere', ...(sha256 === null ? {} : { sha256Here: sha256 }) }];
  });
  return [...found, ...missing];
}

function sentDifferences(there: MessageThere, here: SentHere | undefined, window: Window): Difference[] {
  const { messageId, consignmentId, kind, size, at, documentId, sha256 } = there;
  const base = {
    direction: 'fromUs' as const,
    subject: consignmentId ?? messageId,
    at,
    sha256There: sha256,
    facts: { messageId, kind, size: String(size) },
    ...(documentId === undefined ? {} : { documentId }),
  };
  if (here === undefined) return [{ ...base, kind: 'unknownHere' }];
  const known = { ...base, dispatchId: here.id };
  if (here.sha256 !== null && here.sha256 !== sha256) {
    return [{ ...known, kind: 'contentDiffers', sha256Here: here.sha256 }];
  }
  return here.sentAt === null && here.createdAt < window.settled ? [{ ...known, kind: 'receiptUnknown' }] : [];
}

/** A letter of ours that the e-office knows by its number. */
export interface NamedThere extends RegisterNumber {
  readonly documentId: string;
  readonly at: Date;
}

/**
 * Numbers of letters that left in our name and that our register does not have for that letter, as after an old backup was restored: given out
 * again, two letters would bear them.
 *
 * @param here names of our documents, by year and number
 */
export function compareNumbers(there: readonly NamedThere[], here: ReadonlyMap<string, string>): readonly Difference[] {
  return there.flatMap(({ documentId, at, ...named }) => {
    const held = here.get(numberKey(named));
    if (held === documentId) return [];
    const facts = {
      book: 'outgoing',
      number: String(named.number),
      year: String(named.year),
      ...(held === undefined ? {} : { heldBy: held }),
    };
    const subject = numberName('outgoing', named);
    return [{ kind: 'numberTaken', direction: 'fromUs', subject, at, documentId, facts } as const];
  });
}

export function numberKey({ number, year }: RegisterNumber): string {
  return `${String(year)}/${String(number)}`;
}

/** What a receiver said of a letter, as the e-office and as we have it. */
export interface Answers {
  readonly dispatchId: string;
  readonly documentId: string;
  readonly agencyCode: string;
  readonly there: { readonly status: string; readonly at: Date; readonly description?: string };
  readonly here: string | null;
}

const ANSWERS: readonly string[] = ['15', '16'];

/** The last answer to a recall or a change counts; any other status asks nothing of us. */
export function compareAnswers(all: readonly Answers[]): readonly Difference[] {
  return all.flatMap(({ dispatchId, documentId, agencyCode, there, here }) => {
    if (!ANSWERS.includes(there.status) || there.status === here) return [];
    const facts = {
      agencyCode,
      status: there.status,
      answeredAt: there.at.toISOString(),
      ...(there.description === undefined ? {} : { description: there.description }),
    };
    const subject = `${documentId} ${agencyCode}`;
    return [
      { kind: 'statusDiffers', direction: 'fromUs', subject, at: there.at, documentId, dispatchId, facts } as const,
    ];
  });
}

/** The number of our register that the e-office mirrors for what was found; null where it has none. */
export function numberOf(facts: Difference['facts']): RegisterNumber | null {
  const { number, year } = facts;
  return number === undefined || year === undefined ? null : { number: Number(number), year: Number(year) };
}

/** The order in which missing messages are fetched: as their lines were numbered, so that they get the same numbers again; then as they were queued. */
export function inOrderOfNumbers<T extends Pick<Difference, 'at' | 'facts'>>(missing: readonly T[]): readonly T[] {
  const rank = ({ facts, at }: T): readonly [number, number, number] => [
    Number(facts['year'] ?? '9999'),
    Number(facts['number'] ?? String(Number.MAX_SAFE_INTEGER)),
    at.getTime(),
  ];
  return [...missing].sort((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
  });
}
