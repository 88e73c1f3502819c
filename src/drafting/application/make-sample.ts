import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Payload, JobHandler } from '../../platform/outbox/outbox.js';
import { TemplateUploadEntity } from '../persistence/template.entities.js';
import { PdfMaker } from '../ports/pdf-maker.port.js';

type Pages = Partial<Pick<TemplateUploadEntity, 'pdfSha256' | 'pdfProblem'>>;

/** Makes the pages of an uploaded template's sample, for eyes only. Never in a request. */
@Injectable()
export class MakeSample implements JobHandler {
  readonly kind = 'drafting.makeSample';

  constructor(
    private readonly pdfMaker: PdfMaker,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
  ) {}

  async handle({ uploadId: id = '' }: Payload): Promise<void> {
    const upload = await this.database.reader.getRepository(TemplateUploadEntity).findOneBy({ id });
    if (!upload?.sampleSha256 || upload.pdfSha256 !== null) return;
    await this.note(id, await this.pagesOf(upload.sampleSha256));
  }

  async giveUp({ uploadId: id = '' }: Payload, reason: string): Promise<void> {
    await this.note(id, { pdfProblem: reason.slice(0, 1000) });
  }

  private async pagesOf(sampleSha256: string): Promise<Pages> {
    const [conversion] = await this.pdfMaker.convert([await this.files.get(sampleSha256)]);
    if (conversion?.status === 'done') return { pdfSha256: await this.files.put(conversion.pdf), pdfProblem: null };
    if (conversion?.status === 'refused') return { pdfProblem: conversion.reason.slice(0, 1000) };
    throw new OutsideUnavailable(conversion?.reason ?? 'Bộ chuyển PDF không trả lời.');
  }

  private async note(id: string, pages: Pages): Promise<void> {
    await this.uow.run((tx) => tx.update(TemplateUploadEntity, { id, pdfSha256: IsNull() }, pages));
  }
}
