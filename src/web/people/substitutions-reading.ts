import type { JournalEntryEntity } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import type { Person } from '../../organisation/index.js';
import type { StandIn, SubstitutionEntity } from '../../substitution/index.js';

/** The data for the page of who acts for whom. */
export interface SubstitutionsReading {
  readonly actor: Actor;
  readonly now: Date;
  /** Id of the person in whose place the session acts; null where one acts as oneself. */
  readonly actsFor: string | null;
  /** In whose place this person may act now. */
  readonly standIns: readonly StandIn[];
  /** Those that hold now or later and that this person may know of. */
  readonly open: readonly SubstitutionEntity[];
  /** Ids of those that this person may end. */
  readonly endable: ReadonlySet<string>;
  /** Ids of those that wait for an agreement that this person may give. */
  readonly agreeable: ReadonlySet<string>;
  /** This person's own that are over, on either side, newest first. */
  readonly past: readonly SubstitutionEntity[];
  /** For whom this person may say who acts. */
  readonly principals: readonly Person[];
  /** Who may be chosen for one of them at least. */
  readonly candidates: readonly Person[];
  /** What others did in this person's place, newest first. */
  readonly done: readonly JournalEntryEntity[];
  /** Codes of the tickets among them that this person may see. */
  readonly codes: ReadonlyMap<string, string>;
  /** Where the next lines begin, as the address writes it. */
  readonly next: string | null;
}
