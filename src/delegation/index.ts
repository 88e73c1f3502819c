export { AuthorityCandidates } from './application/authority-candidates.js';
export { SigningAuthorities, type Signer } from './application/signing-authorities.js';
export { WriteAuthority, type NewAuthority } from './application/write-authority.js';
export { DelegationModule } from './delegation.module.js';
export { SEALED_AUTHORITY } from './persistence/sealed-authorities.js';
export { SigningAuthorityEntity } from './persistence/signing-authority.entity.js';
