import { DomainError } from '../../kernel/domain-error.js';
import type { LetterProof } from './proof/proof-case.js';
import { isOnlyShortOfEvidence, isWithdrawn, mayGoOn } from './proof/proof-override.js';

/**
 * pending: enqueued, the e-office has not taken it yet · submitted: at the leader · returned, rejected, failed: the e-office says so ·
 * cancelled: taken back, here or there · signed: signed there, the file is being fetched and verified · proofFailed: what came back is not what was
 * submitted, is signed by who might not, or could not be had or judged ·
 * verified: proved, waits for the registry · sealing: number taken, seal ordered · sealFailed: no seal, or the sealed file did not prove itself, or
 * could not be had or judged; the registry may order it again under the same number, or void the number (cancelled) · sealed: proved whole, until what
 * it rests on fails · released: sent.
 */
export const SIGNATURE_STATES = [
  'pending',
  'submitted',
  'returned',
  'rejected',
  'cancelled',
  'failed',
  'signed',
  'proofFailed',
  'verified',
  'sealing',
  'sealFailed',
  'sealed',
  'released',
] as const;

export type SignatureState = (typeof SIGNATURE_STATES)[number];

declare module '../../journal/domain/acts.js' {
  interface KnownActs {
    readonly signing: `signature.${SignatureState}`;
  }
}

/** Who moved a request: somebody here, this system, or news from the e-office. */
export type StepSource = 'person' | 'system' | 'eOffice';

/** asked: enqueued, the e-office has not answered · done: it lies there no longer · refused: the e-office keeps it. */
export type Withdrawal = 'asked' | 'done' | 'refused';

const NEXT: Readonly<Record<SignatureState, readonly SignatureState[]>> = {
  pending: ['submitted', 'failed', 'cancelled'],
  submitted: ['returned', 'rejected', 'cancelled', 'failed', 'signed'],
  returned: [],
  rejected: [],
  cancelled: [],
  failed: [],
  signed: ['verified', 'proofFailed', 'cancelled'],
  proofFailed: [],
  verified: ['sealing', 'proofFailed', 'cancelled'],
  sealing: ['sealed', 'sealFailed'],
  sealFailed: ['sealing', 'cancelled'],
  sealed: ['released', 'sealFailed'],
  released: [],
};

export function maySignatureMove(from: SignatureState, to: SignatureState): boolean {
  return NEXT[from].includes(to);
}

/** @throws DomainError `signature-transition-refused` */
export function requireSignatureMove(from: SignatureState, to: SignatureState): void {
  if (!maySignatureMove(from, to)) throw new DomainError('signature-transition-refused', { from, to });
}

/** Steps by time; of those of one moment each stands after the state that it may follow. */
export function inCourse<S extends { readonly at: Date; readonly state: SignatureState }>(steps: readonly S[]): S[] {
  const left = steps.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const course: S[] = [];
  while (left.length > 0) {
    const moment = left[0]?.at.getTime();
    const before = course.at(-1)?.state;
    const mayCome = (to: SignatureState): boolean =>
      before === undefined ? to === 'pending' : maySignatureMove(before, to);
    const next = left.findIndex(({ at, state }) => at.getTime() === moment && mayCome(state));
    course.push(...left.splice(Math.max(next, 0), 1));
  }
  return course;
}

/** States in which the e-office may have news for us. */
export const AWAITED: readonly SignatureState[] = ['submitted', 'sealing'];

/** What the e-office has to say of a letter, as far as it decides anything here. */
export interface RemoteNews {
  readonly status: string;
  /** Whether it names the file as it stands now. */
  readonly hasFile: boolean;
}

/** What an end without a signature is called here. */
const WITHOUT_SIGNATURE: Readonly<Record<string, 'returned' | 'rejected' | 'cancelled' | 'failed'>> = {
  returned: 'returned',
  rejected: 'rejected',
  cancelled: 'cancelled',
  failed: 'failed',
};

const SIGNED: readonly string[] = ['signed', 'numbered', 'sealed', 'published'];
const SEALED: readonly string[] = ['sealed', 'published'];

/** Whether the agency's seal is on, by the e-office's word. */
export function isSealedThere(status: string): boolean {
  return SEALED.includes(status);
}

export type Consequence =
  | 'signed'
  /** The state stays; the sealed file is to be fetched and proved. */
  | 'proveSeal'
  | 'sealFailed'
  | 'returned'
  | 'rejected'
  | 'cancelled'
  | 'failed'
  /** Nothing to do, and nothing more to come of this revision. */
  | 'noted'
  /** The file that belongs to it is still to come, perhaps under the same revision. */
  | 'unfinished';

/** A request as far as news of the e-office is compared with it. */
export interface StandingRequest {
  readonly state: SignatureState;
  /** Highest revision of the e-office's state that was heeded. */
  readonly remoteRevision: number;
  /** What the leader signed, where it has come back. */
  readonly signedSha256: string | null;
}

/** States in which the letter was taken back: what is signed all the same is kept, and goes nowhere. */
const TAKEN_BACK: readonly SignatureState[] = ['cancelled', 'failed'];

/**
 * What a word of the e-office does to a request as it stands. A word that comes late, twice, out of order or in a state that waits for none does
 * `nothing`; what is signed on a letter that was taken back is `late`.
 */
export function outcomeOf(
  request: StandingRequest,
  news: RemoteNews & { readonly revision: number },
): Consequence | 'late' | 'nothing' {
  const { state, remoteRevision } = request;
  if (TAKEN_BACK.includes(state)) return isLate(request, news) ? 'late' : 'nothing';
  if (state !== 'submitted' && state !== 'sealing') return 'nothing';
  return news.revision <= remoteRevision ? 'nothing' : consequenceOf(state, news);
}

/** The leader's signature counts as late whatever its revision, unless it is in our hands already; then only a seal that was not heard of before does. */
function isLate(
  { signedSha256, remoteRevision }: StandingRequest,
  { status, hasFile, revision }: RemoteNews & { readonly revision: number },
): boolean {
  if (!hasFile) return false;
  if (signedSha256 === null) return SIGNED.includes(status);
  return SEALED.includes(status) && revision > remoteRevision;
}

/** What news of the e-office means for a letter that awaits it. A state that is skipped there is not waited for here. */
export function consequenceOf(state: 'submitted' | 'sealing', { status, hasFile }: RemoteNews): Consequence {
  const ended = WITHOUT_SIGNATURE[status];
  if (ended !== undefined) return state === 'submitted' ? ended : 'sealFailed';
  const awaited = state === 'submitted' ? SIGNED : SEALED;
  if (!awaited.includes(status)) return 'noted';
  if (!hasFile) return 'unfinished';
  return state === 'submitted' ? 'signed' : 'proveSeal';
}

/** The file of a letter that waits for evidence; null where it waits for none, and where what was missing has come and speaks against it. */
export function fileShortOfEvidence(request: {
  readonly state: SignatureState;
  readonly proof: object | null;
  readonly signedSha256: string | null;
  readonly sealedSha256: string | null;
}): string | null {
  const { state, proof, signedSha256, sealedSha256 } = request;
  if (proof === null || mayGoOn(proof) || isWithdrawn(proof) || !('lines' in proof)) return null;
  if (!isOnlyShortOfEvidence(proof as Pick<LetterProof, 'lines'>)) return null;
  if (state === 'signed') return signedSha256;
  return state === 'sealing' ? sealedSha256 : null;
}

/**
 * From which revision of the e-office's state on there is news once the seal is ordered again: a sealed file that did not prove itself, or could not be
 * had or judged, is fetched and judged again, for a list of revoked certificates may have been missing; a refusal counts only when it is a new one.
 */
export function revisionToPassAgain(seen: number, stoppedBy: 'proof' | 'refusal'): number {
  return stoppedBy === 'proof' ? seen - 1 : seen;
}

/**
 * Our id of one submission in the e-office: constant over retries, new for each revision of the draft and each time it is submitted.
 *
 * @param subject the ticket's code, or the template's name where it answers none; letters, digits, dots and dashes only
 * @param time 1 for the first submission of that revision, 2 when it came back and goes again unchanged
 */
export function clientRequestId(
  subject: string,
  draft: { readonly id: string; readonly revision: number },
  time: number,
): string {
  const again = time === 1 ? '' : `-l${time}`;
  return `SGDDT-${subject}-${draft.id.slice(0, 8)}-r${draft.revision}${again}`;
}
