import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../../kernel/domain-error.js';
import { Allow } from '../../platform/http/access.js';
import { PublicSite, WithdrawResult } from '../../publication/index.js';
import { PUBLICATION_KEEPERS } from '../../publication/domain/policy.js';
import { PUBLICATION, publicationHref, publicationListView, publicationView, withdrawing } from './publication-view.js';
import { PublicationListPage, PublicationOnePage } from './publication-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, olderThan } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

/** What the public reads of results, for those who may take it back. */
@Controller(PUBLICATION)
@Allow(PUBLICATION_KEEPERS)
export class PublicationController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly site: PublicSite,
    private readonly withdrawResult: WithdrawResult,
  ) {}

  @Page('')
  async list(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(olderThan)) { truoc }: z.infer<typeof olderThan>,
  ): Promise<string> {
    const view = publicationListView(await this.site.review(truoc));
    return renderPage(<PublicationListPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page(':number')
  async one(@CurrentContext() context: RequestContext, @Param('number') typed: string): Promise<string> {
    const result = await this.site.reviewed(numberOf(typed));
    if (result === null) throw new DomainError('not-found', { what: 'publicResult' });
    const refused = takeRefusedAct(context.request, publicationHref(result.number));
    const view = publicationView(result, refused);
    return renderPage(<PublicationOnePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':number/go')
  async takeBack(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('number') typed: string,
    @Body(withdrawing.pipe) { reason }: Posted<typeof withdrawing>,
  ): Promise<RedirectTo> {
    const number = numberOf(typed);
    await this.withdrawResult.withdraw(actor, number, reason);
    return done(request, 'Đã gỡ khỏi trang công khai.', publicationHref(number));
  }
}

/** What is no number of a row numbers none. */
function numberOf(typed: string): number {
  return /^[1-9]\d{0,8}$/u.test(typed) ? Number(typed) : 0;
}
