import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { Directives } from '../../supervision/index.js';
import { DIRECTED, DIRECTIVE_READERS, DIRECTORS } from '../../supervision/domain/policy.js';
import { answering, closing, directivesView, directiveView, givingBack } from './directives-view.js';
import { DIRECTIVES } from './supervision-view.js';
import { DirectivePage, DirectivesPage } from './directives-pages.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { DirectivesPageQuery } from './directives-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import { issuing } from './inspection.js';
import type { Posted } from '../kit/form/posted-form.js';
import { FormPipe } from '../kit/http/form-pipe.js';

/** The unit that a new directive shall go to. */
const about = z.object({ 'don-vi': z.string().max(36).catch('') });

/** Directives to units. The domain decides which of them a person sees. */
@Controller('giam-sat/chi-dao')
@Allow(DIRECTIVE_READERS)
export class DirectivesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: DirectivesPageQuery,
    private readonly directives: Directives,
  ) {}

  @Page('')
  async list(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(about)) { 'don-vi': unitId }: z.infer<typeof about>,
  ): Promise<string> {
    const reading = { ...(await this.query.list(context.actor)), unitId };
    const view = directivesView(reading, takeRefusedForm(context.request, DIRECTIVES));
    return renderPage(<DirectivesPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @Allow(DIRECTORS)
  async issue(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(issuing.pipe) given: Posted<typeof issuing>,
  ): Promise<RedirectTo> {
    const id = await this.directives.issue(actor, given);
    return done(request, 'Đã gửi chỉ đạo cho đơn vị.', `${DIRECTIVES}/${id}`);
  }

  @Page(':id')
  async one(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedAct(context.request, `${DIRECTIVES}/${id}`);
    const view = directiveView(await this.query.one(context.actor, id), refused);
    return renderPage(<DirectivePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':id/tra-loi')
  @Allow(DIRECTED)
  async answer(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(answering.pipe) { text }: Posted<typeof answering>,
  ): Promise<RedirectTo> {
    await this.directives.answer(actor, id, text);
    return done(request, 'Đã gửi trả lời.', `${DIRECTIVES}/${id}`);
  }

  @Act(':id/lam-tiep')
  @Allow(DIRECTORS)
  async giveBack(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(givingBack.pipe) given: Posted<typeof givingBack>,
  ): Promise<RedirectTo> {
    await this.directives.giveBack(actor, id, given);
    return done(request, 'Đã yêu cầu đơn vị làm tiếp.', `${DIRECTIVES}/${id}`);
  }

  @Act(':id/ket-thuc')
  @Allow(DIRECTORS)
  async close(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(closing.pipe) { text }: Posted<typeof closing>,
  ): Promise<RedirectTo> {
    await this.directives.close(actor, id, text);
    return done(request, 'Đã kết thúc chỉ đạo.', `${DIRECTIVES}/${id}`);
  }
}
