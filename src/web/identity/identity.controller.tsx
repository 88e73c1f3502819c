import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { RevealIdentity } from '../../tickets/index.js';
import { purposeWords, senderPageView, type PurposeChoice } from './identity-view.js';
import { renderPage } from '../kit/render-page.js';
import { SenderPage } from './sender-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { CurrentContext, STAFF } from '../kit/http/routes.js';

const CHOICES: readonly PurposeChoice[] = ['verify', 'meet', 'answer', 'protect', 'other'];

const reveal = z.object({
  purpose: z.enum(CHOICES, 'Chọn mục đích xem danh tính.'),
  other: optional(),
});

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
    @Body(new FormPipe(reveal)) { purpose, other }: z.infer<typeof reveal>,
  ): Promise<string> {
    const sender = await this.revealIdentity.reveal(context.actor, ticketId, purposeWords(purpose, other));
    const frame = await this.pageContext.of(context);
    return renderPage(<SenderPage frame={frame} view={senderPageView(sender)} />);
  }
}
