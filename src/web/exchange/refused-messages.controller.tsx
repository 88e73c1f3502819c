import { Controller } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { refusedMessagesView } from './refused-messages-view.js';
import { RefusedMessagesPage } from './refused-messages-page.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { RefusedPageQuery } from './refused-page-query.js';
import { CurrentContext, Page, REGISTRY_AND_WATCH } from '../kit/http/routes.js';

@Controller()
@Allow(REGISTRY_AND_WATCH)
export class RefusedMessagesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly refused: RefusedPageQuery,
  ) {}

  @Page('tin-loi')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const view = refusedMessagesView(await this.refused.read(context.actor));
    const frame = await this.pageContext.of(context);
    return renderPage(<RefusedMessagesPage frame={frame} view={view} />);
  }
}
