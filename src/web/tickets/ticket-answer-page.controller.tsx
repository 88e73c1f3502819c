import { Body, Controller, Param } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { IssueAnswerPage, RevokeAnswerPage } from '../../tickets/index.js';
import { done } from '../account/flash-messages.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, Answer, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { IssuedAnswerPagePage, issuedAnswerPageView } from './issued-answer-page.js';
import { issuing, revoking } from './answer-pages-view.js';
import type { Posted } from '../kit/form/posted-form.js';

/** Pages on which units without accounts answer. */
@Controller()
@Allow(STAFF)
export class TicketAnswerPageController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly issueAnswerPage: IssueAnswerPage,
    private readonly revokeAnswerPage: RevokeAnswerPage,
  ) {}

  /** Answers with the page itself: an address under which the secret can be read again must not exist. */
  @Answer('phieu/:id/trang-tra-loi')
  async issue(
    @CurrentContext() context: RequestContext,
    @Param('id') ticketId: string,
    @Body(issuing.pipe) { seen, ...form }: Posted<typeof issuing>,
  ): Promise<string> {
    const issued = await this.issueAnswerPage.issue(context.actor, { ...form, ticketId, ...seen });
    const frame = await this.pageContext.of(context);
    return renderPage(<IssuedAnswerPagePage frame={frame} view={issuedAnswerPageView(ticketId, issued)} />);
  }

  @Act('phieu/:id/thu-hoi-trang-tra-loi')
  async revoke(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') ticketId: string,
    @Body(revoking.pipe) { coordinationId }: Posted<typeof revoking>,
  ): Promise<RedirectTo> {
    await this.revokeAnswerPage.revoke(actor, ticketId, coordinationId);
    return done(request, 'Đã thu hồi trang trả lời.', `/phieu/${ticketId}`);
  }
}
