import { Injectable } from '@nestjs/common';
import { requireKind, Templates, type TemplateUploadEntity } from '../../drafting/index.js';
import { agencyTemplateInForce } from '../../drafting/domain/template-version.js';
import { mayChangeTemplates } from '../../drafting/domain/template-publication.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { samplePictures } from '../../../templates/catalogue.js';
import type { TemplateReading, TemplatesReading, UploadReading } from './templates-view.js';
import { LetterPictures } from '../kit/letter-pages/letter-pictures.js';

/** Reads the templates for their pages. */
@Injectable()
export class TemplatesPageQuery {
  constructor(
    private readonly templates: Templates,
    private readonly pictures: LetterPictures,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<TemplatesReading> {
    return { agencyVersions: await this.templates.ofAgency(), today: this.today() };
  }

  /** @throws DomainError `template-unknown` */
  async one(actor: Actor, kindName: string): Promise<TemplateReading> {
    const kind = requireKind(kindName);
    const [agencyVersions, uploads] = await Promise.all([
      this.templates.ofAgency(kindName),
      this.templates.latestUploads(kindName),
    ]);
    const today = this.today();
    const own = agencyTemplateInForce(agencyVersions, today)?.upload;
    const pages = own ? await this.pictures.pages(own.pdfSha256) : samplePictures(kindName).length;
    return { kind, agencyVersions, uploads, pages, today, mayChange: mayChangeTemplates(actor) };
  }

  /** @throws DomainError `template-unknown`, `not-found` */
  async upload(actor: Actor, kindName: string, id: string): Promise<UploadReading> {
    const kind = requireKind(kindName);
    const [upload, agencyVersions] = await Promise.all([
      this.templates.upload(kindName, id),
      this.templates.ofAgency(kindName),
    ]);
    const pages = await this.pictures.pages(upload.pdfSha256);
    const version = agencyVersions.find(({ decision }) => decision.uploadId === id) ?? null;
    return { kind, upload, version, pages, today: this.today(), mayChange: mayChangeTemplates(actor) };
  }

  /** The page of an upload's sample, a PNG; null where there is none. */
  async picture(upload: TemplateUploadEntity, page: number): Promise<Buffer | null> {
    return upload.pdfSha256 === null ? null : this.pictures.picture(upload.pdfSha256, page);
  }

  private today(): CivilDate {
    return civilDateOf(this.clock.now());
  }
}
