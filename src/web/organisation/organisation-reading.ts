import type { Role } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { PersonField } from '../../organisation/domain/person-facts.js';
import type {
  FunctionHolderEntity,
  ListedPerson,
  StaffEntity,
  StaffRoleEntity,
  UnitEntity,
  UnitNameEntity,
  WorkCount,
} from '../../organisation/index.js';

/** The data for all units, for the tree. */
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

/** The data for one unit. */
export interface UnitReading extends Omit<OrganisationReading, 'question'> {
  readonly unit: UnitEntity;
  readonly names: readonly UnitNameEntity[];
  /** Those who work there, by name. */
  readonly people: readonly StaffEntity[];
  readonly mayKeepContacts: boolean;
}

/** How people sign in here. */
export interface SignInWays {
  /** By an account of the office's directory; who looks after the software also by a password kept here. */
  readonly byDirectory: boolean;
  readonly now: Date;
}

/** The data for all people, for the list. */
export interface PeopleReading {
  /** Also those who left. */
  readonly people: readonly ListedPerson[];
  /** Also those that are closed. */
  readonly units: readonly UnitEntity[];
  /** Whose initials the agency wants before the leader signs. */
  readonly initials: readonly Role[];
  readonly today: CivilDate;
  readonly mayOrganise: boolean;
  /** Sees accounts and codes, too. */
  readonly mayKeepContacts: boolean;
}

/** The data for one person. */
export interface PersonReading extends Omit<PeopleReading, 'people'> {
  readonly person: StaffEntity;
  readonly unit: UnitEntity | null;
  /** Oldest first. */
  readonly roles: readonly StaffRoleEntity[];
  /** Facts that the directory brings, which are changed there. */
  readonly locked: readonly PersonField[];
  /** What still lies with the person; read for those alone who may stop the account. */
  readonly work: readonly WorkCount[];
  readonly signIn: SignInWays;
  /** After how many days without a sign-in the account was locked; null: it is not. */
  readonly lockedAfterDays: number | null;
  readonly isOneself: boolean;
  /** Whether they have a line in the table of signing authority. */
  readonly hasAuthority: boolean;
}
