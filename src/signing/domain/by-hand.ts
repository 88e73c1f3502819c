import { isAwaitingAnnexes } from './letter-annexes.js';
import type { SignatureState } from './signature-request.js';

/** What a person has to bring, because the e-office hands none over: the file of the leader, that of the agency, then the annexes it signed. */
export type BroughtFile = 'signed' | 'sealed' | 'annexes';

/** What a person has to bring for a letter as it stands; null where nothing, or where the e-office hands its files over itself. */
export function awaitedByHand(
  request: { readonly state: SignatureState; readonly sealedSha256: string | null; readonly proof: object | null },
  abilities: ReadonlySet<string>,
): BroughtFile | null {
  const fetched = abilities.has('signedFile');
  if (request.state === 'submitted') return fetched ? null : 'signed';
  if (isAwaitingAnnexes(request)) return abilities.has('sealFile') ? null : 'annexes';
  const isSealedThere = fetched && abilities.has('seal');
  return request.state === 'sealing' && !isSealedThere ? 'sealed' : null;
}
