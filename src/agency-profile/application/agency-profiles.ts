import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { civilDate, civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { agencyProfileInForce, type AgencyProfile, type AgencyProfileVersion } from '../domain/agency-profile.js';
import { AgencyProfileVersionEntity } from '../persistence/agency-profile.entities.js';
import { readStoredFacts } from './stored-facts.js';

/** A version and how it came to be. */
export interface PublishedAgencyProfile extends AgencyProfileVersion {
  /** Null for the version that the settings give. */
  readonly publication: { readonly byName: string; readonly at: Date; readonly reason: string } | null;
}

/** Nghị định 30/2020/NĐ-CP in force: nobody drafts for a day before. */
const FIRST_DAY = civilDate('2020-03-05');

/**
 * What documents say of the agency, every version. Versions never change, so those once read are kept in memory; each question asks the
 * database only for newer ones.
 */
@Injectable()
export class AgencyProfiles {
  private known: readonly PublishedAgencyProfile[];

  constructor(
    settings: Settings,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {
    this.known = [{ version: 1, validFrom: FIRST_DAY, facts: settings.agencyProfile, publication: null }];
  }

  /** What documents of a day bear. */
  async at(day: CivilDate): Promise<AgencyProfile> {
    return agencyProfileInForce(await this.history(), day).facts;
  }

  today(): Promise<AgencyProfile> {
    return this.at(civilDateOf(this.clock.now()));
  }

  /** Every version with who published it and why, oldest first. */
  async history(): Promise<readonly PublishedAgencyProfile[]> {
    const { known } = this;
    const latest = latestOf(known);
    const newer = await this.database.reader
      .getRepository(AgencyProfileVersionEntity)
      .find({ where: { version: MoreThan(latest) }, order: { version: 'ASC' } });
    if (newer.length === 0) return known;
    const all = [...known, ...newer.map(publishedOf)];
    // Two questions may have been under way at once; the one that has seen more is kept, unless what it saw may yet be rolled back.
    if (this.database.openTransaction === null && latestOf(all) > latestOf(this.known)) this.known = all;
    return all;
  }
}

function latestOf(versions: readonly PublishedAgencyProfile[]): number {
  return versions.at(-1)?.version ?? 0;
}

function publishedOf({
  version,
  validFrom,
  facts,
  createdByName,
  createdAt,
  reason,
}: AgencyProfileVersionEntity): PublishedAgencyProfile {
  return {
    version,
    validFrom,
    facts: readStoredFacts(facts),
    publication: { byName: createdByName, at: createdAt, reason },
  };
}
