export const PADES_LEVELS = ['B-B', 'B-T', 'B-LT', 'B-LTA'] as const;
/** How long a signature can be verified by what the file itself carries. */
export type PadesLevel = (typeof PADES_LEVELS)[number];

export interface LevelFacts {
  /** A CAdES signature in a PDF that names its signer's certificate, and whose own checks hold. */
  readonly isBaseline: boolean;
  /** A sound timestamp, in the signature or over the document, says since when it exists. */
  readonly isTimestamped: boolean;
  /** The security store and the signature carry every certificate and proof of non-revocation, the timestamp's included. */
  readonly isSelfContained: boolean;
  /** A later sound document timestamp stands over all of that. */
  readonly isArchived: boolean;
}

/**
 * The baseline level of a signature, each one containing the one before; null for a signature of another profile, as
 * `adbe.pkcs7.detached`.
 *
 * Source: ETSI EN 319 142-1 V1.2.1, 6.1 and 6.3 (levels B-B, B-T, B-LT, B-LTA).
 */
export function padesLevel({ isBaseline, isTimestamped, isSelfContained, isArchived }: LevelFacts): PadesLevel | null {
  if (!isBaseline) return null;
  if (!isTimestamped) return 'B-B';
  if (!isSelfContained) return 'B-T';
  return isArchived ? 'B-LTA' : 'B-LT';
}
