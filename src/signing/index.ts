export { CheckSignatures } from './application/check-signatures.js';
export { LookAtSignatures } from './application/look-at-signatures.js';
export { NumberAndSeal } from './application/number-and-seal.js';
export { SignatureRequests } from './application/signature-requests.js';
export { SubmitForSignature, type LetterForSignature } from './application/submit-for-signature.js';
export { VoidNumber } from './application/void-number.js';
export type { SignatureRequestEntity, SignatureStepEntity } from './persistence/signing.entities.js';
export { SignatureQueries } from './persistence/signature-queries.js';
export { SigningModule } from './signing.module.js';
