import { Check, Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { EvidenceReport } from '../domain/evidence/evidence-report.js';
import {
  EVIDENCE_KINDS,
  EVIDENCE_SUBJECTS,
  type EvidenceKind,
  type EvidenceSubject,
} from '../domain/evidence/evidence-subject.js';

const among = (column: string, values: readonly string[]): string =>
  `"${column}" in (${values.map((value) => `'${value}'`).join(', ')})`;

/** One judgement of a signed file, with all that it rests on. Appended only: the database refuses every change. */
@Entity('signature_evidence')
@Index('ix_signature_evidence_subject', ['subjectKind', 'subjectId', 'judgedAt'])
@Index('ix_signature_evidence_file', ['fileSha256', 'judgedAt'])
@Check('ck_signature_evidence_kind', among('kind', EVIDENCE_KINDS))
@Check('ck_signature_evidence_subject', among('subjectKind', EVIDENCE_SUBJECTS))
export class SignatureEvidenceEntity {
  @KeyColumn({ text: 36 }, 'pk_signature_evidence')
  id!: string;

  @KindColumn({ text: 20 })
  kind!: EvidenceKind;

  @KindColumn({ text: 20 })
  subjectKind!: EvidenceSubject;

  /** Signature request or copy; null for what came from outside, which is known by its bytes. */
  @KindColumn({ text: 36 }, { nullable: true })
  subjectId!: string | null;

  @KindColumn({ text: 255 })
  fileName!: string;

  @KindColumn({ text: 64 })
  fileSha256!: string;

  /** The file that was sent to be signed; null for what came from outside. */
  @KindColumn({ text: 64 }, { nullable: true })
  submittedSha256!: string | null;

  @KindColumn({ text: 20 })
  verdict!: string;

  @KindColumn('boolean')
  passed!: boolean;

  @KindColumn('json', { broken: (text) => ({ unreadable: text }) })
  report!: EvidenceReport;

  /** Also in the journal's chain, so that a report that was exchanged contradicts it. */
  @KindColumn({ text: 64 })
  reportSha256!: string;

  /** Files of the store by sha256: DER of the certificates, lists and responses that the verdict rests on. */
  @KindColumn('json')
  certificates!: string[];

  @KindColumn('json')
  crls!: string[];

  @KindColumn('json')
  ocsps!: string[];

  /** sha256 of the authorities that were trusted then. */
  @KindColumn('json')
  anchors!: string[];

  @KindColumn('instant')
  judgedAt!: Date;

  /** Who let the file on, and why; both null for a judgement by the rules. */
  @KindColumn({ text: 100 }, { nullable: true })
  actorName!: string | null;

  @KindColumn({ text: 1000 }, { nullable: true })
  reason!: string | null;
}
