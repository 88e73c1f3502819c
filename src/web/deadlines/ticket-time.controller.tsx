import { Body, Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { proofJson } from '../../calendar/index.js';
import { ProofSheets } from '../../calendar/ports/proof-sheet.port.js';
import { Clock } from '../../kernel/clock.js';
import { Allow } from '../../platform/http/access.js';
import {
  AskCitizen,
  RecordCitizenReply,
  DecideExtension,
  ProveDeadline,
  RejectUnfounded,
  RequestExtension,
} from '../../tickets/index.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done } from '../account/flash-messages.js';
import { download } from '../ticket-files/file-answer.js';
import { asking, ending, granting, refusing, replying, requesting } from './ticket-time.js';
import type { Posted } from '../kit/form/posted-form.js';

/** The time of a ticket: standing still for the citizen, more of it, and why it ends when it ends. Who may is asked by the table of acts. */
@Controller('phieu/:id')
@Allow(STAFF)
export class TicketTimeController {
  constructor(
    private readonly askCitizen: AskCitizen,
    private readonly recordCitizenReply: RecordCitizenReply,
    private readonly rejectUnfounded: RejectUnfounded,
    private readonly requestExtension: RequestExtension,
    private readonly decideExtension: DecideExtension,
    private readonly proveDeadline: ProveDeadline,
    private readonly sheets: ProofSheets,
    private readonly clock: Clock,
  ) {}

  @Act('hoi-cong-dan')
  async ask(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(asking.pipe) { request: text, verbatim: looked }: Posted<typeof asking>,
  ): Promise<RedirectTo> {
    await this.askCitizen.ask(context.actor, id, { text, verbatim: looked });
    return back(context, id, 'Đã ghi đề nghị bổ sung; thời hạn tạm dừng.');
  }

  @Act('cong-dan-bo-sung')
  async replied(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(replying.pipe) form: Posted<typeof replying>,
  ): Promise<RedirectTo> {
    await this.recordCitizenReply.record(context.actor, id, form.reply);
    return back(context, id, 'Đã ghi phần bổ sung; thời hạn tính tiếp.');
  }

  @Act('chua-du-can-cu')
  async end(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(ending.pipe) form: Posted<typeof ending>,
  ): Promise<RedirectTo> {
    await this.rejectUnfounded.reject(context.actor, id, form);
    return back(context, id, 'Đã kết thúc phiếu.');
  }

  @Act('gia-han')
  async wish(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(requesting.pipe) form: Posted<typeof requesting>,
  ): Promise<RedirectTo> {
    await this.requestExtension.request(context.actor, id, form);
    return back(context, id, 'Đã gửi đề nghị gia hạn.');
  }

  @Act('gia-han/duyet')
  async grant(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(granting.pipe) { extensionId }: Posted<typeof granting>,
  ): Promise<RedirectTo> {
    await this.decideExtension.grant(context.actor, id, extensionId);
    return back(context, id, 'Đã cho gia hạn.');
  }

  @Act('gia-han/khong-duyet')
  async refuse(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Body(refusing.pipe) form: Posted<typeof refusing>,
  ): Promise<RedirectTo> {
    await this.decideExtension.refuse(context.actor, id, form);
    return back(context, id, 'Đã báo người xin gia hạn.');
  }

  @Get('han.json')
  async json(
    @CurrentContext() { actor, reply: answer }: RequestContext,
    @Param('id') id: string,
  ): Promise<StreamableFile> {
    const document = await this.proveDeadline.prove(actor, id);
    const name = `han-${document.subject.ticketCode}.json`;
    return download(answer, { content: Buffer.from(proofJson(document)), name, type: 'application/json' });
  }

  @Get('han.pdf')
  async pdf(
    @CurrentContext() { actor, reply: answer }: RequestContext,
    @Param('id') id: string,
  ): Promise<StreamableFile> {
    const document = await this.proveDeadline.prove(actor, id);
    const content = Buffer.from(await this.sheets.pdf(document, this.clock.now()));
    return download(answer, { content, name: `han-${document.subject.ticketCode}.pdf`, type: 'application/pdf' });
  }
}

function back({ request: posted }: RequestContext, id: string, words: string): RedirectTo {
  return done(posted, words, `/phieu/${id}`);
}
