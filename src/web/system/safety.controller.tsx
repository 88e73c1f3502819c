import { Controller } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { safetyView } from './safety-view.js';
import { renderPage } from '../kit/render-page.js';
import { SafetyPage } from './safety-page.js';
import { SafetyPageQuery } from './safety-page-query.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { CurrentContext, Page } from '../kit/http/routes.js';

/** How the app works, what keeps strangers out, and what is weak. */
@Controller('an-toan')
@Allow(['administrator'])
export class SafetyController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: SafetyPageQuery,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const view = safetyView(await this.query.read());
    return renderPage(<SafetyPage frame={await this.pageContext.of(context)} view={view} />);
  }
}
