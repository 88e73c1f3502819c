import { Body, Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { ReminderLetters, WriteInspectionNote } from '../../supervision/index.js';
import { INSPECTORS, SUPERVISION_READERS } from '../../supervision/domain/policy.js';
import { noting, ticketHref, watchedTicketView } from './inspection.js';
import { LETTERS } from './supervision-view.js';
import { WatchedTicketPage } from './inspection-pages.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { SupervisionPageQuery } from './supervision-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import { download } from '../ticket-files/file-answer.js';
import type { Posted } from '../kit/form/posted-form.js';

const asked = z.object({ mau: optional() });

/** What supervision finds of one ticket, and has its unit reminded of. */
@Controller('giam-sat')
@Allow(SUPERVISION_READERS)
export class InspectionController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: SupervisionPageQuery,
    private readonly writeInspectionNote: WriteInspectionNote,
    private readonly letters: ReminderLetters,
  ) {}

  @Page('phieu/:id')
  async ticket(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Query(new FormPipe(asked)) { mau }: z.infer<typeof asked>,
  ): Promise<string> {
    const refused = takeRefusedAct(context.request, ticketHref(id));
    const view = watchedTicketView(await this.query.ticket(context.actor, id, mau === '' ? null : mau), refused);
    return renderPage(<WatchedTicketPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('phieu/:id/ghi-nhan')
  @TakesFiles()
  @Allow(INSPECTORS)
  async note(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') ticketId: string,
    @Body(noting.pipe) given: Posted<typeof noting>,
  ): Promise<RedirectTo> {
    await this.writeInspectionNote.write(actor, { ...given, ticketId });
    return done(
      request,
      'Đã lưu kết quả.',
      `${ticketHref(ticketId)}${given.sampleId === null ? '' : `?mau=${given.sampleId}`}`,
    );
  }

  @Act('phieu/:id/don-doc')
  @Allow(INSPECTORS)
  async remind(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') ticketId: string,
  ): Promise<RedirectTo> {
    await this.letters.aboutTicket(actor, ticketId);
    return done(request, 'Đang lập công văn đôn đốc; tải ở danh sách này.', LETTERS);
  }

  @Get('tep/:id')
  async file(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, await this.query.file(id));
  }
}
