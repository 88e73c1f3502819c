import { House, PublishHouseFacts } from '../../src/house/index.js';
import type { ActOrder } from '../../src/house/domain/house-facts.js';
import { civilDateOf } from '../../src/kernel/civil-date.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import type { TestApp } from './test-app.js';

/** The house decides in which order its letters get number and signatures, from today on. */
export async function decideOrder({ app, clock }: TestApp, actOrder: ActOrder): Promise<void> {
  const house = app.get(House, { strict: false });
  const { actor } = await app.get(StaffDirectory).person('vanthu');
  await app.get(PublishHouseFacts, { strict: false }).execute(actor, {
    facts: { ...(await house.today()), actOrder },
    validFrom: civilDateOf(clock.now()),
    latest: (await house.history()).at(-1)?.version ?? 0,
    reason: 'Giám đốc Sở quyết định thứ tự cấp số và ký.',
  });
}
