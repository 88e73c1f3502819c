import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import {
  CloseTicket,
  DecidePublication,
  RateAnswer,
  ReopenTicket,
  RequestPublication,
  WithdrawTicket,
} from '../../tickets/index.js';
import { linesOf } from '../identity/redaction-view.js';
import { FormPipe, needed, optional } from '../kit/http/form-pipe.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { flash } from '../account/flash-messages.js';

const rating = z.object({
  stars: z.coerce.number('Chọn số sao từ 1 đến 5.').default(0),
  comment: optional(),
});

const withReason = z.object({ reason: optional() });

const wish = z.object({
  title: optional(),
  text: optional(),
  left: optional().transform(linesOf),
  consent: optional().transform((ticked) => ticked !== ''),
});

const chosen = z.object({ publicationId: needed('Mở lại phiếu để xem đề nghị đang chờ duyệt.') });

const declined = chosen.extend({ reason: optional() });

const APPROVED = {
  published: 'Đã duyệt công khai.',
  endorsed: 'Đã duyệt lần một. Lĩnh vực này cần thêm một người duyệt thì mới công khai.',
} as const;

/** What follows an answer, and what ends a ticket; who may is asked by the table of acts. */
@Controller()
@Allow(STAFF)
export class TicketAfterController {
  constructor(
    private readonly rateAnswer: RateAnswer,
    private readonly reopenTicket: ReopenTicket,
    private readonly requestPublication: RequestPublication,
    private readonly decidePublication: DecidePublication,
    private readonly closeTicket: CloseTicket,
    private readonly withdrawTicket: WithdrawTicket,
  ) {}

  @Act('phieu/:id/danh-gia')
  async rate(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(rating)) form: z.infer<typeof rating>,
  ): Promise<RedirectTo> {
    await this.rateAnswer.rate(actor, id, form);
    flash(request, 'done', 'Đã ghi đánh giá của người phản ánh.');
    return { url: `/phieu/${id}` };
  }

  @Act('phieu/:id/mo-lai')
  async reopen(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(withReason)) { reason }: z.infer<typeof withReason>,
  ): Promise<RedirectTo> {
    await this.reopenTicket.reopen(actor, id, reason);
    flash(request, 'done', 'Đã mở lại phiếu.');
    return { url: `/phieu/${id}` };
  }

  @Act('phieu/:id/cong-khai')
  async askPublication(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(wish)) form: z.infer<typeof wish>,
  ): Promise<RedirectTo> {
    await this.requestPublication.request(actor, id, form);
    flash(request, 'done', 'Đã gửi đề nghị công khai.');
    return { url: `/phieu/${id}` };
  }

  @Act('phieu/:id/duyet-cong-khai')
  async approvePublication(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(chosen)) { publicationId }: z.infer<typeof chosen>,
  ): Promise<RedirectTo> {
    flash(request, 'done', APPROVED[await this.decidePublication.approve(actor, id, publicationId)]);
    return { url: `/phieu/${id}` };
  }

  @Act('phieu/:id/khong-cong-khai')
  async declinePublication(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(declined)) form: z.infer<typeof declined>,
  ): Promise<RedirectTo> {
    await this.decidePublication.decline(actor, id, form);
    flash(request, 'done', 'Đã ghi không công khai.');
    return { url: `/phieu/${id}` };
  }

  @Act('phieu/:id/dong')
  async close(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.closeTicket.close(actor, id);
    flash(request, 'done', 'Đã kết thúc phiếu.');
    return { url: `/phieu/${id}` };
  }

  @Act('phieu/:id/rut')
  async withdraw(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(withReason)) { reason }: z.infer<typeof withReason>,
  ): Promise<RedirectTo> {
    await this.withdrawTicket.withdraw(actor, id, reason);
    flash(request, 'done', 'Đã ghi người phản ánh rút phản ánh.');
    return { url: `/phieu/${id}` };
  }
}
