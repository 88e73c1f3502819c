import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { ARCHIVISTS, HOLDERS } from '../../records/domain/hand-over.js';
import { Allow } from '../../platform/http/access.js';
import { RetainRecordFile } from '../../records/index.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import type { Visit } from '../kit/http/frames.js';
import { Act, CurrentVisit, STAFF, type Onward } from '../kit/http/routes.js';
import { leaveNotice } from '../account/session-words.js';

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
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(handingOver)) given: z.infer<typeof handingOver>,
  ): Promise<Onward> {
    await this.retain.handOver(actor, id, given);
    leaveNotice(request, 'done', 'Đã ghi nộp lưu.');
    return { url: `/ho-so/${id}` };
  }

  @Act(':id/giu-lai')
  async keepBack(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(keepingBack)) given: z.infer<typeof keepingBack>,
  ): Promise<Onward> {
    await this.retain.keepBack(actor, id, given);
    leaveNotice(request, 'done', 'Đã ghi giữ lại; hạn nộp lưu đã đổi.');
    return { url: `/ho-so/${id}` };
  }

  @Act(':id/khong-huy')
  @Allow(HOLDERS)
  async hold(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(because)) { reason }: z.infer<typeof because>,
  ): Promise<Onward> {
    await this.retain.hold(actor, id, reason);
    leaveNotice(request, 'done', 'Đã giữ hồ sơ, không cho hủy.');
    return { url: `/ho-so/${id}` };
  }

  @Act(':id/thoi-giu')
  @Allow(HOLDERS)
  async release(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(because)) { reason }: z.infer<typeof because>,
  ): Promise<Onward> {
    await this.retain.release(actor, id, reason);
    leaveNotice(request, 'done', 'Đã thôi giữ hồ sơ.');
    return { url: `/ho-so/${id}` };
  }
}
