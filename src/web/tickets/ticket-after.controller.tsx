import { Body, Controller, Param } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import {
  CloseTicket,
  DecidePublication,
  RateAnswer,
  ReopenTicket,
  RequestPublication,
  WithdrawTicket,
} from '../../tickets/index.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done } from '../account/flash-messages.js';
import { rating, reopening, withdrawing } from './ticket-after.js';
import type { Posted } from '../kit/form/posted-form.js';
import { approving, declining, wishing } from './ticket-publication.js';

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
    @Body(rating.pipe) form: Posted<typeof rating>,
  ): Promise<RedirectTo> {
    await this.rateAnswer.rate(actor, id, form);
    return done(request, 'Đã ghi đánh giá của người phản ánh.', `/phieu/${id}`);
  }

  @Act('phieu/:id/mo-lai')
  async reopen(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(reopening.pipe) { reason }: Posted<typeof reopening>,
  ): Promise<RedirectTo> {
    await this.reopenTicket.reopen(actor, id, reason);
    return done(request, 'Đã mở lại phiếu.', `/phieu/${id}`);
  }

  @Act('phieu/:id/cong-khai')
  async askPublication(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(wishing.pipe) form: Posted<typeof wishing>,
  ): Promise<RedirectTo> {
    await this.requestPublication.request(actor, id, form);
    return done(request, 'Đã gửi đề nghị công khai.', `/phieu/${id}`);
  }

  @Act('phieu/:id/duyet-cong-khai')
  async approvePublication(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(approving.pipe) { publicationId }: Posted<typeof approving>,
  ): Promise<RedirectTo> {
    return done(request, APPROVED[await this.decidePublication.approve(actor, id, publicationId)], `/phieu/${id}`);
  }

  @Act('phieu/:id/khong-cong-khai')
  async declinePublication(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(declining.pipe) form: Posted<typeof declining>,
  ): Promise<RedirectTo> {
    await this.decidePublication.decline(actor, id, form);
    return done(request, 'Đã ghi không công khai.', `/phieu/${id}`);
  }

  @Act('phieu/:id/dong')
  async close(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.closeTicket.close(actor, id);
    return done(request, 'Đã kết thúc phiếu.', `/phieu/${id}`);
  }

  @Act('phieu/:id/rut')
  async withdraw(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(withdrawing.pipe) { reason }: Posted<typeof withdrawing>,
  ): Promise<RedirectTo> {
    await this.withdrawTicket.withdraw(actor, id, reason);
    return done(request, 'Đã ghi người phản ánh rút phản ánh.', `/phieu/${id}`);
  }
}
