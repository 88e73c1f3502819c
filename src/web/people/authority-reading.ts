import type { SigningAuthorityEntity } from '../../delegation/index.js';
import type { Candidate } from '../../delegation/domain/authority-flaws.js';
import type { AgencyProfile } from '../../agency-profile/domain/agency-profile.js';
import type { CivilDate } from '../../kernel/civil-date.js';

/** The data of the page on signing authority. */
export interface AuthoritiesReading {
  /** Oldest first. */
  readonly table: readonly SigningAuthorityEntity[];
  readonly people: readonly Candidate[];
  readonly facts: AgencyProfile;
  /** Names of those in the table, also of those who left. */
  readonly names: ReadonlyMap<string, string>;
  readonly today: CivilDate;
  readonly mayEdit: boolean;
}
