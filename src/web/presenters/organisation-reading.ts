import type { CivilDate } from '../../kernel/civil-date.js';
import type {
  FunctionHolderEntity,
  StaffEntity,
  StaffRoleEntity,
  UnitEntity,
  UnitNameEntity,
} from '../../organisation/index.js';

/** What was read of all units, for the tree. */
export interface OrganisationReading {
  /** Also those that are closed. */
  readonly units: readonly UnitEntity[];
  /** People who work in each, by its id. */
  readonly headcounts: ReadonlyMap<string, number>;
  readonly duties: readonly FunctionHolderEntity[];
  readonly today: CivilDate;
  readonly question: string;
  readonly mayOrganise: boolean;
}

/** What was read of one unit. */
export interface UnitReading extends Omit<OrganisationReading, 'question'> {
  readonly unit: UnitEntity;
  readonly names: readonly UnitNameEntity[];
  /** Those who work there, by name. */
  readonly people: readonly StaffEntity[];
  readonly mayKeepContacts: boolean;
}

/** What was read of one person. */
export interface PersonReading {
  readonly person: StaffEntity;
  readonly unit: UnitEntity | null;
  /** Oldest first. */
  readonly roles: readonly StaffRoleEntity[];
  readonly today: CivilDate;
  readonly mayOrganise: boolean;
}
