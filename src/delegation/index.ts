export { AuthorityCandidates } from './application/authority-candidates.js';
export { DecisionAuthorities } from './application/decision-authorities.js';
export { WriteDecisionAuthority, type NewDecisionAuthority } from './application/write-decision-authority.js';
export { SigningAuthorities, type Signer } from './application/signing-authorities.js';
export { WriteAuthority, type NewAuthority } from './application/write-authority.js';
export { DelegationModule } from './delegation.module.js';
export { DecisionAuthorityEntity } from './persistence/decision-authority.entity.js';
export { SEALED_AUTHORITY, SEALED_DECISION_AUTHORITY } from './persistence/sealed-authorities.js';
export { SigningAuthorityEntity } from './persistence/signing-authority.entity.js';
