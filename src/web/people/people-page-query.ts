import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { SigningAuthorities } from '../../delegation/index.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { LocalPasswords, OrganisationQueries, PersonActivation, UnusedAccounts } from '../../organisation/index.js';
import { maySignIn } from '../../organisation/domain/sign-in/unused-accounts.js';
import { directoryFields } from '../../organisation/domain/directory/person-source.js';
import { mayKeepContacts, mayOrganise } from '../../organisation/domain/policy.js';
import type { PeopleReading, PersonReading } from '../organisation/organisation-reading.js';

/** Reads people with an account: all for the list, one for the page. */
@Injectable()
export class PeoplePageQuery {
  constructor(
    private readonly queries: OrganisationQueries,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly activation: PersonActivation,
    private readonly passwords: LocalPasswords,
    private readonly unused: UnusedAccounts,
    private readonly authorities: SigningAuthorities,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async all(actor: Actor): Promise<PeopleReading> {
    return { ...(await this.shared(actor)), people: await this.queries.everybody() };
  }

  /** @throws DomainError `not-found` */
  async one(actor: Actor, id: string): Promise<PersonReading> {
    const person = await this.queries.person(id);
    if (person === null) throw new DomainError('not-found', { what: 'staff' });
    const [shared, roles, authorities] = await Promise.all([
      this.shared(actor),
      this.queries.roles(id),
      this.authorities.all(),
    ]);
    return {
      ...shared,
      person,
      roles,
      unit: shared.units.find((unit) => unit.id === person.unitId) ?? null,
      locked: directoryFields(person, this.settings.directorySync.attributes),
      work: shared.mayOrganise ? await this.activation.workOf(person) : [],
      signIn: { byDirectory: !this.passwords.areForEverybody, now: this.clock.now() },
      lockedAfterDays:
        maySignIn(person) && (await this.unused.isLocked(person)) ? this.settings.session.unusedDays : null,
      isOneself: actor.id === id,
      hasAuthority: authorities.some(({ personId }) => personId === id),
    };
  }

  private async shared(actor: Actor): Promise<Omit<PeopleReading, 'people'>> {
    const [units, { initials }] = await Promise.all([this.queries.units(), this.agencyProfiles.today()]);
    return {
      units,
      initials,
      today: civilDateOf(this.clock.now()),
      mayOrganise: mayOrganise(actor),
      mayKeepContacts: mayKeepContacts(actor),
    };
  }
}
