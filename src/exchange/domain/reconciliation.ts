import { DAY_MS } from '../../kernel/civil-date.js';
import { NO_BYTES } from './inbox.js';

export type Direction = 'toUs' | 'fromUs';

/**
 * missingHere: taken from there, and not here, or here without bytes · unacknowledged: here, and the e-office still waits for our word ·
 * contentDiffers: other bytes there than here under the same name · unknownThere: here, and not listed there ·
 * missingThere: sent by our word, not listed there · receiptUnknown: listed there, not known as sent here · unknownHere: sent in our name, and we
 * have nothing of it · statusDiffers: a receiver's answer that we do not have · numberTaken: a number of a register that the e-office knows for a
 * document, and our register does not.
 */
export const DIFFERENCE_KINDS = [
  'missingHere',
  'unacknowledged',
  'contentDiffers',
  'unknownThere',
  'missingThere',
  'receiptUnknown',
  'unknownHere',
  'statusDiffers',
  'numberTaken',
] as const;

export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** What the app can do about a difference by itself, once somebody says so. */
export type Repair = 'fetch' | 'acknowledge' | 'resend' | 'adopt';

const REPAIRS: Readonly<Partial<Record<DifferenceKind, Repair>>> = {
  missingHere: 'fetch',
  unacknowledged: 'acknowledge',
  missingThere: 'resend',
  receiptUnknown: 'resend',
  statusDiffers: 'adopt',
};

/** @returns null where only a person can find out: by asking the other side, or in the papers */
export function repairOf(kind: DifferenceKind): Repair | null {
  return REPAIRS[kind] ?? null;
}

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
  /** A clerk enters it there, under whatever number stands next there. */
  readonly isEnteredByHand?: boolean;
}

export interface SentHere {
  readonly id: string;
  readonly consignmentId: string;
  readonly sha256: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly cancelledAt: Date | null;
}

/**
 * What is compared: nothing from before `from`. From `settled` on, what may still be on its way is left out: our acknowledgement, a receipt, what the
 * e-office has not listed yet. What it has of us and we do not is no such thing, however new: we write down first, and then acknowledge, send and mirror.
 */
export interface Window {
  readonly from: Date;
  readonly settled: Date;
}

export interface Difference {
  readonly kind: DifferenceKind;
  readonly direction: Direction;
  /** What it is about, by the name that both sides know: with the kind, one difference has one name for ever. */
  readonly subject: string;
  readonly at: Date;
  readonly documentId?: string;
  readonly inboxId?: string;
  readonly dispatchId?: string;
  readonly sha256There?: string;
  readonly sha256Here?: string;
  /** What a repair needs, and what a person reads. */
  readonly facts: Readonly<Record<string, string>>;
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
  const isTheirNumber = there.mirrored === undefined || here?.isEnteredByHand === true;
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

function isWithin(at: Date, { from, settled }: Window): boolean {
  return at >= from && at < settled;
}

/** What is compared by itself reaches back a week: longer than any weekend with a holiday before it, and short enough to be asked each day. */
const REACH_MS = 7 * DAY_MS;
/** Overlap with the last comparison, for messages that were on their way then. */
const OVERLAP_MS = DAY_MS;
/** What is younger may be on its way: a poll, a retry, an acknowledgement. */
const ON_ITS_WAY_MS = 10 * 60_000;
/** A comparison that did not end in that time belonged to a process that was killed. */
const MAX_RUN_MS = 30 * 60_000;

/** @param asked where a person wants it to begin; left out: a week ago, or a day before the last comparison that ended, whichever is earlier */
export function windowOf(now: Date, lastDone: Date | null, asked?: Date): Window {
  const week = now.getTime() - REACH_MS;
  const since = lastDone === null ? week : Math.min(week, lastDone.getTime() - OVERLAP_MS);
  return { from: asked ?? new Date(since), settled: new Date(now.getTime() - ON_ITS_WAY_MS) };
}

/** What a comparison finds only of a restored database, or of an e-office that others answer in our name: we had it and have it no longer. */
const FROM_BEFORE: readonly DifferenceKind[] = ['missingHere', 'unknownHere', 'numberTaken'];

/** Whether this tells of work that the database has lost. A message that is here without bytes was never handed over, and is no such thing. */
export function tellsOfRestore({ kind, inboxId, facts }: Difference): boolean {
  if (kind === 'numberTaken' && facts['hereNumber'] !== undefined) return false;
  return FROM_BEFORE.includes(kind) && (kind === 'numberTaken' || inboxId === undefined);
}

/** Whether a difference that was not found again is gone: it would have been seen if it still stood. */
export function wasLookedAt({ kind, at }: Pick<Difference, 'kind' | 'at'>, { from, settled }: Window): boolean {
  if (kind === 'statusDiffers') return true;
  return at >= from && (at < settled || FROM_BEFORE.includes(kind));
}

/** The window compared when a process starts: the last comparison that ended, and what was on its way then. @returns null where nothing was ever exchanged */
export function tailOf(now: Date, lastDone: Date | null, first: Date | null): Window | null {
  if (first === null) return null;
  const since = lastDone === null ? first : new Date(lastDone.getTime() - OVERLAP_MS);
  return { from: since, settled: new Date(now.getTime() - ON_ITS_WAY_MS) };
}

/** Once a day. */
export function isComparisonDue(now: Date, lastDone: Date | null): boolean {
  return lastDone === null || now.getTime() - lastDone.getTime() >= DAY_MS;
}

export function isAbandoned(now: Date, startedAt: Date): boolean {
  return now.getTime() - startedAt.getTime() > MAX_RUN_MS;
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

/** How far the e-office's clock is from ours, so that the way of question and answer counts half; milliseconds, positive where theirs is ahead. */
export function skewOf(asked: Date, answered: Date, serverTime: Date): number {
  return serverTime.getTime() - (asked.getTime() + answered.getTime()) / 2;
}

/** Above this the clerk is told: minutes decide whether a letter was in time. */
export const SKEW_TOLD_MS = 60_000;
