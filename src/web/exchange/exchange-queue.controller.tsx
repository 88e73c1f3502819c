import { Body, Controller, Get, Param, ParseIntPipe, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ManageJob, RetryJob } from '../../exchange/index.js';
import { Allow } from '../../platform/http/access.js';
import { PostedFile, TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { exchangeQueueView } from './exchange-queue.js';
import { ExchangeQueuePage } from './exchange-queue-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, needed, optional } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { ExchangeQueuePageQuery } from './exchange-queue-page-query.js';
import { Act, CurrentVisit, Page, WATCHES_EXCHANGE, type Onward } from '../kit/http/routes.js';
import { leaveNotice } from '../account/session-words.js';
import { download } from '../ticket-files/stored-file.js';

const reasonForm = z.object({ reason: needed('Ghi lý do rồi bấm lại.') });
const proofForm = z.object({
  note: needed('Ghi vì sao biết nơi nhận đã có.'),
  receiptId: optional(),
  file: z.instanceof(PostedFile, { error: 'Chọn tệp chứng cứ.' }),
});

const BACK: Onward = { url: '/trao-doi' };

/** What waits to go out, and what people do with it. */
@Controller()
@Allow(['registryClerk', 'administrator'])
export class ExchangeQueueController {
  constructor(
    private readonly frames: Frames,
    private readonly queue: ExchangeQueuePageQuery,
    private readonly retryJob: RetryJob,
    private readonly hands: ManageJob,
  ) {}

  @Page('trao-doi')
  @Allow(WATCHES_EXCHANGE)
  async page(@CurrentVisit() visit: Visit): Promise<string> {
    const view = exchangeQueueView(await this.queue.read(visit.actor));
    return renderPage(<ExchangeQueuePage frame={await this.frames.of(visit)} view={view} />);
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
  async tryAgain(@CurrentVisit() { actor, request }: Visit, @Param('seq', ParseIntPipe) seq: number): Promise<Onward> {
    await this.retryJob.retry(actor, seq);
    leaveNotice(request, 'done', 'Hệ thống đang thử lại việc này.');
    return BACK;
  }

  @Act('trao-doi/dang-cho/:seq/giu')
  async hold(
    @CurrentVisit() { actor, request }: Visit,
    @Param('seq', ParseIntPipe) seq: number,
    @Body(new FormPipe(reasonForm)) { reason }: z.infer<typeof reasonForm>,
  ): Promise<Onward> {
    await this.hands.hold(actor, seq, reason);
    leaveNotice(request, 'done', 'Đã giữ việc này lại.');
    return BACK;
  }

  @Act('trao-doi/dang-cho/:seq/tha')
  async release(@CurrentVisit() { actor, request }: Visit, @Param('seq', ParseIntPipe) seq: number): Promise<Onward> {
    await this.hands.release(actor, seq);
    leaveNotice(request, 'done', 'Hệ thống làm tiếp việc này.');
    return BACK;
  }

  @Act('trao-doi/dang-cho/:seq/bo')
  async setAside(
    @CurrentVisit() { actor, request }: Visit,
    @Param('seq', ParseIntPipe) seq: number,
    @Body(new FormPipe(reasonForm)) { reason }: z.infer<typeof reasonForm>,
  ): Promise<Onward> {
    await this.hands.setAside(actor, seq, reason);
    leaveNotice(request, 'done', 'Đã bỏ việc này, có ghi nhật ký.');
    return BACK;
  }

  @Act('trao-doi/dang-cho/:seq/da-toi')
  @TakesFiles()
  async delivered(
    @CurrentVisit() { actor, request }: Visit,
    @Param('seq', ParseIntPipe) seq: number,
    @Body(new FormPipe(proofForm)) proof: z.infer<typeof proofForm>,
  ): Promise<Onward> {
    await this.hands.markDelivered(actor, seq, proof);
    leaveNotice(request, 'done', 'Đã ghi là tới nơi, cùng chứng cứ.');
    return BACK;
  }
}
