import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ChangeAnnexes } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { RevisionPageQuery } from '../revisions/revision-page-query.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done } from '../account/flash-messages.js';
import { download } from '../ticket-files/file-answer.js';
import { pageNumber, requireFound } from '../kit/http/found-page.js';
import { addingAnnexes, removingAnnex } from './draft-annexes-view.js';
import type { Posted } from '../kit/form/posted-form.js';

/** The annexes of a letter that are files of their own. */
@Controller()
@Allow(STAFF)
export class DraftAnnexesController {
  constructor(
    private readonly revisions: RevisionPageQuery,
    private readonly files: FileStore,
    private readonly annexes: ChangeAnnexes,
  ) {}

  @Get('du-thao/:id/ban/:revision/phu-luc/:position.pdf')
  async annex(
    @CurrentActor() actor: Actor,
    @Param() which: { readonly id: string; readonly revision: string; readonly position: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { revision } = await this.revisions.requireVisible(actor, which.id, which.revision);
    const { name, sha256 } = requireFound(revision.annexes?.[pageNumber(which.position) - 1]);
    return download(reply, { content: await this.files.get(sha256), name, type: 'application/pdf' });
  }

  @Act('du-thao/:id/phu-luc')
  @TakesFiles()
  async add(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(addingAnnexes.pipe) form: Posted<typeof addingAnnexes>,
  ): Promise<RedirectTo> {
    await this.annexes.add(actor, id, form);
    return done(request, 'Đã thêm phụ lục thành một bản mới.', `/du-thao/${id}`);
  }

  @Act('du-thao/:id/bo-phu-luc')
  async remove(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(removingAnnex.pipe) form: Posted<typeof removingAnnex>,
  ): Promise<RedirectTo> {
    await this.annexes.remove(actor, id, form);
    return done(request, 'Đã bỏ phụ lục thành một bản mới; bản trước vẫn giữ tệp.', `/du-thao/${id}`);
  }
}
