import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { EnterGivenNumber, NumberAndSeal, VoidNumber } from '../../signing/index.js';
import { EnterOtherArrival, EnterOtherDocument } from '../../documents/index.js';
import { enteringOtherArrival, OTHER_ARRIVAL } from '../awaited-numbers/other-arrival-view.js';
import { enteringOther, OTHER_DOCUMENT } from './other-document-view.js';
import { registersView } from './registers-view.js';
import { RegistersPage, type RegisterBook } from './registers-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { optionalYear } from '../kit/http/optional-day.js';
import { PresentDay } from '../kit/http/present-day.js';
import { RegistersPageQuery } from './registers-page-query.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';
import { numbering } from '../signing/given-number-view.js';

const number = z.coerce.number().int().min(1).max(2_000_000_000).nullable().catch(null);

const address = z.object({
  nam: optionalYear,
  'den-so': number.default(null),
  'phat-hanh': z.string().max(100).catch(''),
});

/** What was done by the one press. */
const DONE = {
  sealing: 'Đã vào sổ và lấy số; hệ thống quản lý văn bản đang đóng dấu.',
  asked: 'Đã xin số của hệ thống quản lý văn bản; có số thì vào sổ và đóng dấu ngay.',
};

const voiding = z.object({ reason: optional() });

type Address = z.infer<typeof address>;

@Controller()
@Allow(STAFF)
export class RegistersController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly day: PresentDay,
    private readonly registers: RegistersPageQuery,
    private readonly numberAndSeal: NumberAndSeal,
    private readonly enterGivenNumber: EnterGivenNumber,
    private readonly voidNumber: VoidNumber,
    private readonly enterOtherDocument: EnterOtherDocument,
    private readonly enterOtherArrival: EnterOtherArrival,
  ) {}

  @Page('so-van-ban/di')
  outgoing(@CurrentContext() context: RequestContext, @Query(new FormPipe(address)) asked: Address): Promise<string> {
    return this.draw(context, 'di', asked);
  }

  @Page('so-van-ban/den')
  incoming(@CurrentContext() context: RequestContext, @Query(new FormPipe(address)) asked: Address): Promise<string> {
    return this.draw(context, 'den', asked);
  }

  @Page('so-van-ban/theo-doi')
  tracking(@CurrentContext() context: RequestContext, @Query(new FormPipe(address)) asked: Address): Promise<string> {
    return this.draw(context, 'theo-doi', asked);
  }

  @Act('phat-hanh/:id')
  @Allow(['registryClerk'])
  async release(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    const taken = await this.numberAndSeal.numberAndSeal(actor, id);
    return done(request, DONE[taken], `/so-van-ban/di?phat-hanh=${id}`);
  }

  @Act('phat-hanh/:id/so-da-cap')
  @Allow(['registryClerk'])
  async enterNumber(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(numbering.pipe) typed: Posted<typeof numbering>,
  ): Promise<RedirectTo> {
    await this.enterGivenNumber.enter(actor, id, typed);
    return done(
      request,
      'Đã vào sổ theo số đã cấp; hệ thống quản lý văn bản đang đóng dấu.',
      `/so-van-ban/di?phat-hanh=${id}`,
    );
  }

  @Act('so-van-ban/di/van-ban-khac')
  @Allow(['registryClerk'])
  async enterOther(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(enteringOther.pipe) typed: Posted<typeof enteringOther>,
  ): Promise<RedirectTo> {
    await this.enterOtherDocument.enter(actor, typed);
    return done(request, 'Đã ghi văn bản vào sổ theo hệ thống quản lý văn bản.', '/so-van-ban/di');
  }

  @Act('so-van-ban/den/van-ban-khac')
  @Allow(['registryClerk'])
  async enterArrival(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(enteringOtherArrival.pipe) typed: Posted<typeof enteringOtherArrival>,
  ): Promise<RedirectTo> {
    await this.enterOtherArrival.enter(actor, typed);
    return done(request, 'Đã ghi văn bản vào sổ theo hệ thống quản lý văn bản.', '/so-van-ban/den');
  }

  @Act('phat-hanh/:id/dong-dau-lai')
  @Allow(['registryClerk'])
  async sealAgain(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.numberAndSeal.sealAgain(actor, id);
    return done(
      request,
      'Đã yêu cầu hệ thống quản lý văn bản đóng dấu lại, giữ nguyên số.',
      `/so-van-ban/di?phat-hanh=${id}`,
    );
  }

  @Act('phat-hanh/:id/huy-so')
  @Allow(['registryClerk'])
  async giveUpNumber(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(voiding)) { reason }: z.infer<typeof voiding>,
  ): Promise<RedirectTo> {
    await this.voidNumber.void(actor, id, reason);
    return done(request, 'Đã hủy số, ghi lý do vào sổ; văn bản đã về người soạn.', '/so-van-ban/di');
  }

  private async draw(context: RequestContext, code: RegisterBook['code'], asked: Address): Promise<string> {
    const request = { code, year: asked.nam, top: asked['den-so'], release: asked['phat-hanh'] };
    const reading = await this.registers.read(context.actor, request);
    const other = code === 'den' ? OTHER_ARRIVAL : OTHER_DOCUMENT;
    const refused = takeRefusedAct(context.request, '/phat-hanh') ?? takeRefusedForm(context.request, other);
    const frame = await this.pageContext.of(context);
    return renderPage(
      <RegistersPage frame={frame} view={registersView(reading, context.actor, await this.day.now(), refused)} />,
    );
  }
}
