export { Policies, type PublishedPolicy } from './application/policies.js';
export { PublishPolicy, type PublishPolicyCommand } from './application/publish-policy.js';
export { type ChangedLimit, changedLimits } from './domain/changed-limits.js';
export { mayPublishPolicies, publicationFlaws } from './domain/publication.js';
export { PoliciesModule } from './policies.module.js';
