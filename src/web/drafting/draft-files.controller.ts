import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { WriteDraft, type DraftRevisionEntity } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { FileStore } from '../../platform/files/file-store.js';
import { LetterPictures } from '../kit/letter-pages/letter-pictures.js';
import { RevisionPageQuery } from '../revisions/revision-page-query.js';
import { STAFF } from '../kit/http/routes.js';
import { DOCX, download, showInline } from '../ticket-files/file-answer.js';
import { pageNumber, requireFound } from '../kit/http/found-page.js';

interface OneRevision {
  readonly id: string;
  /** Left out for the present one. */
  readonly revision?: string;
}

/** A draft as pictures, as PDF and as DOCX: the present revision or any before it, for those who may see it. */
@Controller('du-thao/:id')
@Allow(STAFF)
export class DraftFilesController {
  constructor(
    private readonly revisions: RevisionPageQuery,
    private readonly pictures: LetterPictures,
    private readonly files: FileStore,
    private readonly writeDraft: WriteDraft,
  ) {}

  @Get('ban/:revision/trang/:page.jpg')
  async picture(
    @CurrentActor() actor: Actor,
    @Param() { page, ...which }: OneRevision & { readonly page: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { pdfSha256 } = await this.revisionOf(actor, which);
    const content = await this.pictures.picture(requireFound(pdfSha256), pageNumber(page));
    return showInline(reply, { content: requireFound(content), name: `trang-${page}.jpg`, type: 'image/jpeg' });
  }

  @Get(['cong-van.pdf', 'ban/:revision/cong-van.pdf'])
  async pdf(
    @CurrentActor() actor: Actor,
    @Param() which: OneRevision,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { pdfSha256, revision } = await this.revisionOf(actor, which);
    const content = await this.files.get(requireFound(pdfSha256));
    return showInline(reply, { content, name: `cong-van-ban-${revision}.pdf`, type: 'application/pdf' });
  }

  @Get(['cong-van.docx', 'ban/:revision/cong-van.docx'])
  async docx(
    @CurrentActor() actor: Actor,
    @Param() which: OneRevision,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { revision } = await this.revisionOf(actor, which);
    const { docxSha256 } = await this.writeDraft.giveOut(actor, which.id, revision);
    const content = await this.files.get(requireFound(docxSha256));
    return download(reply, { content, name: `cong-van-ban-${revision}.docx`, type: DOCX });
  }

  private async revisionOf(actor: Actor, { id, revision }: OneRevision): Promise<DraftRevisionEntity> {
    return (await this.revisions.requireVisible(actor, id, revision)).revision;
  }
}
