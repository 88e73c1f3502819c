import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ImportWordRevision, WordLetters, WriteDraft } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { bringingWord, takenFile } from './draft-word-view.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { RevisionPageQuery } from './revision-page-query.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done, flash } from '../account/flash-messages.js';
import { DOCX, download } from '../ticket-files/file-answer.js';
import { requireFound } from '../kit/http/found-page.js';
import type { Posted } from '../kit/form/posted-form.js';

const version = z.coerce.number().int().min(1);
const leaving = z.object({ version, reason: optional() });
/** A letter on its way to Word and back. */
@Controller()
@Allow(STAFF)
export class DraftWordController {
  constructor(
    private readonly revisions: RevisionPageQuery,
    private readonly letters: WordLetters,
    private readonly files: FileStore,
    private readonly importWordRevision: ImportWordRevision,
    private readonly writeDraft: WriteDraft,
  ) {}

  @Get('du-thao/:id/ban/:revision/sua-trong-word.docx')
  async download(
    @CurrentActor() actor: Actor,
    @Param() which: { readonly id: string; readonly revision: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const seen = await this.revisions.requireVisible(actor, which.id, which.revision);
    const revision = await this.writeDraft.giveOut(actor, which.id, seen.revision.revision);
    const docx = await this.files.get(requireFound(revision.docxSha256));
    const content = await this.letters.bound(docx, revision);
    return download(reply, { content, name: `cong-van-ban-${revision.revision}-sua.docx`, type: DOCX });
  }

  @Act('du-thao/:id/nop-word')
  @TakesFiles()
  async take(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(bringingWord.pipe) { file, ...form }: Posted<typeof bringingWord>,
  ): Promise<RedirectTo> {
    const taken = await this.importWordRevision.import(actor, id, { ...form, name: file.name, content: file.content });
    const { url, notice, words } = takenFile(id, taken);
    flash(request, notice, words);
    return { url };
  }

  @Act('du-thao/:id/bo-word')
  async leave(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(leaving)) form: z.infer<typeof leaving>,
  ): Promise<RedirectTo> {
    await this.importWordRevision.leave(actor, id, form);
    return done(request, 'Đã trở lại biểu mẫu; bản sửa trong Word vẫn được giữ trong danh sách.', `/du-thao/${id}`);
  }
}
