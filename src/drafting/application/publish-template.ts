import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDate, civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { TemplateReport } from '../domain/template-lint/finding.js';
import {
  mayChangeTemplates,
  templatePublicationFlaws,
  type TemplatePublication,
} from '../domain/template-publication.js';
import { TemplateUploadEntity, TemplateVersionEntity } from '../persistence/template.entities.js';
import { requireKind } from '../rendering/template-renderer.js';
import { JudgeTemplate } from './judge-template.js';

export interface PublishTemplateCommand extends TemplatePublication {
  readonly uploadId: string;
}

export interface PublishedTemplate {
  readonly kind: string;
  readonly number: number;
  readonly validFrom: CivilDate;
}

/** Takes an uploaded template into use from a day on. What was begun with another stays with it. */
@Injectable()
export class PublishTemplate {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly judgeTemplate: JudgeTemplate,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`, `template-flawed` with the flaws, `changed-meanwhile` when it is in use already */
  async publish(actor: Actor, { uploadId, ...publication }: PublishTemplateCommand): Promise<PublishedTemplate> {
    if (!mayChangeTemplates(actor)) throw new DomainError('forbidden');
    const now = this.clock.now();
    const upload = await this.database.reader.getRepository(TemplateUploadEntity).findOneBy({ id: uploadId });
    if (!upload) throw new DomainError('not-found', { what: 'template' });
    const report = await this.presentReport(upload);
    const flaws = templatePublicationFlaws(publication, report, civilDateOf(now));
    if (flaws.length > 0) throw new DomainError('template-flawed', { flaws });
    const { kind } = upload;
    const published = this.uow.run(async (tx) => {
      const number = ((await tx.maximum(TemplateVersionEntity, 'number', { kind })) ?? 0) + 1;
      const validFrom = civilDate(publication.validFrom);
      const reason = publication.reason.trim();
      const acceptedBecause = report.warnings.length > 0 ? publication.acceptedBecause.trim() : null;
      const who = { publishedById: actor.id, publishedByName: actor.name, publishedAt: now };
      const standing = { withdrawnAt: null, withdrawnByName: null, withdrawnBecause: null };
      const version = { ...{ uploadId, kind, number, validFrom, reason, acceptedBecause }, ...who, ...standing };
      await tx.insert(TemplateVersionEntity, version);

      const warnings = report.warnings.map(({ code }) => code);
      const detail = { ...{ kind, number, validFrom, reason, acceptedBecause, warnings }, sha256: upload.fileSha256 };
      await this.journal.record(tx, actor, {
        action: 'template.publish',
        objectKind: 'template',
        objectId: uploadId,
        detail,
      });
      return { kind, number, validFrom };
    });
    // Out of the transaction, which is done again first: the number may be that of another template, taken at the same moment.
    return published.catch((error: unknown) => {
      throw isUniqueViolation(error) ? new DomainError('changed-meanwhile', { kind }) : error;
    });
  }

  /** By the rules of today, which may be different from those on the day of the upload; what they find instead is shown. */
  private async presentReport(upload: TemplateUploadEntity): Promise<TemplateReport> {
    const { id, fileSha256, fileName: name } = upload;
    if (fileSha256 === null) return upload.report;
    const { report } = await this.judgeTemplate.judge(requireKind(upload.kind), {
      name,
      content: await this.files.get(fileSha256),
    });
    if (JSON.stringify(report) !== JSON.stringify(upload.report)) {
      await this.uow.run((tx) => tx.update(TemplateUploadEntity, { id }, { report }));
    }
    return report;
  }
}
