import { Injectable } from '@nestjs/common';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { mayEditAgencyProfile } from '../../agency-profile/domain/agency-profile.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory } from '../../organisation/index.js';
import type { AgencyProfileFormReading } from './agency-profile-form-view.js';

/** Reads what documents say of the agency, for its pages. */
@Injectable()
export class AgencyProfilePageQuery {
  constructor(
    private readonly agencyProfiles: AgencyProfiles,
    private readonly staff: StaffDirectory,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor) {
    const [history, units] = await Promise.all([this.agencyProfiles.history(), this.staff.handlingUnits()]);
    return { history, units, today: civilDateOf(this.clock.now()), mayEdit: mayEditAgencyProfile(actor) };
  }

  async form(actor: Actor): Promise<Omit<AgencyProfileFormReading, 'refused'>> {
    const { history, units, today } = await this.read(actor);
    const newest = history.at(-1);
    if (!newest) throw new DomainError('not-found', { what: 'agencyProfile' });
    return { base: newest.facts, latest: newest.version, units, today };
  }
}

/** The data for the agency. */
export type AgencyProfileReading = Awaited<ReturnType<AgencyProfilePageQuery['read']>>;
