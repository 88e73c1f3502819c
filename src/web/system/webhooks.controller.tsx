import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { KeepEndpoints, ResendWebhook } from '../../hotline/index.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { connecting, madeEndpointView, WEBHOOKS, webhooksView } from './webhooks-view.js';
import { renderPage } from '../kit/render-page.js';
import { MadeEndpointPage, WebhooksPage } from './webhooks-page.js';
import { FormPipe, olderThan } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { WebhooksPageQuery } from './webhooks-page-query.js';
import { Act, Answer, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

/** Webhooks for administrators: endpoints and deliveries. */
@Controller('tich-hop/webhook')
@Allow(['administrator'])
export class WebhookPagesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly webhooks: WebhooksPageQuery,
    private readonly endpoints: KeepEndpoints,
    private readonly resendWebhook: ResendWebhook,
  ) {}

  @Page('')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(olderThan)) { truoc }: z.infer<typeof olderThan>,
  ): Promise<string> {
    const refused = takeRefusedForm(context.request, WEBHOOKS);
    const view = webhooksView(await this.webhooks.read(truoc), refused);
    return renderPage(<WebhooksPage frame={await this.pageContext.of(context)} view={view} />);
  }

  /** Answers with the page instead of a redirect, since the secret must not be readable at a URL. */
  @Answer('')
  @AskAgain()
  async make(
    @CurrentContext() context: RequestContext,
    @Body(connecting.pipe) given: Posted<typeof connecting>,
  ): Promise<string> {
    const made = await this.endpoints.make(context.actor, given);
    return renderPage(<MadeEndpointPage frame={await this.pageContext.of(context)} view={madeEndpointView(made)} />);
  }

  @Act(':id/ngung')
  async disable(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.endpoints.disable(actor, id);
    return done(request, 'Đã ngừng; hệ thống này không nhận và không gửi tin nữa.', WEBHOOKS);
  }

  @Act('tin/:id/gui-lai')
  async resend(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.resendWebhook.resend(actor, id);
    return done(request, 'Tin sẽ được gửi lại với cùng mã.', WEBHOOKS);
  }
}
