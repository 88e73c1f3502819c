import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { civilDate, civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { ReferenceData } from '../../platform/database/reference-data.js';
import {
  agencyProfileInForce,
  ownerOf,
  wasBookOfEOffice,
  type AgencyProfile,
  type AgencyProfileVersion,
  type BookOwner,
  type OwnedBook,
} from '../domain/agency-profile.js';
import { AgencyProfileVersionEntity } from '../persistence/agency-profile.entities.js';
import { readStoredFacts } from './stored-facts.js';

/** A version and how it came to be. */
export interface PublishedAgencyProfile extends AgencyProfileVersion {
  /** Null for the version that the settings give. */
  readonly publication: { readonly byName: string; readonly at: Date; readonly reason: string } | null;
}

/** Nghị định 30/2020/NĐ-CP in force: nobody drafts for a day before. */
const FIRST_DAY = civilDate('2020-03-05');

const PUBLISHED = new ReferenceData(['agency_profile_version'], async (rows) =>
  (await rows.find(AgencyProfileVersionEntity, { order: { version: 'ASC' } })).map(publishedOf),
);

/** What documents say of the agency, every version; what another process publishes is seen at the next question. */
@Injectable()
export class AgencyProfiles {
  private readonly first: PublishedAgencyProfile;

  constructor(
    settings: Settings,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {
    this.first = { version: 1, validFrom: FIRST_DAY, facts: settings.agencyProfile, publication: null };
  }

  /** What documents of a day bear. */
  async at(day: CivilDate): Promise<AgencyProfile> {
    return agencyProfileInForce(await this.history(), day).facts;
  }

  /** Who numbers in a book today. */
  async ownerOf(book: OwnedBook): Promise<BookOwner> {
    return ownerOf(await this.today(), book);
  }

  async wasBookOfEOffice(book: OwnedBook, year: number): Promise<boolean> {
    return wasBookOfEOffice(await this.history(), book, { year, until: civilDateOf(this.clock.now()) });
  }

  today(): Promise<AgencyProfile> {
    return this.at(civilDateOf(this.clock.now()));
  }

  /** Every version with who published it and why, oldest first. */
  async history(): Promise<readonly PublishedAgencyProfile[]> {
    return [this.first, ...(await PUBLISHED.of(this.database))];
  }
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
