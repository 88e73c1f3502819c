export { Policies, type PublishedPolicy } from './application/policies.js';
export { PublishPolicy, type PublishPolicyCommand } from './application/publish-policy.js';
export { ownPlaceWords, type PolicyChange, policyDifference } from './domain/policy-difference.js';
export { mayPublishPolicies, publicationFlaws } from './domain/publication.js';
export { PoliciesModule } from './policies.module.js';
