import type { Actor } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type {
  DirectoryQuestion,
  ListedUnit,
  OfficerChangeEntity,
  OfficerPlan,
  UnitHistory,
} from '../../officers/index.js';
import type { Person } from '../../organisation/index.js';
import type { CaseLetter } from '../drafting/case-letters-view.js';
import type { Names } from '../kit/names.js';

/** The data for the directory. */
export interface OfficersReading {
  readonly question: DirectoryQuestion;
  readonly found: readonly ListedUnit[];
  /** Units that may lead tickets, whatever is asked. */
  readonly total: number;
  readonly missing: number;
}

/** The data for one unit. */
export interface OfficerUnitReading {
  readonly listed: ListedUnit;
  readonly history: UnitHistory;
  readonly people: readonly Person[];
  readonly names: Names;
  readonly today: CivilDate;
  readonly mayEdit: boolean;
}

/** The data for a change, and what its plan is now. */
export interface OfficerChangeReading {
  readonly actor: Actor;
  readonly change: OfficerChangeEntity;
  readonly plan: OfficerPlan;
  /** What was written to the city of it, newest first. */
  readonly letters: readonly CaseLetter[];
  readonly names: Names;
  readonly now: Date;
  readonly today: CivilDate;
}
