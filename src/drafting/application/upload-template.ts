import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { FindingCode, TemplateFinding } from '../domain/template-lint/finding.js';
import { mayChangeTemplates } from '../domain/template-publication.js';
import { TemplateUploadEntity } from '../persistence/template.entities.js';
import { requireKind } from '../rendering/template-renderer.js';
import { JudgeTemplate } from './judge-template.js';
import { MAKE_SAMPLE } from '../jobs/jobs.js';

export interface GivenTemplate {
  readonly kind: string;
  readonly name: string;
  readonly content: Buffer;
}

/** Room for the names that people give files; of longer ones the end is kept, which says what they are. */
const MAX_NAME_LENGTH = 200;

/** Takes in a DOCX as a template to be: inspected, looked over, its sample made and judged. Nothing is drafted with it yet. */
@Injectable()
export class UploadTemplate {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly judgeTemplate: JudgeTemplate,
    private readonly files: FileStore,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
  ) {}

  /**
   * @returns the id of the upload, whose report says what is wrong; of a file with errors only the report is kept
   * @throws DomainError `forbidden`, `template-unknown`
   */
  async upload(actor: Actor, given: GivenTemplate): Promise<string> {
    if (!mayChangeTemplates(actor)) throw new DomainError('forbidden');
    const kind = requireKind(given.kind);
    const { report, sample } = await this.judgeTemplate.judge(kind, given);
    const stored = {
      fileSha256: sample && (await this.files.put(given.content)),
      sampleSha256: sample && (await this.files.put(sample)),
    };
    const id = newId();
    await this.uow.run(async (tx) => {
      await tx.insert(TemplateUploadEntity, {
        ...stored,
        id,
        kind: kind.name,
        fileName: given.name.slice(-MAX_NAME_LENGTH),
        pdfSha256: null,
        pdfProblem: null,
        report,
        uploadedById: actor.id,
        uploadedByName: actor.name,
        uploadedAt: this.clock.now(),
      });
      const detail = {
        kind: kind.name,
        sha256: stored.fileSha256,
        errors: codesOf(report.errors),
        warnings: codesOf(report.warnings),
      };
      await this.journal.record(tx, actor, { action: 'template.upload', objectKind: 'template', objectId: id, detail });
      if (sample !== null) await this.outbox.enqueue(tx, MAKE_SAMPLE.of({ uploadId: id }));
    });
    return id;
  }
}

function codesOf(findings: readonly TemplateFinding[]): readonly FindingCode[] {
  return [...new Set(findings.map(({ code }) => code))];
}
