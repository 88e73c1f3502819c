import { Body, Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AcknowledgeCircular, BriefUnit, CircularReader, CircularSheet } from '../../circulars/index.js';
import { MAX_SEQ } from '../../platform/database/max-seq.js';
import { Allow, CurrentActor, OwnAffairs } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import type { Actor } from '../../kernel/actor.js';
import { briefing, circularView } from './circular-view.js';
import { circularProgressView, openReceiptsView } from './circular-progress-view.js';
import { circularHref, circularsView } from './circulars-view.js';
import { CircularPage } from './circular-page.js';
import { CircularProgressPage, OpenReceiptsPage } from './circular-progress-page.js';
import { CircularsPage } from './circulars-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, olderThan, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { CircularsPageQuery } from './circulars-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import { download, XLSX } from '../ticket-files/file-answer.js';
import { pageNumber } from '../kit/http/found-page.js';
import type { Posted } from '../kit/form/posted-form.js';

/** `?sau=41`, the page after the row of that number; what is no such number shows the first page. */
const following = z.object({ sau: z.coerce.number().int().positive().max(MAX_SEQ).catch(0).default(0) });

const unitsAsked = following.extend({ 'con-thieu': optional() });

const peopleAsked = following.extend({ 'don-vi': optional() });

/** Circulars for those to whom they go: everybody reads and acknowledges their own, heads answer for their units. */
@Controller('quan-triet')
@Allow('signedIn')
export class CircularsController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: CircularsPageQuery,
    private readonly circulars: CircularReader,
    private readonly sheet: CircularSheet,
    private readonly acknowledgeCircular: AcknowledgeCircular,
    private readonly brief: BriefUnit,
  ) {}

  @Page('')
  async mine(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(olderThan)) { truoc }: z.infer<typeof olderThan>,
  ): Promise<string> {
    const view = circularsView(await this.query.mine(context.actor, truoc));
    return renderPage(<CircularsPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page(':id')
  async one(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const reading = await this.query.one(context.actor, id);
    await this.acknowledgeCircular.opened(context.actor, id);
    const view = circularView(reading, takeRefusedAct(context.request, circularHref(id)));
    return renderPage(<CircularPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':id/xac-nhan')
  @OwnAffairs()
  async confirm(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.acknowledgeCircular.acknowledge(actor, id);
    return done(request, 'Đã ghi nhận: bạn đã đọc văn bản.', circularHref(id));
  }

  @Act(':id/pho-bien')
  @TakesFiles()
  async told(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') circularId: string,
    @Body(briefing.pipe) given: Posted<typeof briefing>,
  ): Promise<RedirectTo> {
    await this.brief.confirm(actor, { ...given, circularId });
    return done(request, 'Đã ghi xác nhận phổ biến tới toàn đơn vị.', circularHref(circularId));
  }

  @Page(':id/tien-do')
  async progress(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Query(new FormPipe(unitsAsked)) { sau: after, 'con-thieu': owing }: z.infer<typeof unitsAsked>,
  ): Promise<string> {
    const reading = await this.query.progress(context.actor, id, { after, onlyOwing: owing === '1' });
    const view = circularProgressView(reading);
    return renderPage(<CircularProgressPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get(':id/tien-do.xlsx')
  async xlsx(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, { content: await this.sheet.xlsx(actor, id), name: 'tien-do-quan-triet.xlsx', type: XLSX });
  }

  @Page(':id/chua-xac-nhan')
  async open(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Query(new FormPipe(peopleAsked)) { sau, 'don-vi': unitId }: z.infer<typeof peopleAsked>,
  ): Promise<string> {
    const view = openReceiptsView(await this.query.open(context.actor, id, unitId === '' ? null : unitId, sau));
    return renderPage(<OpenReceiptsPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get(':id/tep/:position')
  async file(
    @CurrentActor() actor: Actor,
    @Param() { id, position }: { readonly id: string; readonly position: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, { ...(await this.circulars.file(actor, id, pageNumber(position))), type: BYTES });
  }

  @Get(':id/bien-ban/:unitId')
  async minutes(
    @CurrentActor() actor: Actor,
    @Param() { id, unitId }: { readonly id: string; readonly unitId: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, { ...(await this.circulars.minutes(actor, id, unitId)), type: BYTES });
  }
}

/** What people brought is handed on as received; nothing of it is opened inside the app. */
const BYTES = 'application/octet-stream';
