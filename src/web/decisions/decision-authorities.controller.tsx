import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { WriteDecisionAuthority } from '../../delegation/index.js';
import { AUTHORITY_EDITORS } from '../../delegation/domain/authority-flaws.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { endingLine } from '../people/authority-fields.js';
import { renderPage } from '../kit/render-page.js';
import { download } from '../ticket-files/file-answer.js';
import { DecisionAuthoritiesPage } from './decision-authorities-page.js';
import { DecisionAuthoritiesPageQuery } from './decision-authorities-page-query.js';
import { decisionAuthoritiesView } from './decision-authorities-view.js';
import { adding, DECISION_AUTHORITIES } from './decision-authority-form.js';
import type { Posted } from '../kit/form/posted-form.js';

/** Everybody may read who decides; the Office and the administrator write it down. */
@Controller('tham-quyen-quyet-dinh')
@Allow('signedIn')
export class DecisionAuthoritiesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly authorities: DecisionAuthoritiesPageQuery,
    private readonly write: WriteDecisionAuthority,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const { request, actor } = context;
    const refused = takeRefusedForm(request, DECISION_AUTHORITIES) ?? takeRefusedAct(request, DECISION_AUTHORITIES);
    const view = decisionAuthoritiesView(await this.authorities.read(actor), refused);
    return renderPage(<DecisionAuthoritiesPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @TakesFiles()
  @AskAgain()
  @Allow(AUTHORITY_EDITORS)
  async add(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(adding.pipe) given: Posted<typeof adding>,
  ): Promise<RedirectTo> {
    await this.write.add(actor, given);
    return done(request, 'Đã lưu thẩm quyền quyết định.', DECISION_AUTHORITIES);
  }

  @Act(':id/cham-dut')
  @AskAgain()
  @Allow(AUTHORITY_EDITORS)
  async end(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(endingLine.pipe) given: Posted<typeof endingLine>,
  ): Promise<RedirectTo> {
    await this.write.end(actor, { id, ...given });
    return done(request, 'Đã ghi ngày chấm dứt thẩm quyền quyết định.', DECISION_AUTHORITIES);
  }

  @Get(':id/tep')
  async file(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, await this.authorities.file(id));
  }
}
