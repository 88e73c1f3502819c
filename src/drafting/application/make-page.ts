import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { DomainError } from '../../kernel/domain-error.js';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { placeWords } from '../domain/places.js';
import { agencyTemplateNumber } from '../domain/template-version.js';
import { DraftRevisionEntity } from '../persistence/draft-revision.entities.js';
import { DraftEntity } from '../persistence/drafting.entities.js';
import { PdfMaker, type DocxOrigin } from '../ports/pdf-maker.port.js';
import { TemplateRenderer } from '../rendering/template-renderer.js';
import { Templates } from './templates.js';
import { MAKE_PAGE } from '../jobs/jobs.js';

interface Page {
  readonly docxSha256: string | null;
  readonly pdfSha256: string | null;
  readonly pdfProblem: string | null;
}

/** The agency as the letter names it; the account that wrote the file is not told outside. */
const issued = z.object({ co_quan_ban_hanh: z.string().catch('') });

type Wanted = Pick<DraftRevisionEntity, 'draftId' | 'revision'> & Partial<Pick<DraftRevisionEntity, 'savedAt'>>;

/** Makes the page of one revision, present or not, as it was saved last: DOCX by the template, PDF by the converter, free places turned into form fields. Never in a request. */
@Injectable()
export class MakePage implements JobHandler<typeof MAKE_PAGE> {
  readonly job = MAKE_PAGE;

  constructor(
    private readonly templates: Templates,
    private readonly renderer: TemplateRenderer,
    private readonly pdfMaker: PdfMaker,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
  ) {}

  async handle({ draftId, revision: number, savedAt }: PayloadOf<typeof MAKE_PAGE>): Promise<void> {
    const wanted = { draftId, revision: Number(number) };
    const { manager } = this.database.reader;
    const draft = await manager.findOneBy(DraftEntity, { id: draftId });
    const revision = await manager.findOneBy(DraftRevisionEntity, wanted);
    if (!draft || !revision || revision.pdfSha256 !== null) return;
    if (savedAt !== undefined && savedAt !== revision.savedAt.toISOString()) return;
    await this.keepPage(revision, await this.make(draft, revision));
  }

  async giveUp({ draftId, revision }: PayloadOf<typeof MAKE_PAGE>, reason: string): Promise<void> {
    await this.keepPage({ draftId, revision: Number(revision) }, { pdfProblem: reason.slice(0, 1000) });
  }

  /**
   * The page is no change of the draft by a person: its version stays, so that an open form can still be saved. The first page of a revision
   * is its page; another run that comes late changes nothing that may have been approved. What was written over while its page was made
   * gets the page of what it says now, by a job of its own.
   */
  private async keepPage({ draftId, revision, savedAt }: Wanted, page: Partial<Page>): Promise<void> {
    const unmade = { revision, pdfSha256: IsNull() };
    await this.uow.run(async (tx) => {
      const read = { draftId, ...unmade, ...(savedAt && { savedAt }) };
      const { affected } = await tx.update(DraftRevisionEntity, read, page);
      if (affected !== 1) return;
      await tx.update(DraftEntity, { id: draftId, ...unmade }, { ...page, version: () => 'version' });
    });
  }

  private async make(draft: DraftEntity, revision: DraftRevisionEntity): Promise<Page> {
    let docxSha256: string | null = null;
    try {
      const docx = await this.docxOf(draft, revision);
      docxSha256 = await this.files.put(docx);
      await this.keepPage(revision, { docxSha256 });
      const [conversion] = await this.pdfMaker.convert([docx], originOf(draft, revision));
      if (conversion?.status === 'refused') return { docxSha256, pdfSha256: null, pdfProblem: conversion.reason };
      if (conversion?.status !== 'done')
        throw new OutsideUnavailable(conversion?.reason ?? 'Bộ chuyển PDF không trả lời.');
      const { pdf } = await this.pdfMaker.prepare(conversion.pdf, issued.parse(revision.fields).co_quan_ban_hanh);
      return { docxSha256, pdfSha256: await this.files.put(pdf), pdfProblem: null };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'template-timeout') throw error;
      return { docxSha256, pdfSha256: null, pdfProblem: problemOf(error) };
    }
  }

  /** A revision written in Word is the file that came; any other is made of its fields. */
  private async docxOf(
    { template, templateVersion }: DraftEntity,
    { source, docxSha256, fields }: DraftRevisionEntity,
  ): Promise<Buffer> {
    if (source === 'word') return this.files.get(docxSha256 ?? '');
    const file = await this.templates.file(template, templateVersion);
    return (await this.renderer.render(template, fields, file)).docx;
  }
}

/** A file that came back from Word, and a letter of an uploaded template, hold what we did not write. */
function originOf({ templateVersion }: DraftEntity, { source }: DraftRevisionEntity): DocxOrigin {
  return source !== 'word' && agencyTemplateNumber(templateVersion) === null ? 'app' : 'outside';
}

/** The facts of a refusal as the draft page shows them. */
function problemOf({ code, details }: DomainError): string {
  if (code === 'pdf-place-missing')
    return `Trang in không tìm thấy đúng một chỗ dành cho ${placeWords(String(details['place']))}. Sửa lại chỗ đó trong tệp rồi nộp lại.`;
  const message = details['message'];
  return typeof message === 'string' ? message : `${code}: ${JSON.stringify(details)}`.slice(0, 1000);
}
