import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { CATEGORIES, LEVELS, REFUSAL_REASONS } from '../../law/index.js';
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
import { NO_UNIT } from '../identity/complaint.js';
import type { Rejection, Return } from '../../tickets/domain/refusal.js';
import { NATURES } from '../../tickets/domain/ticket-state.js';
import { verbatim } from '../identity/citizen-text.js';
import { FormPipe, needed, optional, seenVersion } from '../kit/http/form-pipe.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { ActAndGoOn } from './act-and-go-on.js';
import { flash } from '../account/flash-messages.js';

const kind = z.enum(['feedback', 'petition'], 'Chọn phản ánh hay kiến nghị.');

const completion = z.object({
  seen: seenVersion(),
  subject: needed('Ghi trích yếu.'),
  place: optional(),
  kind,
  senderName: optional(),
  senderPhone: optional(),
  senderEmail: optional(),
  senderAddress: optional(),
  keepSecret: optional().transform((ticked) => ticked !== ''),
});

const classification = z.object({
  seen: seenVersion(),
  nature: z.enum(NATURES, 'Chọn nội dung là gì trong pháp luật.'),
  kind,
  level: z.enum(LEVELS, 'Chọn mức độ.'),
  category: z.enum(CATEGORIES, 'Chọn lĩnh vực.'),
  complainedUnitId: optional(),
});

const complaint = z.object({ complainedUnitId: optional() });

const returning: z.ZodType<Return> = z.object({ agency: optional(), text: optional(), verbatim: verbatim() });

const rejection: z.ZodType<Rejection> = z.object({
  reason: z.enum(REFUSAL_REASONS, 'Chọn căn cứ không tiếp nhận.'),
  text: optional(),
  verbatim: verbatim(),
});

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
    @Body(new FormPipe(completion)) { seen, ...form }: z.infer<typeof completion>,
  ): Promise<RedirectTo> {
    await this.completeTicket.complete(actor, id, { ...form, ...seen });
    flash(request, 'done', 'Đã lưu thông tin phiếu.');
    return toTicket(id);
  }

  @Act('phieu/:id/phan-loai')
  async classify(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(classification)) { seen, complainedUnitId, ...form }: z.infer<typeof classification>,
  ): Promise<RedirectTo> {
    return this.onward.act(context, toldOf(id, 'Đã phân loại phiếu.'), () =>
      this.classifyTicket.classify(context.actor, id, { ...form, ...saidOf(complainedUnitId), ...seen }),
    );
  }

  @Act('phieu/:id/don-vi-bi-phan-anh')
  async nameComplained(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(complaint)) { complainedUnitId }: z.infer<typeof complaint>,
  ): Promise<RedirectTo> {
    await this.recordComplaintSubject.record(actor, id, saidOf(complainedUnitId));
    flash(request, 'done', 'Đã lưu đơn vị bị phản ánh.');
    return toTicket(id);
  }

  @Act('phieu/:id/chuyen-tra')
  async giveBack(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(returning)) form: Return,
  ): Promise<RedirectTo> {
    return this.onward.act(context, toldOf(id, 'Đã chuyển trả phiếu.'), () =>
      this.returnTicket.return(context.actor, id, form),
    );
  }

  @Act('phieu/:id/tu-choi')
  async reject(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(rejection)) form: Rejection,
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
