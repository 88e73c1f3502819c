import { Body, Controller, Param } from '@nestjs/common';
import { AskArrivalNumber, EnterArrivalNumber } from '../../exchange/index.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Allow } from '../../platform/http/access.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { PresentDay } from '../kit/http/present-day.js';
import { Act, CurrentContext, Page, REGISTRY_AND_WATCH, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { AwaitedNumberPage } from './awaited-number-page.js';
import { AwaitedNumbersPage } from './awaited-numbers-page.js';
import { AwaitedNumbersQuery } from './awaited-numbers-query.js';
import { arrivalNumbering, awaitedNumbersView, awaitedNumberView } from './awaited-numbers-view.js';
import { AWAITED_NUMBERS } from './awaited-numbers-words.js';

/** Incoming documents that wait for the number of the e-office, which owns their book. */
@Controller('so-van-ban/den/cho-so')
@Allow(REGISTRY_AND_WATCH)
export class AwaitedNumbersController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly day: PresentDay,
    private readonly awaited: AwaitedNumbersQuery,
    private readonly enterArrivalNumber: EnterArrivalNumber,
    private readonly askArrivalNumber: AskArrivalNumber,
  ) {}

  @Page('')
  async list(@CurrentContext() context: RequestContext): Promise<string> {
    const view = awaitedNumbersView(await this.awaited.list());
    return renderPage(<AwaitedNumbersPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page(':id')
  async one(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedAct(context.request, `${AWAITED_NUMBERS}/${id}`);
    const { now } = await this.day.now();
    const how = { today: civilDateOf(now), refused };
    const view = awaitedNumberView(await this.awaited.one(id), context.actor, how);
    return renderPage(<AwaitedNumberPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':id')
  @Allow(['registryClerk'])
  async enter(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(arrivalNumbering.pipe) typed: Posted<typeof arrivalNumbering>,
  ): Promise<RedirectTo> {
    await this.enterArrivalNumber.enter(actor, id, typed);
    return done(request, 'Đã ghi số đến vào sổ.', AWAITED_NUMBERS);
  }

  @Act(':id/hoi-lai')
  @Allow(['registryClerk'])
  async ask(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.askArrivalNumber.ask(actor, id);
    return done(request, 'Đã hỏi lại hệ thống quản lý văn bản; có số thì sổ ghi ngay.', AWAITED_NUMBERS);
  }
}
