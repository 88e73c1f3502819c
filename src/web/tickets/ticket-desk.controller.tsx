import { Body, Controller, Param } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import {
  AcceptTicket,
  ClassifyTicket,
  CompleteTicket,
  RecordComplaintSubject,
  RejectTicket,
  ReturnTicket,
} from '../../tickets/index.js';
import type { ComplaintSaid } from '../../tickets/domain/identity/secrecy.js';
import { namingComplained, NO_UNIT } from '../identity/complaint.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { ActAndGoOn } from '../my-work/act-and-go-on.js';
import { flash } from '../account/flash-messages.js';
import { classifying, completing, rejecting, returning } from './ticket-desk.js';
import type { Posted } from '../kit/form/posted-form.js';

/** What is done with a ticket before a unit has it; who may is asked by the table of acts. */
@Controller()
@Allow(STAFF)
export class TicketDeskController {
  constructor(
    private readonly onward: ActAndGoOn,
    private readonly acceptTicket: AcceptTicket,
    private readonly completeTicket: CompleteTicket,
    private readonly classifyTicket: ClassifyTicket,
    private readonly recordComplaintSubject: RecordComplaintSubject,
    private readonly returnTicket: ReturnTicket,
    private readonly rejectTicket: RejectTicket,
  ) {}

  @Act('phieu/:id/tiep-nhan')
  async accept(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    return this.onward.act(context, toldOf(id, 'Đã tiếp nhận phiếu.'), () =>
      this.acceptTicket.accept(context.actor, id),
    );
  }

  @Act('phieu/:id/bo-sung')
  async complete(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(completing.pipe) { seen, ...form }: Posted<typeof completing>,
  ): Promise<RedirectTo> {
    await this.completeTicket.complete(actor, id, { ...form, ...seen });
    flash(request, 'done', 'Đã lưu thông tin phiếu.');
    return toTicket(id);
  }

  @Act('phieu/:id/phan-loai')
  async classify(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(classifying.pipe) { seen, complainedUnitId, ...form }: Posted<typeof classifying>,
  ): Promise<RedirectTo> {
    return this.onward.act(context, toldOf(id, 'Đã phân loại phiếu.'), () =>
      this.classifyTicket.classify(context.actor, id, { ...form, ...saidOf(complainedUnitId), ...seen }),
    );
  }

  @Act('phieu/:id/don-vi-bi-phan-anh')
  async nameComplained(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(namingComplained.pipe) { complainedUnitId }: Posted<typeof namingComplained>,
  ): Promise<RedirectTo> {
    await this.recordComplaintSubject.record(actor, id, saidOf(complainedUnitId));
    flash(request, 'done', 'Đã lưu đơn vị bị phản ánh.');
    return toTicket(id);
  }

  @Act('phieu/:id/chuyen-tra')
  async giveBack(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(returning.pipe) form: Posted<typeof returning>,
  ): Promise<RedirectTo> {
    return this.onward.act(context, toldOf(id, 'Đã chuyển trả phiếu.'), () =>
      this.returnTicket.return(context.actor, id, form),
    );
  }

  @Act('phieu/:id/tu-choi')
  async reject(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(rejecting.pipe) form: Posted<typeof rejecting>,
  ): Promise<RedirectTo> {
    return this.onward.act(context, toldOf(id, 'Đã ghi không tiếp nhận phiếu.'), () =>
      this.rejectTicket.reject(context.actor, id, form),
    );
  }
}

/** What was chosen of a complaint: a unit, none, or nothing yet. */
function saidOf(chosen: string): ComplaintSaid {
  const aboutNoUnit = chosen === NO_UNIT;
  return { complainedUnitId: aboutNoUnit || chosen === '' ? null : chosen, aboutNoUnit };
}

function toTicket(id: string): RedirectTo {
  return { url: `/phieu/${id}` };
}

/** What we say about an act at the desk, and where it leads when no list was worked through: to the ticket, as it stands now. */
function toldOf(ticketId: string, done: string): { ticketId: string; done: string; otherwise: string } {
  return { ticketId, done, otherwise: toTicket(ticketId).url };
}
