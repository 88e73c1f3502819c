import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { FileStore } from '../../platform/files/file-store.js';
import { LetterPictures } from './readings/letter-pictures.js';
import { ReadDraft } from './readings/read-draft.js';
import { STAFF } from './routes.js';
import { DOCX, download, made, pageNumber, shown } from './stored-file.js';

/** A draft as pictures, as PDF and as DOCX: the present revision, for those who may see it. */
@Controller('du-thao/:id')
@Allow(STAFF)
export class DraftFilesController {
  constructor(
    private readonly drafts: ReadDraft,
    private readonly pictures: LetterPictures,
    private readonly files: FileStore,
  ) {}

  @Get('trang/:page.png')
  async picture(
    @CurrentActor() actor: Actor,
    @Param() { id, page }: { readonly id: string; readonly page: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { draft } = await this.drafts.seen(actor, id);
    const content = await this.pictures.picture(made(draft.pdfSha256), pageNumber(page));
    return shown(reply, { content: made(content), name: `trang-${page}.png`, type: 'image/png' });
  }

  @Get('cong-van.pdf')
  async pdf(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { draft } = await this.drafts.seen(actor, id);
    const content = await this.files.get(made(draft.pdfSha256));
    return shown(reply, { content, name: `cong-van-ban-${draft.revision}.pdf`, type: 'application/pdf' });
  }

  @Get('cong-van.docx')
  async docx(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { draft } = await this.drafts.seen(actor, id);
    const content = await this.files.get(made(draft.docxSha256));
    return download(reply, { content, name: `cong-van-ban-${draft.revision}.docx`, type: DOCX });
  }
}
