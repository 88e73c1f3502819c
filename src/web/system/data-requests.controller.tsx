import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataRequestQueries, HeldDataOfPerson, KeepDataRequest, WriteNotice } from '../../data-requests/index.js';
import { REQUEST_KEEPERS, REQUEST_READERS } from '../../data-requests/domain/data-request.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { answering, DATA_REQUESTS, dataRequestsView, dataRequestView, recording } from './data-requests-view.js';
import { DataRequestPage, DataRequestsPage } from './data-requests-page.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import { DOCX, download } from '../ticket-files/file-answer.js';
import type { Posted } from '../kit/form/posted-form.js';

/** What people ask about the data kept of them. */
@Controller('yeu-cau-du-lieu')
@Allow(REQUEST_READERS)
export class DataRequestsController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly queries: DataRequestQueries,
    private readonly requests: KeepDataRequest,
    private readonly held: HeldDataOfPerson,
    private readonly writeNotice: WriteNotice,
    private readonly clock: Clock,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const { actor, request } = context;
    const [open, answered] = await Promise.all([this.queries.open(), this.queries.answered()]);
    const reading = { actor, now: this.clock.now(), open, answered };
    const view = dataRequestsView(reading, takeRefusedForm(request, DATA_REQUESTS));
    return renderPage(<DataRequestsPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @Allow(REQUEST_KEEPERS)
  async record(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(recording.pipe) given: Posted<typeof recording>,
  ): Promise<RedirectTo> {
    const id = await this.requests.record(actor, given);
    return done(request, 'Đã ghi yêu cầu.', `${DATA_REQUESTS}/${id}`);
  }

  @Page(':id')
  async one(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const { actor } = context;
    const request = await this.held.request(actor, id);
    const held = hasRole(actor, ...REQUEST_KEEPERS) ? await this.held.of(actor, request) : null;
    const refused = takeRefusedAct(context.request, `${DATA_REQUESTS}/${id}`);
    const view = dataRequestView({ actor, now: this.clock.now(), request, held }, refused);
    return renderPage(<DataRequestPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get(':id/thong-bao.docx')
  @Allow(REQUEST_KEEPERS)
  async letter(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const content = await this.writeNotice.write(actor, id);
    return download(reply, { content, name: 'thong-bao-du-lieu-ca-nhan.docx', type: DOCX });
  }

  @Act(':id/tra-loi')
  @Allow(REQUEST_KEEPERS)
  async answer(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(answering.pipe) given: Posted<typeof answering>,
  ): Promise<RedirectTo> {
    await this.requests.answer(actor, { id, ...given });
    return done(request, 'Đã ghi trả lời.', `${DATA_REQUESTS}/${id}`);
  }
}
