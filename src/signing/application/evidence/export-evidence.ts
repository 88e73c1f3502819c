import { Injectable } from '@nestjs/common';
import PizZip from 'pizzip';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { EVIDENCE } from '../../domain/evidence/evidence-proof.js';
import type { SignatureEvidenceEntity } from '../../persistence/signature-evidence.entity.js';
import { VerifyEvidence } from './verify-evidence.js';

type Entry = readonly [name: string, content: Buffer];

/**
 * A judgement as one archive that needs nothing of ours to be checked: the file, what was submitted, the report for people and for programs, the
 * certificates, lists and responses that the verdict rests on, and the sums of all.
 */
@Injectable()
export class ExportEvidence {
  constructor(
    private readonly files: FileStore,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly verifyEvidence: VerifyEvidence,
  ) {}

  /**
   * The journal records who took it out of the agency.
   *
   * @param forPeople the report as a page of HTML
   * @returns a ZIP; nothing is packed, so that it can be read by anything
   * @throws DomainError `evidence-not-whole`: what was changed since is no longer evidence
   */
  async export(actor: Actor, evidence: SignatureEvidenceEntity, forPeople: () => string): Promise<Buffer> {
    await this.verifyEvidence.require(evidence);
    const { id, fileSha256, submittedSha256 } = evidence;
    const act = { action: `${EVIDENCE}.export`, objectKind: EVIDENCE, objectId: id } as const;
    await this.uow.run((tx) => this.journal.record(tx, actor, { ...act, detail: { fileSha256 } }));
    const certificates = await this.read(evidence.certificates, (sha256) => certificateName(sha256, evidence));
    const entries: readonly Entry[] = [
      ['bao-cao.html', Buffer.from(forPeople())],
      ['bao-cao.json', Buffer.from(JSON.stringify(forPrograms(evidence), null, 2))],
      ['tep/tep-da-kiem-tra.pdf', await this.files.get(fileSha256)],
      ...(submittedSha256 === null
        ? []
        : [['tep/tep-da-gui-ky.pdf', await this.files.get(submittedSha256)] satisfies Entry]),
      ...certificates.map(([name, der]) => [name, Buffer.from(pemOf(der))] satisfies Entry),
      ...(await this.read(evidence.crls, (sha256) => `thu-hoi/${sha256}.crl`)),
      ...(await this.read(evidence.ocsps, (sha256) => `thu-hoi/${sha256}.ocsp`)),
    ];
    return zipOf(entries, evidence.judgedAt);
  }

  private read(sha256s: readonly string[], nameOf: (sha256: string) => string): Promise<Entry[]> {
    return Promise.all(sha256s.map(async (sha256) => [nameOf(sha256), await this.files.get(sha256)] satisfies Entry));
  }
}

function certificateName(sha256: string, { anchors }: SignatureEvidenceEntity): string {
  return `${anchors.includes(sha256) ? 'chung-thu-goc' : 'chung-thu'}/${sha256}.pem`;
}

function pemOf(der: Buffer): string {
  const lines = der.toString('base64').replaceAll(/.{64}/gu, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function forPrograms(evidence: SignatureEvidenceEntity): object {
  const { id, kind, fileName, fileSha256, submittedSha256, judgedAt, anchors, actorName, reason } = evidence;
  const { report, reportSha256, certificates, crls, ocsps } = evidence;
  return {
    id,
    kind,
    fileName,
    fileSha256,
    submittedSha256,
    judgedAt: judgedAt.toISOString(),
    report,
    reportSha256,
    anchors,
    certificates,
    crls,
    ocsps,
    actorName,
    reason,
  };
}

function zipOf(entries: readonly Entry[], date: Date): Buffer {
  const zip = new PizZip();
  const options = { date, createFolders: false, binary: true };
  for (const [name, content] of entries) zip.file(name, content, options);
  const sums = entries.map(([name, content]) => `${sha256Of(content)}  ${name}\n`);
  zip.file('SHA256SUMS', sums.join(''), options);
  return zip.generate({ type: 'nodebuffer', compression: 'STORE' });
}
