import { Controller, Get, Param, ParseIntPipe, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ReadTrace } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { callsView, messageHistoryView, jobHistoryView } from './message-history-view.js';
import { MessageHistoryPage, type MessageHistoryView } from './message-history-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, olderThan } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { MessageHistoryPageQuery } from './message-history-page-query.js';
import { CurrentContext, Page, WATCHES_EXCHANGE } from '../kit/http/routes.js';
import { download } from '../ticket-files/file-answer.js';

const SIDES = ['loi-goi', 'tra-loi'] as const;

/** How the exchange with the outside went, try by try and call by call; what went over the wire, for those who tend it. */
@Controller('trao-doi')
@Allow(WATCHES_EXCHANGE)
export class MessageHistoryController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: MessageHistoryPageQuery,
    private readonly readTrace: ReadTrace,
  ) {}

  @Page('dang-cho/:seq')
  async job(@CurrentContext() context: RequestContext, @Param('seq', ParseIntPipe) seq: number): Promise<string> {
    return this.page(context, jobHistoryView(await this.query.job(context.actor, seq)));
  }

  @Page('tin/:id')
  async message(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    return this.page(context, messageHistoryView(await this.query.message(context.actor, id)));
  }

  @Page('ban-ghi')
  async calls(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(olderThan)) { truoc }: z.infer<typeof olderThan>,
  ): Promise<string> {
    return this.page(context, callsView(await this.query.calls(context.actor, truoc)));
  }

  @Get('ban-ghi/:id/:side')
  @Allow(['registryClerk', 'administrator'])
  async side(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Param('side', new FormPipe(z.enum(SIDES))) side: (typeof SIDES)[number],
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const content = await this.readTrace.read(actor, id, side === 'loi-goi' ? 'request' : 'response');
    return download(reply, { content, name: `trao-doi-${String(id)}-${side}.txt`, type: 'application/octet-stream' });
  }

  private async page(context: RequestContext, view: MessageHistoryView): Promise<string> {
    return renderPage(<MessageHistoryPage frame={await this.pageContext.of(context)} view={view} />);
  }
}
