import { OutsideRefused, OutsideUnavailable } from '../../../kernel/outside-failure.js';
import type { WantedEvidence } from '../../domain/certificates/revocation.js';
import type { RevocationLists } from '../../trust/index.js';
import type { OcspAnswers } from './ocsp-answers.js';

/** Where lists of revocations and answers of responders are had from. */
export interface EvidenceSources {
  readonly lists: Pick<RevocationLists, 'fetch'>;
  readonly responders: Pick<OcspAnswers, 'ask'>;
}

export interface GatheredEvidence {
  readonly crls: readonly Buffer[];
  readonly ocsps: readonly Buffer[];
  /** Why something is not available now; null when everything came, or never will. */
  readonly missed: OutsideUnavailable | null;
}

/** Everything wanted that is available; one of two sources that a certificate names may be enough. */
export async function gatherEvidence(
  { wantedCrls, wantedOcsps }: WantedEvidence,
  { lists, responders }: EvidenceSources,
): Promise<GatheredEvidence> {
  const fetched = await allObtainable(wantedCrls.map((url) => () => lists.fetch(url)));
  const answers = await allObtainable(wantedOcsps.map((wish) => () => responders.ask(wish)));
  return { crls: fetched.had, ocsps: answers.had, missed: fetched.missed ?? answers.missed };
}

async function allObtainable(
  sources: readonly (() => Promise<Buffer>)[],
): Promise<{ readonly had: readonly Buffer[]; readonly missed: OutsideUnavailable | null }> {
  const had: Buffer[] = [];
  let missed: OutsideUnavailable | null = null;
  for (const source of sources) {
    try {
      had.push(await source());
    } catch (error) {
      if (error instanceof OutsideUnavailable) missed ??= error;
      else if (!(error instanceof OutsideRefused)) throw error;
    }
  }
  return { had, missed };
}
