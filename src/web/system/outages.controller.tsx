import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { AnnounceOutage, OutageQueries } from '../../outages/index.js';
import { OUTAGE_KEEPERS } from '../../outages/domain/outage.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Allow } from '../../platform/http/access.js';
import { announcing, OUTAGES, outagesView } from './outages-view.js';
import { OutagesPage } from './outages-pages.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';
import { DOCX, download } from '../ticket-files/file-answer.js';
import type { Posted } from '../kit/form/posted-form.js';

/** Announced interruptions of the service: read by everybody here, announced by the Office and the administrators. */
@Controller('thong-bao-gian-doan')
@Allow('signedIn')
export class OutagesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly queries: OutageQueries,
    private readonly outages: AnnounceOutage,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  @Page('')
  async list(@CurrentContext() context: RequestContext): Promise<string> {
    const { actor, request } = context;
    const reading = { actor, now: this.clock.now(), outages: await this.queries.all() };
    const view = outagesView(reading, takeRefusedForm(request, OUTAGES));
    return renderPage(<OutagesPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @Allow(OUTAGE_KEEPERS)
  async announce(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(announcing.pipe) given: Posted<typeof announcing>,
  ): Promise<RedirectTo> {
    await this.outages.announce(actor, given);
    return done(request, 'Đã thông báo. Bản Word đang được lập.', OUTAGES);
  }

  @Act(':id/huy')
  @Allow(OUTAGE_KEEPERS)
  async cancel(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.outages.cancel(actor, id);
    return done(request, 'Đã hủy thông báo.', OUTAGES);
  }

  @Get(':id.docx')
  @Allow(OUTAGE_KEEPERS)
  async letter(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const sha256 = (await this.queries.byId(id))?.letterSha256 ?? null;
    if (sha256 === null) throw new DomainError('not-found', { what: 'file' });
    const name = `thong-bao-gian-doan-${id.slice(0, 8)}.docx`;
    return download(reply, { content: await this.files.get(sha256), name, type: DOCX });
  }
}
