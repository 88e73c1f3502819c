import { Controller } from '@nestjs/common';
import { DraftQueries } from '../../drafting/index.js';
import { NameQueries } from '../../organisation/index.js';
import { Allow } from '../../platform/http/access.js';
import { documentDraftsView } from './document-drafts-view.js';
import { DocumentDraftsPage } from './document-drafts-page.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { CurrentContext, Page, STAFF } from '../kit/http/routes.js';

/** Documents under way that answer no ticket. */
@Controller('du-thao')
@Allow(STAFF)
export class DocumentDraftsController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly drafts: DraftQueries,
    private readonly names: NameQueries,
  ) {}

  @Page('')
  async list(@CurrentContext() context: RequestContext): Promise<string> {
    const drafts = await this.drafts.documentsUnderWay();
    const names = { units: await this.names.units(drafts.map(({ unitId }) => unitId)), people: new Map() };
    const view = documentDraftsView({ actor: context.actor, drafts, names });
    return renderPage(<DocumentDraftsPage frame={await this.pageContext.of(context)} view={view} />);
  }
}
