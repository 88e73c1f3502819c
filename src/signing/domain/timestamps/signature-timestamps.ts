import { createHash } from 'node:crypto';

import { joinWanted, NOTHING_WANTED, type WantedEvidence } from '../certificates/revocation.js';
import type { SignerInfo } from '../cms/signed-data.js';
import { checkTimestamp, type TimestampBench, type TimestampCheck } from './timestamp.js';

const SIGNATURE_TIMESTAMP = '1.2.840.113549.1.9.16.2.14';
/** Signers take one or two; each costs a path. */
const MAX_TOKENS = 4;

const NO_TIMESTAMP: TimestampCheck = { at: null, faults: [], authority: null, stamper: null, ...NOTHING_WANTED };

/** The time-stamp tokens that a signature itself carries. */
export interface SignatureTimestamps {
  /** The earliest one that may be trusted; without any, one that may not, or one without a time. */
  readonly best: TimestampCheck;
  readonly all: readonly TimestampCheck[];
  readonly wanted: WantedEvidence;
}

/**
 * Every token over the signature. A signer may ask several authorities (RFC 3161, appendix A; ETSI EN 319 122-1, 5.3); what fails is not
 * used, and the others stand (ETSI EN 319 102-1, 5.5.4).
 */
export function signatureTimestamps(signer: SignerInfo, bench: TimestampBench): SignatureTimestamps {
  const tokens = (signer.unsignedAttributes.get(SIGNATURE_TIMESTAMP) ?? []).slice(0, MAX_TOKENS);
  const all = tokens.map((token) =>
    checkTimestamp(token.bytes, (algorithm) => createHash(algorithm).update(signer.signature).digest(), bench),
  );
  const sound = all.filter((one) => soundTime(one) !== null).toSorted((a, b) => timeOf(a) - timeOf(b));
  return { best: sound[0] ?? all[0] ?? NO_TIMESTAMP, all, wanted: joinWanted(all) };
}

/** The time that a timestamp proves; null when it proves none. */
export function soundTime({ faults, at }: TimestampCheck): Date | null {
  return faults.length === 0 ? at : null;
}

function timeOf(stamp: TimestampCheck): number {
  return soundTime(stamp)?.getTime() ?? 0;
}
