import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { TemplateUploadEntity } from '../persistence/template.entities.js';
import { PdfMaker } from '../ports/pdf-maker.port.js';
import { MAKE_SAMPLE } from '../jobs/jobs.js';

type Pages = Partial<Pick<TemplateUploadEntity, 'pdfSha256' | 'pdfProblem'>>;

/** Makes the pages of an uploaded template's sample, for eyes only. Never in a request. */
@Injectable()
export class MakeSample implements JobHandler<typeof MAKE_SAMPLE> {
  readonly job = MAKE_SAMPLE;

  constructor(
    private readonly pdfMaker: PdfMaker,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
  ) {}

  async handle({ uploadId: id }: PayloadOf<typeof MAKE_SAMPLE>): Promise<void> {
    const upload = await this.database.reader.getRepository(TemplateUploadEntity).findOneBy({ id });
    if (!upload?.sampleSha256 || upload.pdfSha256 !== null) return;
    await this.note(id, await this.pagesOf(upload.sampleSha256));
  }

  async giveUp({ uploadId: id }: PayloadOf<typeof MAKE_SAMPLE>, reason: string): Promise<void> {
    await this.note(id, { pdfProblem: reason.slice(0, 1000) });
  }

  private async pagesOf(sampleSha256: string): Promise<Pages> {
    const [conversion] = await this.pdfMaker.convert([await this.files.get(sampleSha256)], 'outside');
    if (conversion?.status === 'done') return { pdfSha256: await this.files.put(conversion.pdf), pdfProblem: null };
    if (conversion?.status === 'refused') return { pdfProblem: conversion.reason.slice(0, 1000) };
    throw new OutsideUnavailable(conversion?.reason ?? 'Bộ chuyển PDF không trả lời.');
  }

  private async note(id: string, pages: Pages): Promise<void> {
    await this.uow.run((tx) => tx.update(TemplateUploadEntity, { id, pdfSha256: IsNull() }, pages));
  }
}
