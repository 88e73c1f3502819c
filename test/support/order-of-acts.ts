import type { ActOrder, AgencyProfile, BookOwner } from '../../src/agency-profile/domain/agency-profile.js';
import { AgencyProfiles, PublishAgencyProfile } from '../../src/agency-profile/index.js';
import { civilDateOf } from '../../src/kernel/civil-date.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import type { TestApp } from './test-app.js';

/** The agency decides in which order its letters get number and signatures, from today on. */
export function decideOrder(app: TestApp, actOrder: ActOrder): Promise<void> {
  return decide(app, { actOrder }, 'Giám đốc Sở quyết định thứ tự cấp số và ký.');
}

/** The agency decides who numbers what goes out, from today on. */
export function decideOwner(app: TestApp, outgoingBookOwner: BookOwner): Promise<void> {
  return decide(app, { outgoingBookOwner }, 'Giám đốc Sở quyết định sổ văn bản đi.');
}

/** The agency decides who numbers what comes in, from today on. */
export function decideIncomingOwner(app: TestApp, incomingBookOwner: BookOwner): Promise<void> {
  return decide(app, { incomingBookOwner }, 'Giám đốc Sở quyết định sổ văn bản đến.');
}

async function decide({ nest, clock }: TestApp, change: Partial<AgencyProfile>, reason: string): Promise<void> {
  const agencyProfiles = nest.get(AgencyProfiles, { strict: false });
  const { actor } = await nest.get(StaffDirectory).person('vanthu');
  await nest.get(PublishAgencyProfile, { strict: false }).publish(actor, {
    facts: { ...(await agencyProfiles.today()), ...change },
    validFrom: civilDateOf(clock.now()),
    latest: (await agencyProfiles.history()).at(-1)?.version ?? 0,
    reason,
  });
}
