import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import {
  AskCoordination,
  AssignTicket,
  AnswerCoordination,
  FinishCoordination,
  DeclineAssignment,
  WorkOnTicket,
} from '../../tickets/index.js';
import { FormPipe, lines, needed, optional, seenVersion } from '../kit/http/form-pipe.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { ActAndGoOn } from '../my-work/act-and-go-on.js';
import { done } from '../account/flash-messages.js';
import { asking, declining, replying } from './ticket-units-view.js';
import type { Posted } from '../kit/form/posted-form.js';

const assignment = z.object({
  unitId: needed('Chọn đơn vị chủ trì.'),
  officerId: needed('Chọn cán bộ đầu mối của đơn vị.'),
  directive: optional(),
  directedById: optional(),
  coordinators: lines(),
  question: optional(),
  seen: seenVersion(),
});

/** Who handles a ticket, and who helps: handing out, taking or declining, asking other units and replying. */
@Controller()
@Allow(STAFF)
export class TicketUnitsController {
  constructor(
    private readonly onward: ActAndGoOn,
    private readonly assignTicket: AssignTicket,
    private readonly workOnTicket: WorkOnTicket,
    private readonly declineAssignment: DeclineAssignment,
    private readonly askCoordination: AskCoordination,
    private readonly answerCoordination: AnswerCoordination,
    private readonly finishCoordination: FinishCoordination,
  ) {}

  @Act('phieu/:id/giao')
  async assign(
    @CurrentContext() context: RequestContext,
    @Param('id') ticketId: string,
    @Body(new FormPipe(assignment)) { coordinators, question, seen, ...form }: z.infer<typeof assignment>,
  ): Promise<RedirectTo> {
    const asks = coordinators.map((unitId) => ({ unitId, question }));
    const command = { ...form, ticketId, coordinators: asks, ...seen };
    return this.onward.act(context, { ticketId, done: 'Đã giao phiếu.', undoes: 'assign' }, () =>
      this.assignTicket.assign(context.actor, command),
    );
  }

  @Act('phieu/:id/nhan')
  async accept(@CurrentContext() context: RequestContext, @Param('id') ticketId: string): Promise<RedirectTo> {
    return this.onward.act(context, { ticketId, done: 'Đã nhận việc.' }, () =>
      this.workOnTicket.accept(context.actor, ticketId),
    );
  }

  /** Leads away from the ticket: the unit no longer sees it. */
  @Act('phieu/:id/khong-nhan')
  async decline(
    @CurrentContext() context: RequestContext,
    @Param('id') ticketId: string,
    @Body(declining.pipe) { reason }: Posted<typeof declining>,
  ): Promise<RedirectTo> {
    const told = { ticketId, done: 'Đã trả phiếu về người giao, kèm lý do.', otherwise: '/' };
    return this.onward.act(context, told, () => this.declineAssignment.decline(context.actor, ticketId, reason));
  }

  @Act('phieu/:id/xin-y-kien')
  async ask(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') ticketId: string,
    @Body(asking.pipe) { coordinators, question, seen }: Posted<typeof asking>,
  ): Promise<RedirectTo> {
    const asks = coordinators.map((unitId) => ({ unitId, question }));
    await this.askCoordination.ask(actor, { ticketId, asks, ...seen });
    return done(request, 'Đã gửi đề nghị phối hợp.', `/phieu/${ticketId}`);
  }

  @Act('phieu/:id/tra-loi-phoi-hop')
  async replyTo(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') ticketId: string,
    @Body(replying.pipe) form: Posted<typeof replying>,
  ): Promise<RedirectTo> {
    await this.answerCoordination.answer(actor, ticketId, form.reply);
    return done(request, 'Đã gửi ý kiến cho đơn vị chủ trì.', `/phieu/${ticketId}`);
  }

  @Act('phieu/:id/khong-cho-phoi-hop')
  async goOn(@CurrentContext() { actor, request }: RequestContext, @Param('id') ticketId: string): Promise<RedirectTo> {
    await this.finishCoordination.finish(actor, ticketId);
    return done(request, 'Phiếu tiếp tục được xử lý.', `/phieu/${ticketId}`);
  }
}
