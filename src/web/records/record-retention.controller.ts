import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { ARCHIVISTS, HOLDERS } from '../../records/domain/hand-over.js';
import { Allow } from '../../platform/http/access.js';
import { RetainRecordFile } from '../../records/index.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { flash } from '../account/flash-messages.js';

const handingOver = z.object({ on: optional(), minutes: optional() });
const keepingBack = z.object({ until: optional(), consent: optional() });
const because = z.object({ reason: optional() });

/** What becomes of a file once its work has ended. */
@Controller('ho-so')
@Allow(STAFF)
export class RecordRetentionController {
  constructor(private readonly retain: RetainRecordFile) {}

  @Act(':id/nop-luu')
  @Allow(ARCHIVISTS)
  async handOver(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(handingOver)) given: z.infer<typeof handingOver>,
  ): Promise<RedirectTo> {
    await this.retain.handOver(actor, id, given);
    flash(request, 'done', 'Đã ghi nộp lưu.');
    return { url: `/ho-so/${id}` };
  }

  @Act(':id/giu-lai')
  async keepBack(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(keepingBack)) given: z.infer<typeof keepingBack>,
  ): Promise<RedirectTo> {
    await this.retain.keepBack(actor, id, given);
    flash(request, 'done', 'Đã ghi giữ lại; hạn nộp lưu đã đổi.');
    return { url: `/ho-so/${id}` };
  }

  @Act(':id/khong-huy')
  @Allow(HOLDERS)
  async hold(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(because)) { reason }: z.infer<typeof because>,
  ): Promise<RedirectTo> {
    await this.retain.hold(actor, id, reason);
    flash(request, 'done', 'Đã tạm dừng hủy hồ sơ.');
    return { url: `/ho-so/${id}` };
  }

  @Act(':id/thoi-giu')
  @Allow(HOLDERS)
  async release(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(because)) { reason }: z.infer<typeof because>,
  ): Promise<RedirectTo> {
    await this.retain.release(actor, id, reason);
    flash(request, 'done', 'Đã bỏ tạm dừng hủy hồ sơ.');
    return { url: `/ho-so/${id}` };
  }
}
