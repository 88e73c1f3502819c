import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { RevealIdentity } from '../../tickets/index.js';
import { purposeWords, revealing, senderPageView } from './identity-view.js';
import { renderPage } from '../kit/render-page.js';
import { SenderPage } from './sender-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { CurrentContext, STAFF } from '../kit/http/routes.js';
import type { Posted } from '../kit/form/posted-form.js';

@Controller()
@Allow(STAFF)
export class IdentityController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly revealIdentity: RevealIdentity,
  ) {}

  /** Answers the page itself instead of leading to one: an address under which a sender can be read again must not exist. */
  @Post('phieu/:id/danh-tinh')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async reveal(
    @CurrentContext() context: RequestContext,
    @Param('id') ticketId: string,
    @Body(revealing.pipe) { purpose, other }: Posted<typeof revealing>,
  ): Promise<string> {
    const sender = await this.revealIdentity.reveal(context.actor, ticketId, purposeWords(purpose, other));
    const frame = await this.pageContext.of(context);
    return renderPage(<SenderPage frame={frame} view={senderPageView(sender)} />);
  }
}
