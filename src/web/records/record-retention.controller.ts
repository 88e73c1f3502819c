import { Body, Controller, Param } from '@nestjs/common';
import { ARCHIVISTS, HOLDERS } from '../../records/domain/hand-over.js';
import { Allow } from '../../platform/http/access.js';
import { RetainRecordFile } from '../../records/index.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done } from '../account/flash-messages.js';
import { handingOver, holding, keepingBack } from './file-retention.js';
import type { Posted } from '../kit/form/posted-form.js';

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
    @Body(handingOver.pipe) given: Posted<typeof handingOver>,
  ): Promise<RedirectTo> {
    await this.retain.handOver(actor, id, given);
    return done(request, 'Đã ghi nộp lưu.', `/ho-so/${id}`);
  }

  @Act(':id/giu-lai')
  async keepBack(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(keepingBack.pipe) given: Posted<typeof keepingBack>,
  ): Promise<RedirectTo> {
    await this.retain.keepBack(actor, id, given);
    return done(request, 'Đã ghi giữ lại; hạn nộp lưu đã đổi.', `/ho-so/${id}`);
  }

  @Act(':id/khong-huy')
  @Allow(HOLDERS)
  async hold(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(holding.pipe) { reason }: Posted<typeof holding>,
  ): Promise<RedirectTo> {
    await this.retain.hold(actor, id, reason);
    return done(request, 'Đã tạm dừng hủy hồ sơ.', `/ho-so/${id}`);
  }

  @Act(':id/thoi-giu')
  @Allow(HOLDERS)
  async release(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(holding.pipe) { reason }: Posted<typeof holding>,
  ): Promise<RedirectTo> {
    await this.retain.release(actor, id, reason);
    return done(request, 'Đã bỏ tạm dừng hủy hồ sơ.', `/ho-so/${id}`);
  }
}
