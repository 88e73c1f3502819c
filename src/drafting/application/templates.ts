import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import {
  agencyTemplateNumber,
  templateInForce,
  type AgencyTemplate,
  type TemplateKey,
} from '../domain/template-version.js';
import { TemplateUploadEntity, TemplateVersionEntity } from '../persistence/template.entities.js';
import { builtInFile, type TemplateFile } from '../rendering/template-file.js';
import { requireKind } from '../rendering/template-renderer.js';

/** A version of the agency, how it came to be, and the upload that it is. */
export interface AgencyTemplateFile extends AgencyTemplate {
  readonly decision: TemplateVersionEntity;
  readonly upload: TemplateUploadEntity;
}

/** Uploads that a page lists. */
const LATEST = 10;

/** The templates of every kind: those that ship with the software, and those that the agency has brought. */
@Injectable()
export class Templates {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /** What the agency has taken into use of a kind, or of all, withdrawn versions included, by number. */
  async ofAgency(kind?: string): Promise<readonly AgencyTemplateFile[]> {
    const { manager } = this.database.reader;
    const where = kind === undefined ? {} : { kind };
    const decisions = await manager.find(TemplateVersionEntity, { where, order: { number: 'ASC' } });
    if (decisions.length === 0) return [];
    const uploads = await manager.findBy(TemplateUploadEntity, { id: In(decisions.map(({ uploadId }) => uploadId)) });
    const byId = new Map(uploads.map((upload) => [upload.id, upload]));
    return decisions.flatMap((decision) => {
      const { uploadId, number, validFrom, withdrawnAt } = decision;
      const upload = byId.get(uploadId);
      return upload ? [{ number, validFrom, isWithdrawn: withdrawnAt !== null, decision, upload }] : [];
    });
  }

  /** @throws DomainError `not-found` */
  async upload(kind: string, id: string): Promise<TemplateUploadEntity> {
    const upload = await this.database.reader.getRepository(TemplateUploadEntity).findOneBy({ id, kind });
    if (!upload) throw new DomainError('not-found', { what: 'template' });
    return upload;
  }

  /** What was brought for a kind, in use or not, newest first. */
  latestUploads(kind: string): Promise<readonly TemplateUploadEntity[]> {
    return this.database.reader
      .getRepository(TemplateUploadEntity)
      .find({ where: { kind }, order: { uploadedAt: 'DESC', id: 'ASC' }, take: LATEST });
  }

  /** Which version drafts of a day are begun with. @throws DomainError `template-unknown` */
  async inForce(kindName: string, day: CivilDate): Promise<TemplateKey> {
    const { builtIn } = requireKind(kindName);
    return templateInForce({ builtIn, agencyVersions: await this.ofAgency(kindName) }, day);
  }

  /** The DOCX of a version, in force or not: what was drafted is made again as it was. @throws DomainError `template-unknown` */
  async file(kindName: string, version: TemplateKey): Promise<TemplateFile> {
    const kind = requireKind(kindName);
    const number = agencyTemplateNumber(version);
    if (number === null) return builtInFile(kind, version);
    const sha256 = (await this.ofAgency(kindName)).find((one) => one.number === number)?.upload.fileSha256;
    if (sha256 === null || sha256 === undefined)
      throw new DomainError('template-unknown', { template: `${kindName}, bản ${number}` });
    return { version, id: sha256, read: () => this.files.get(sha256) };
  }
}
