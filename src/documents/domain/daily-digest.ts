import type { CivilDate } from '../../kernel/civil-date.js';
import type { Signed } from './signed.js';

/** Where the journal stood when a day was over; short enough for one message of the log that another machine keeps. */
export interface DailyDigest {
  /** When it was signed: ISO 8601, UTC. */
  readonly at: string;
  /** Code of the agency whose journal it is. */
  readonly agency: string;
  readonly day: CivilDate;
  /** Lines written since the digest before. */
  readonly rows: number;
  readonly journal: { readonly seq: number; readonly hash: string };
}

export type SignedDigest = Signed<DailyDigest>;

/** How a file is called that holds one. */
export const DIGEST_FILE = /^ngay-.*\.json$/u;

export function digestFile(day: string): string {
  return `ngay-${day}.json`;
}
