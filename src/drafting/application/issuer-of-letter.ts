import { Injectable } from '@nestjs/common';
import { AgencyProfiles } from '../../agency-profile/index.js';
import type { AgencyProfile } from '../../agency-profile/domain/agency-profile.js';
import { StaffDirectory } from '../../organisation/index.js';
import { issuerFacts } from '../../../templates/known-fields.js';
import type { DraftEntity } from '../persistence/drafting.entities.js';
import { requireKind } from '../rendering/template-renderer.js';

/** The issuer of a letter as of today: the agency, or the unit that drafts it. */
@Injectable()
export class IssuerOfLetter {
  constructor(
    private readonly agencyProfiles: AgencyProfiles,
    private readonly staff: StaffDirectory,
  ) {}

  async facts({ template, unitId }: Pick<DraftEntity, 'template' | 'unitId'>): Promise<AgencyProfile> {
    const [facts, unit] = await Promise.all([this.agencyProfiles.today(), this.staff.unit(unitId)]);
    return issuerFacts(requireKind(template), facts, unit);
  }
}
