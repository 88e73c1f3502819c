import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { NumberAndSeal, VoidNumber } from '../../signing/index.js';
import { registersView } from './registers-view.js';
import { RegistersPage, type RegisterBook } from './registers-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { optionalYear } from '../kit/http/optional-day.js';
import { PresentDay } from '../kit/http/present-day.js';
import { RegistersPageQuery } from './registers-page-query.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { flash } from '../account/flash-messages.js';

const number = z.coerce.number().int().min(1).max(2_000_000_000).nullable().catch(null);

const address = z.object({
  nam: optionalYear,
  'den-so': number.default(null),
  'phat-hanh': z.string().max(100).catch(''),
});

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
    private readonly voidNumber: VoidNumber,
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
    await this.numberAndSeal.numberAndSeal(actor, id);
    flash(request, 'done', 'Đã vào sổ và lấy số; e-office đang đóng dấu.');
    return { url: `/so-van-ban/di?phat-hanh=${id}` };
  }

  @Act('phat-hanh/:id/dong-dau-lai')
  @Allow(['registryClerk'])
  async sealAgain(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.numberAndSeal.sealAgain(actor, id);
    flash(request, 'done', 'Đã yêu cầu e-office đóng dấu lại, giữ nguyên số.');
    return { url: `/so-van-ban/di?phat-hanh=${id}` };
  }

  @Act('phat-hanh/:id/huy-so')
  @Allow(['registryClerk'])
  async giveUpNumber(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(voiding)) { reason }: z.infer<typeof voiding>,
  ): Promise<RedirectTo> {
    await this.voidNumber.void(actor, id, reason);
    flash(request, 'done', 'Đã hủy số, ghi lý do vào sổ; văn bản đã về người soạn.');
    return { url: '/so-van-ban/di' };
  }

  private async draw(context: RequestContext, code: RegisterBook['code'], asked: Address): Promise<string> {
    const request = { code, year: asked.nam, top: asked['den-so'], release: asked['phat-hanh'] };
    const reading = await this.registers.read(context.actor, request);
    const frame = await this.pageContext.of(context);
    return renderPage(
      <RegistersPage frame={frame} view={registersView(reading, context.actor, await this.day.now())} />,
    );
  }
}
