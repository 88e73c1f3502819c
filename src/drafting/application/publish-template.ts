import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDate, civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  mayChangeTemplates,
  templatePublicationFlaws,
  type TemplatePublication,
} from '../domain/template-publication.js';
import { TemplateUploadEntity, TemplateVersionEntity } from '../persistence/template.entities.js';

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
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`, `template-flawed` with the flaws, `changed-meanwhile` when it is in use already */
  async execute(actor: Actor, { uploadId, ...publication }: PublishTemplateCommand): Promise<PublishedTemplate> {
    if (!mayChangeTemplates(actor)) throw new DomainError('forbidden');
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const upload = await tx.findOneBy(TemplateUploadEntity, { id: uploadId });
      if (!upload) throw new DomainError('not-found', { what: 'template' });
      const { kind, report } = upload;
      const flaws = templatePublicationFlaws(publication, report, civilDateOf(now));
      if (flaws.length > 0) throw new DomainError('template-flawed', { flaws });

      const number = ((await tx.maximum(TemplateVersionEntity, 'number', { kind })) ?? 0) + 1;
      const validFrom = civilDate(publication.validFrom);
      const reason = publication.reason.trim();
      const acceptedBecause = report.warnings.length > 0 ? publication.acceptedBecause.trim() : null;
      const who = { publishedById: actor.id, publishedByName: actor.name, publishedAt: now };
      const standing = { withdrawnAt: null, withdrawnByName: null, withdrawnBecause: null };
      const version = { ...{ uploadId, kind, number, validFrom, reason, acceptedBecause }, ...who, ...standing };
      await tx.insert(TemplateVersionEntity, version).catch((error: unknown) => {
        throw isUniqueViolation(error) ? new DomainError('changed-meanwhile', { kind, number }) : error;
      });

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
  }
}
