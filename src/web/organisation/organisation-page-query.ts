import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { byPersonName } from '../../kernel/vietnamese.js';
import { OrganisationQueries } from '../../organisation/index.js';
import { mayKeepContacts, mayOrganise } from '../../organisation/domain/policy.js';
import type { OrganisationReading, UnitReading } from './organisation-reading.js';

/** Reads units, who works in them and what they have charge of. */
@Injectable()
export class OrganisationPageQuery {
  constructor(
    private readonly queries: OrganisationQueries,
    private readonly clock: Clock,
  ) {}

  /** @param question words of a name or code; `''` for the whole tree */
  async all(actor: Actor, question: string): Promise<OrganisationReading> {
    return { ...(await this.shared(actor)), question };
  }

  /** @throws DomainError `not-found` */
  async unit(actor: Actor, id: string): Promise<UnitReading> {
    const unit = await this.queries.unit(id);
    if (unit === null) throw new DomainError('not-found', { what: 'unit' });
    const [shared, names, people] = await Promise.all([
      this.shared(actor),
      this.queries.names(id),
      this.queries.people(id),
    ]);
    return {
      ...shared,
      unit,
      names,
      mayKeepContacts: mayKeepContacts(actor),
      people: people
        .filter(({ active }) => active)
        .sort((one, other) => byPersonName(one.fullName, other.fullName) || (one.id < other.id ? -1 : 1)),
    };
  }

  private async shared(actor: Actor): Promise<Omit<OrganisationReading, 'question'>> {
    const [units, headcounts, duties] = await Promise.all([
      this.queries.units(),
      this.queries.headcounts(),
      this.queries.duties(),
    ]);
    return { units, headcounts, duties, today: this.today(), mayOrganise: mayOrganise(actor) };
  }

  private today(): CivilDate {
    return civilDateOf(this.clock.now());
  }
}
