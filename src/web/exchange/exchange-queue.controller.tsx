import { Body, Controller, Get, Param, ParseIntPipe, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ManageJob, RetryJob } from '../../exchange/index.js';
import { Allow } from '../../platform/http/access.js';
import { PostedFile, TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { exchangeQueueView } from './exchange-queue-view.js';
import { ExchangeQueuePage } from './exchange-queue-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, needed, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { ExchangeQueuePageQuery } from './exchange-queue-page-query.js';
import { Act, CurrentContext, Page, WATCHES_EXCHANGE, type RedirectTo } from '../kit/http/routes.js';
import { flash } from '../account/flash-messages.js';
import { download } from '../ticket-files/file-answer.js';

const reasonForm = z.object({ reason: needed('Ghi lý do rồi bấm lại.') });
const proofForm = z.object({
  note: needed('Ghi căn cứ biết nơi nhận đã có.'),
  receiptId: optional(),
  file: z.instanceof(PostedFile, { error: 'Chọn tệp chứng cứ.' }),
});

const BACK: RedirectTo = { url: '/trao-doi' };

/** What waits to go out, and what people do with it. */
@Controller()
@Allow(['registryClerk', 'administrator'])
export class ExchangeQueueController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly queue: ExchangeQueuePageQuery,
    private readonly retryJob: RetryJob,
    private readonly hands: ManageJob,
  ) {}

  @Page('trao-doi')
  @Allow(WATCHES_EXCHANGE)
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const view = exchangeQueueView(await this.queue.read(context.actor));
    return renderPage(<ExchangeQueuePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get('trao-doi/chung-cu/:seq')
  @Allow(WATCHES_EXCHANGE)
  async evidence(
    @Param('seq', ParseIntPipe) seq: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.queue.evidence(seq));
  }

  @Act('trao-doi/dang-cho/:seq/thu-lai')
  async tryAgain(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('seq', ParseIntPipe) seq: number,
  ): Promise<RedirectTo> {
    await this.retryJob.retry(actor, seq);
    flash(request, 'done', 'Phần mềm đang thử lại giao dịch này.');
    return BACK;
  }

  @Act('trao-doi/dang-cho/:seq/giu')
  async hold(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('seq', ParseIntPipe) seq: number,
    @Body(new FormPipe(reasonForm)) { reason }: z.infer<typeof reasonForm>,
  ): Promise<RedirectTo> {
    await this.hands.hold(actor, seq, reason);
    flash(request, 'done', 'Đã giữ việc này lại.');
    return BACK;
  }

  @Act('trao-doi/dang-cho/:seq/tha')
  async release(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('seq', ParseIntPipe) seq: number,
  ): Promise<RedirectTo> {
    await this.hands.release(actor, seq);
    flash(request, 'done', 'Phần mềm gửi tiếp giao dịch này.');
    return BACK;
  }

  @Act('trao-doi/dang-cho/:seq/bo')
  async setAside(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('seq', ParseIntPipe) seq: number,
    @Body(new FormPipe(reasonForm)) { reason }: z.infer<typeof reasonForm>,
  ): Promise<RedirectTo> {
    await this.hands.setAside(actor, seq, reason);
    flash(request, 'done', 'Đã bỏ việc này, có ghi nhật ký.');
    return BACK;
  }

  @Act('trao-doi/dang-cho/:seq/da-toi')
  @TakesFiles()
  async delivered(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('seq', ParseIntPipe) seq: number,
    @Body(new FormPipe(proofForm)) proof: z.infer<typeof proofForm>,
  ): Promise<RedirectTo> {
    await this.hands.markDelivered(actor, seq, proof);
    flash(request, 'done', 'Đã ghi là tới nơi, cùng chứng cứ.');
    return BACK;
  }
}
