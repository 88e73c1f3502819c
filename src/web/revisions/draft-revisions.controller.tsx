import { Controller, Param, Query } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { draftComparisonView } from './draft-comparison-view.js';
import { draftRevisionView } from './draft-revision-view.js';
import { DraftComparisonPage } from './draft-comparison-page.js';
import { DraftRevisionPage } from './draft-revision-page.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { RevisionPageQuery } from './revision-page-query.js';
import { CurrentContext, Page, STAFF } from '../kit/http/routes.js';

/** Revisions of a draft as they were, and what differs between two. */
@Controller()
@Allow(STAFF)
export class DraftRevisionsController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly revisions: RevisionPageQuery,
  ) {}

  @Page('du-thao/:id/ban/:revision')
  async page(
    @CurrentContext() context: RequestContext,
    @Param() { id, revision }: { readonly id: string; readonly revision: string },
  ): Promise<string> {
    const reading = await this.revisions.read(context.actor, id, revision);
    return renderPage(
      <DraftRevisionPage frame={await this.pageContext.of(context)} view={draftRevisionView(reading)} />,
    );
  }

  @Page('du-thao/:id/so-sanh')
  async comparison(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Query() { tu, den }: { readonly tu?: string; readonly den?: string },
  ): Promise<string> {
    const reading = await this.revisions.compared(context.actor, id, [tu, den]);
    return renderPage(
      <DraftComparisonPage frame={await this.pageContext.of(context)} view={draftComparisonView(reading)} />,
    );
  }
}
