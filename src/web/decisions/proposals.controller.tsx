import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { DecideProposal, ProposeDecision } from '../../tickets/index.js';
import type { ProposedWish } from '../../tickets/domain/decisions/proposed-decision.js';
import { done } from '../account/flash-messages.js';
import { FormPipe, lines, needed, optional, seenVersion } from '../kit/http/form-pipe.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { rejecting, returning } from '../tickets/ticket-desk.js';
import type { Posted } from '../kit/form/posted-form.js';
import { ending } from '../deadlines/ticket-time.js';

const assignment = z.object({
  unitId: needed('Chọn đơn vị chủ trì.'),
  officerId: needed('Chọn cán bộ đầu mối của đơn vị.'),
  directive: optional(),
  coordinators: lines(),
  question: optional(),
  seen: seenVersion(),
});

/** Acts that are laid before a leader, each by the form of the act itself. */
@Controller('phieu/:id')
@Allow(STAFF)
export class ProposalsController {
  constructor(
    private readonly proposing: ProposeDecision,
    private readonly decide: DecideProposal,
  ) {}

  @Act('de-xuat-chuyen-tra')
  return(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(returning.pipe) given: Posted<typeof returning>,
  ): Promise<RedirectTo> {
    return this.propose(context, id, { act: 'return', given });
  }

  @Act('de-xuat-tu-choi')
  reject(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(rejecting.pipe) given: Posted<typeof rejecting>,
  ): Promise<RedirectTo> {
    return this.propose(context, id, { act: 'reject', given });
  }

  @Act('de-xuat-chua-du-can-cu')
  end(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(ending.pipe) given: Posted<typeof ending>,
  ): Promise<RedirectTo> {
    return this.propose(context, id, { act: 'rejectUnfounded', given });
  }

  @Act('de-xuat-giao')
  async assign(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(assignment)) { coordinators, question, seen, ...form }: z.infer<typeof assignment>,
  ): Promise<RedirectTo> {
    const asks = coordinators.map((unitId) => ({ unitId, question }));
    return this.propose(context, id, { act: 'assign', given: { ...form, coordinators: asks } }, seen.seen);
  }

  @Act('rut-de-xuat/:proposal')
  async withdraw(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Param('proposal') proposal: string,
  ): Promise<RedirectTo> {
    await this.decide.withdraw(actor, proposal);
    return done(request, 'Đã rút đề xuất.', `/phieu/${id}`);
  }

  private async propose(
    { actor, request }: RequestContext,
    ticketId: string,
    wish: ProposedWish,
    seen?: number,
  ): Promise<RedirectTo> {
    await this.proposing.propose(actor, { ticketId, wish, ...(seen === undefined ? {} : { seen }) });
    return done(request, 'Đã trình lãnh đạo quyết định.', `/phieu/${ticketId}`);
  }
}
