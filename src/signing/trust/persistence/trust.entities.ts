import { Check, Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../../platform/database/columns.js';
import {
  CERTIFICATE_KINDS,
  CERTIFICATE_ORIGINS,
  TRUST_ACTS,
  TRUST_PROPOSAL_STATES,
  type CertificateKind,
  type CertificateOrigin,
  type TrustAct,
  type TrustProposalState,
  type TrustPurpose,
} from '../domain/trusted-certificate.js';

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** A certificate that counts from a moment to a moment. Of a row only the purposes and the end ever change, each by a confirmed proposal. */
@Entity('trust_certificate')
@Index('uq_trust_certificate_active', ['sha256', 'kind'], { unique: true, where: '"activeTo" IS NULL' })
@Index('ix_trust_certificate_person', ['personId'])
@Check('ck_trust_certificate_kind', `"kind" in (${listed(CERTIFICATE_KINDS)})`)
@Check('ck_trust_certificate_origin', `"origin" in (${listed(CERTIFICATE_ORIGINS)})`)
export class TrustCertificateEntity {
  @KeyColumn({ text: 36 }, 'pk_trust_certificate')
  id!: string;

  @KindColumn({ text: 20 })
  kind!: CertificateKind;

  @KindColumn({ text: 20 })
  origin!: CertificateOrigin;

  @KindColumn({ text: 64 })
  sha256!: string;

  /** Base64. */
  @KindColumn('longText')
  der!: string;

  @KindColumn({ text: 500 })
  subject!: string;

  @KindColumn('instant')
  notBefore!: Date;

  @KindColumn('instant')
  notAfter!: Date;

  @KindColumn({ text: 36 }, { nullable: true })
  personId!: string | null;

  /** Of anchors; empty for any other kind. */
  @KindColumn('json')
  purposes!: TrustPurpose[];

  @KindColumn({ text: 500 })
  basis!: string;

  @KindColumn('instant')
  activeFrom!: Date;

  @KindColumn({ text: 100 })
  addedByName!: string;

  /** Null for what the server was given. */
  @KindColumn({ text: 100 }, { nullable: true })
  confirmedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  activeTo!: Date | null;

  @KindColumn({ text: 500 }, { nullable: true })
  endedBecause!: string | null;

  /** Null where nobody ended it: it left the server's file. */
  @KindColumn({ text: 36 }, { nullable: true })
  endedById!: string | null;
}

/** What one person wants to be trusted, or no longer; another confirms or refuses it, and either is kept. */
@Entity('trust_proposal')
@Index('ix_trust_proposal_state', ['state', 'proposedAt'])
@Index('uq_trust_proposal_waiting', ['kind', 'sha256'], { unique: true, where: `"state" = 'waiting'` })
@Check('ck_trust_proposal_act', `"act" in (${listed(TRUST_ACTS)})`)
@Check('ck_trust_proposal_kind', `"kind" in (${listed(CERTIFICATE_KINDS)})`)
@Check('ck_trust_proposal_state', `"state" in (${listed(TRUST_PROPOSAL_STATES)})`)
export class TrustProposalEntity {
  @KeyColumn({ text: 36 }, 'pk_trust_proposal')
  id!: string;

  @KindColumn({ text: 20 })
  act!: TrustAct;

  @KindColumn({ text: 20 })
  kind!: CertificateKind;

  /** The certificate of the store that it is about; null for one that is to come in. */
  @KindColumn({ text: 36 }, { nullable: true })
  certificateId!: string | null;

  /** Base64. */
  @KindColumn('longText')
  der!: string;

  @KindColumn({ text: 64 })
  sha256!: string;

  @KindColumn({ text: 500 })
  subject!: string;

  @KindColumn({ text: 36 }, { nullable: true })
  personId!: string | null;

  /** What the anchor shall be trusted for. */
  @KindColumn('json')
  purposes!: TrustPurpose[];

  @KindColumn({ text: 500 })
  basis!: string;

  @KindColumn({ text: 20 })
  state!: TrustProposalState;

  @KindColumn({ text: 36 })
  proposedById!: string;

  @KindColumn({ text: 100 })
  proposedByName!: string;

  @KindColumn('instant')
  proposedAt!: Date;

  @KindColumn({ text: 100 }, { nullable: true })
  decidedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  decidedAt!: Date | null;

  @KindColumn({ text: 500 }, { nullable: true })
  refusedBecause!: string | null;
}
