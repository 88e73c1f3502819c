import { Controller, Get, NotAcceptableException, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NoticeQueries } from '../../notices/index.js';
import { Allow } from '../../platform/http/access.js';
import { formToken } from '../../platform/http/bodies/form-owner.js';
import { EVENTS, isOfEvents } from '../../platform/http/configure-http.js';
import { sessionRowId } from '../../platform/sessions/session-store.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { CurrentContext, Page } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { Bell } from '../notices/bell.js';
import { WatchMoves } from './watch-moves.js';

/** What the page shows: `phieu` = id of the ticket, `dong` = the last line of its course. */
const shown = z.object({ phieu: z.string().max(36).catch(''), dong: z.coerce.number().int().catch(0) });

/** What a page that is being looked at asks by itself. Its connection carries that something has moved, and never what. */
@Controller()
@Allow('signedIn')
export class MovesController {
  constructor(
    private readonly watch: WatchMoves,
    private readonly notices: NoticeQueries,
  ) {}

  @Get('song')
  async open(
    @CurrentContext() { actor, request }: RequestContext,
    @Query(new FormPipe(shown)) { phieu, dong }: z.infer<typeof shown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (request.method !== 'GET' || !isOfEvents(request.headers.accept)) throw new NotAcceptableException();
    const sessionRow = sessionRowId(request.session.sessionId);
    const stream = await this.watch.open(actor, sessionRow, { ticketId: phieu, line: dong });
    if (stream === null) {
      // By it a browser knows that it need not come again.
      await reply.status(204).send();
      return;
    }
    await reply
      .type(EVENTS)
      .headers({ 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' })
      .send(stream);
  }

  /** The bell of the top bar alone, with the token by which a page knows whether this is still the session that it was drawn for. */
  @Page('song/chuong')
  async bell(
    @CurrentContext() { actor, request }: RequestContext,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const unread = await this.notices.unread(actor.id);
    return renderPage(
      <>
        <input type="hidden" name="_csrf" value={formToken(request, reply)} />
        <Bell unread={unread} />
      </>,
    );
  }
}
