import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { KeepEndpoints, ResendWebhook } from '../../hotline/index.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { madeEndpointView, WEBHOOKS, webhooksView } from './webhooks.js';
import { renderPage } from '../kit/render-page.js';
import { MadeEndpointPage, WebhooksPage } from './webhooks-page.js';
import { FormPipe, lines, olderThan, oneLine } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { WebhooksPageQuery } from './webhooks-page-query.js';
import { Act, Answer, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedForm } from '../account/session-words.js';

const wish = z.object({
  name: oneLine(),
  direction: z.enum(['in', 'out'], 'Chọn chiều.'),
  url: oneLine(),
  events: lines(),
});

/** Administrators see what goes out and comes in by webhook, and say who is told. */
@Controller('tich-hop/webhook')
@Allow(['administrator'])
export class WebhookPagesController {
  constructor(
    private readonly frames: Frames,
    private readonly webhooks: WebhooksPageQuery,
    private readonly endpoints: KeepEndpoints,
    private readonly resendWebhook: ResendWebhook,
  ) {}

  @Page('')
  async page(
    @CurrentVisit() visit: Visit,
    @Query(new FormPipe(olderThan)) { truoc }: z.infer<typeof olderThan>,
  ): Promise<string> {
    const refused = takeRefusedForm(visit.request, WEBHOOKS);
    const view = webhooksView(await this.webhooks.read(truoc), refused);
    return renderPage(<WebhooksPage frame={await this.frames.of(visit)} view={view} />);
  }

  /** Answers with the page itself: an address under which a secret can be read again must not exist. */
  @Answer('')
  @AskAgain()
  async make(@CurrentVisit() visit: Visit, @Body(new FormPipe(wish)) given: z.infer<typeof wish>): Promise<string> {
    const made = await this.endpoints.make(visit.actor, given);
    return renderPage(<MadeEndpointPage frame={await this.frames.of(visit)} view={madeEndpointView(made)} />);
  }

  @Act(':id/ngung')
  async disable(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    await this.endpoints.disable(actor, id);
    leaveNotice(request, 'done', 'Đã ngừng; nơi này không nhận và không gửi tin nữa.');
    return { url: WEBHOOKS };
  }

  @Act('tin/:id/gui-lai')
  async resend(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    await this.resendWebhook.resend(actor, id);
    leaveNotice(request, 'done', 'Tin sẽ được gửi lại với cùng mã.');
    return { url: WEBHOOKS };
  }
}
