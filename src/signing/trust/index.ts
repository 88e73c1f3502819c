export { DecideTrust } from './application/decide-trust.js';
export { JudgeCertificate, type JudgedCertificate } from './application/judge-certificate.js';
export { ProposeTrust } from './application/propose-trust.js';
export { certificateOf, TrustStore } from './application/trust-store.js';
export type { TrustCertificateEntity, TrustProposalEntity } from './persistence/trust.entities.js';
export { TrustQueries } from './persistence/trust-queries.js';
export { TrustModule } from './trust.module.js';
export { TrustBackgroundModule } from './trust-background.module.js';
