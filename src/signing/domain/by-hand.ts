import { isLetterSealed } from './letter-annexes.js';
import type { SignatureState } from './signature-request.js';

/** A file that a person has to bring, because the e-office hands none over: of the leader, then of the agency. */
export type BroughtFile = 'signed' | 'sealed';

/** What a person has to bring for a letter as it stands; null where nothing, or where the e-office hands its files over itself. */
export function awaitedByHand(
  request: { readonly state: SignatureState; readonly sealedSha256: string | null; readonly proof: object | null },
  abilities: ReadonlySet<string>,
): BroughtFile | null {
  const fetched = abilities.has('signedFile');
  if (request.state === 'submitted') return fetched ? null : 'signed';
  const isSealedThere = fetched && abilities.has('seal');
  return request.state === 'sealing' && !isSealedThere && !isLetterSealed(request) ? 'sealed' : null;
}
