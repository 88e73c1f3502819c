import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { DraftReminder, ReminderLetters } from '../../supervision/index.js';
import { INSPECTORS, SUPERVISION_READERS } from '../../supervision/domain/policy.js';
import { dropping, lettersView } from './directives-view.js';
import { draftHref } from '../revisions/draft-revisions.js';
import { LETTERS } from './supervision-view.js';
import { LettersPage } from './directives-pages.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, needed } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { DirectivesPageQuery } from './directives-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import { download } from '../ticket-files/file-answer.js';
import type { Posted } from '../kit/form/posted-form.js';

const toUnit = z.object({ unitId: needed('Chọn đơn vị cần đôn đốc.') });

/** Letters that remind units of their tickets. */
@Controller('giam-sat/don-doc')
@Allow(SUPERVISION_READERS)
export class ReminderLettersController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: DirectivesPageQuery,
    private readonly letters: ReminderLetters,
    private readonly draftReminder: DraftReminder,
  ) {}

  @Page('')
  async list(@CurrentContext() context: RequestContext): Promise<string> {
    const view = lettersView(await this.query.letters(context.actor), takeRefusedAct(context.request, LETTERS));
    return renderPage(<LettersPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @Allow(INSPECTORS)
  async remind(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(toUnit)) { unitId }: z.infer<typeof toUnit>,
  ): Promise<RedirectTo> {
    await this.letters.toUnit(actor, unitId);
    return done(request, 'Đang lập công văn đôn đốc; tải ở danh sách này.', LETTERS);
  }

  @Get(':id.docx')
  async docx(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, await this.query.letter(id));
  }

  @Act(':id/lap')
  @Allow(INSPECTORS)
  async confirm(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.letters.confirm(actor, id);
    return done(request, 'Đang lập công văn đôn đốc; tải ở danh sách này.', LETTERS);
  }

  @Act(':id/van-ban')
  @Allow(INSPECTORS)
  async draft(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    const draftId = await this.draftReminder.draft(actor, id);
    return done(request, 'Đã lập dự thảo công văn đôn đốc.', draftHref(draftId));
  }

  @Act(':id/bo')
  @Allow(INSPECTORS)
  async drop(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(dropping.pipe) { reason }: Posted<typeof dropping>,
  ): Promise<RedirectTo> {
    await this.letters.drop(actor, id, reason);
    return done(request, 'Đã bỏ công văn đôn đốc này.', LETTERS);
  }
}
