import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { ResumeNumbering, ReconcileOnRequest, RepairDifference } from '../../exchange/index.js';
import { instantOf } from '../../kernel/civil-date.js';
import { Allow } from '../../platform/http/access.js';
import { explaining, goingOn, reconciliationView } from './reconciliation-view.js';
import { ReconciliationPage } from './reconciliation-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { chosenDay } from '../kit/http/optional-day.js';
import { ReconciliationPageQuery } from './reconciliation-page-query.js';
import { Act, CurrentContext, Page, WATCHES_EXCHANGE, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

const askForm = z.object({ from: chosenDay });
const HERE = '/trao-doi/doi-chieu';

/** Where the e-office and the app do not agree, and what people do about it. */
@Controller()
@Allow(['registryClerk', 'administrator'])
export class ReconciliationController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: ReconciliationPageQuery,
    private readonly asked: ReconcileOnRequest,
    private readonly repairDifference: RepairDifference,
    private readonly resumeNumbering: ResumeNumbering,
  ) {}

  @Page('trao-doi/doi-chieu')
  @Allow(WATCHES_EXCHANGE)
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const refused = takeRefusedAct(context.request, HERE);
    const view = reconciliationView({ ...(await this.query.read(context.actor)), refused });
    return renderPage(<ReconciliationPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('trao-doi/doi-chieu')
  async compare(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(askForm)) { from }: z.infer<typeof askForm>,
  ): Promise<RedirectTo> {
    await this.asked.ask(actor, from === null ? undefined : instantOf(from, 0));
    return done(request, 'Đang đối chiếu với hệ thống quản lý văn bản; trang tự hiện kết quả.', HERE);
  }

  @Act('trao-doi/doi-chieu/cap-so')
  async goOn(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(goingOn.pipe) { reason }: Posted<typeof goingOn>,
  ): Promise<RedirectTo> {
    const isOver = await this.resumeNumbering.resume(actor, reason);
    return done(request, isOver ? 'Đã cấp số trở lại.' : 'Đã ghi đề nghị; một người khác phải đồng ý.', HERE);
  }

  @Act('trao-doi/doi-chieu/:id/sua')
  async repair(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.repairDifference.repair(actor, id);
    return done(request, 'Hệ thống đang sửa điểm khác nhau này.', HERE);
  }

  @Act('trao-doi/doi-chieu/:id/giai-thich')
  async explain(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(explaining.pipe) { reason }: Posted<typeof explaining>,
  ): Promise<RedirectTo> {
    await this.repairDifference.explain(actor, id, reason);
    return done(request, 'Đã ghi kết luận.', HERE);
  }
}
