import type { Actor } from '../../kernel/actor.js';
import type { Certificate } from '../../signing/domain/certificates/certificate.js';
import type {
  JudgedCertificate,
  TrustCertificateEntity,
  TrustProposalEntity,
  TrustRevocationListEntity,
} from '../../signing/trust/index.js';
import type { CertificateKind } from '../../signing/trust/domain/trusted-certificate.js';

/** What the page of the trust store is drawn from. */
export interface TrustReading {
  readonly actor: Actor;
  readonly now: Date;
  readonly certificates: readonly TrustCertificateEntity[];
  /** Of the server's file, not yet written down. */
  readonly unrecorded: readonly Certificate[];
  readonly lists: readonly TrustRevocationListEntity[];
  /** Newest first. */
  readonly proposals: readonly TrustProposalEntity[];
  /** Names of people by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Who signs letters, and may be bound to a certificate. */
  readonly signers: readonly { readonly id: string; readonly fullName: string; readonly position: string }[];
  readonly agency: string;
  readonly mayPropose: boolean;
  readonly mayDecide: boolean;
}

/** An uploaded certificate that is not proposed yet. */
export interface TrustPreviewReading {
  readonly judged: JudgedCertificate;
  readonly kind: CertificateKind;
  readonly personId: string | null;
}
