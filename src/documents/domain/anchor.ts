import type { Book } from './register.js';
import type { Signed } from './signed.js';

/** Where the journal and every register stood at one moment; kept outside of the database, it shows that what it names was not taken back. */
export interface Anchor {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Code of the agency whose registers these are. */
  readonly agency: string;
  readonly journal: { readonly seq: number; readonly hash: string };
  readonly registers: readonly {
    readonly book: Book;
    readonly year: number;
    readonly seq: number;
    readonly hash: string;
  }[];
}

/** How a file is called that holds one. */
export const ANCHOR_FILE = /^moc-.*\.json$/u;

export type SignedAnchor = Signed<Anchor>;
