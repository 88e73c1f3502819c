import type { Certificate } from '../../domain/certificates/certificate.js';

/** `anchor`: trusted for itself · `intermediate`: helps to reach an anchor · `person`, `agency`: whose signature it makes. */
export const CERTIFICATE_KINDS = ['anchor', 'intermediate', 'person', 'agency'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** What an anchor is trusted for. */
export const TRUST_PURPOSES = ['signing', 'timestamp'] as const;
export type TrustPurpose = (typeof TRUST_PURPOSES)[number];

/** `configuration`: from the file that the server was given; `people`: proposed by one, confirmed by another. */
export const CERTIFICATE_ORIGINS = ['configuration', 'people'] as const;
export type CertificateOrigin = (typeof CERTIFICATE_ORIGINS)[number];

export const TRUST_ACTS = ['add', 'withdraw', 'purposes'] as const;
export type TrustAct = (typeof TRUST_ACTS)[number];

export const TRUST_PROPOSAL_STATES = ['waiting', 'confirmed', 'refused'] as const;
export type TrustProposalState = (typeof TRUST_PROPOSAL_STATES)[number];

/** Whether a certificate of this kind leads to others, rather than signs. */
export function isAuthorityKind(kind: CertificateKind): boolean {
  return kind === 'anchor' || kind === 'intermediate';
}

/** What is trusted at a moment: by whom signatures are trusted, by whom times are, and what helps to reach them. */
export interface TrustInForce {
  readonly anchors: readonly Certificate[];
  readonly intermediates: readonly Certificate[];
}
