import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../../journal/index.js';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { EVIDENCE, journalledAs } from '../../domain/evidence/evidence-proof.js';
import { reportSha256 } from '../../domain/evidence/evidence-report.js';
import { SignatureEvidenceEntity } from '../../persistence/signature-evidence.entity.js';
import type { Judgement } from '../signature-job.js';
import type { SignedFile } from './verify-now.js';

/** A file that was judged, and the file that had been submitted for signing; null for files from outside. */
export interface JudgedFiles {
  readonly file: SignedFile;
  readonly submitted: SignedFile | null;
}

/** A judgement whose files are stored; `EvidenceAbout` is still missing. */
export type PreparedEvidence = Omit<
  SignatureEvidenceEntity,
  'id' | 'subjectKind' | 'subjectId' | 'fileName' | 'kind' | 'actorName' | 'reason'
>;

export type EvidenceAbout = Pick<SignatureEvidenceEntity, 'subjectKind' | 'subjectId' | 'fileName'>;

/**
 * Stores the evidence behind a verdict: the file, every reason, the certificates, lists and responses, and when it was judged.
 *
 * Source: Thông tư 15/2025/TT-BKHCN (lưu chứng thư, danh sách thu hồi và kết quả kiểm tra kèm văn bản ký số); rule 52.
 */
@Injectable()
export class KeepEvidence {
  constructor(
    private readonly files: FileStore,
    private readonly journal: Journal,
  ) {}

  /** Writes the files; to be called before the transaction that records them. */
  async prepare({ file, submitted }: JudgedFiles, { report, grounds }: Judgement): Promise<PreparedEvidence> {
    return {
      fileSha256: await this.put(file),
      submittedSha256: submitted && (await this.put(submitted)),
      verdict: report.verdict,
      passed: report.passed,
      report,
      reportSha256: reportSha256(report),
      certificates: await this.putAll(grounds.certificates),
      crls: await this.putAll(grounds.crls),
      ocsps: await this.putAll(grounds.ocsps),
      anchors: [...grounds.anchors],
      judgedAt: new Date(grounds.judgedAt),
    };
  }

  /** @returns the id of the evidence */
  async record(tx: EntityManager, evidence: PreparedEvidence, about: EvidenceAbout): Promise<string> {
    const judged = { ...evidence, ...about, kind: 'judged', actorName: null, reason: null } as const;
    return this.insert(tx, SYSTEM, judged);
  }

  /** A leader answers for what the judgement of a file left open. @returns the id of the line @throws DomainError `not-found` */
  async override(
    tx: EntityManager,
    actor: Actor,
    {
      requestId,
      fileSha256,
      reason,
    }: { readonly requestId: string; readonly fileSha256: string; readonly reason: string },
  ): Promise<string> {
    const about = { subjectKind: 'letter', subjectId: requestId, fileSha256, kind: 'judged' } as const;
    const [judged] = await tx.find(SignatureEvidenceEntity, { where: about, order: { judgedAt: 'DESC' }, take: 1 });
    if (!judged) throw new DomainError('not-found', { what: 'signatureEvidence' });
    const act = { kind: 'overridden', actorName: actor.name, reason } as const;
    return this.insert(tx, actor, Object.assign(judged, act));
  }

  /** Records that an accepted signature turned out to be revoked. */
  async withdraw(
    tx: EntityManager,
    evidence: PreparedEvidence,
    about: EvidenceAbout & { readonly reason: string },
  ): Promise<void> {
    await this.insert(tx, SYSTEM, { ...evidence, ...about, kind: 'withdrawn', actorName: SYSTEM.name });
  }

  private async insert(tx: EntityManager, actor: Actor, row: Omit<SignatureEvidenceEntity, 'id'>): Promise<string> {
    const id = newId();
    await tx.insert(SignatureEvidenceEntity, { ...row, id });
    await this.journal.record(tx, actor, { ...journalledAs(row), objectKind: EVIDENCE, objectId: id });
    return id;
  }

  private async put(file: SignedFile): Promise<string> {
    return typeof file === 'string' ? file : this.files.put(file);
  }

  private async putAll(ders: readonly Uint8Array[]): Promise<string[]> {
    const kept: string[] = [];
    for (const der of ders) kept.push(await this.files.put(Buffer.from(der)));
    return kept;
  }
}
