import { AgencyProfiles, PublishAgencyProfile } from '../../src/agency-profile/index.js';
import type { ActOrder } from '../../src/agency-profile/domain/agency-profile.js';
import { civilDateOf } from '../../src/kernel/civil-date.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import type { TestApp } from './test-app.js';

/** The agency decides in which order its letters get number and signatures, from today on. */
export async function decideOrder({ nest, clock }: TestApp, actOrder: ActOrder): Promise<void> {
  const agencyProfiles = nest.get(AgencyProfiles, { strict: false });
  const { actor } = await nest.get(StaffDirectory).person('vanthu');
  await nest.get(PublishAgencyProfile, { strict: false }).publish(actor, {
    facts: { ...(await agencyProfiles.today()), actOrder },
    validFrom: civilDateOf(clock.now()),
    latest: (await agencyProfiles.history()).at(-1)?.version ?? 0,
    reason: 'Giám đốc Sở quyết định thứ tự cấp số và ký.',
  });
}
