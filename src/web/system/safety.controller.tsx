import { Controller } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { ReviewSafety } from '../../safety/index.js';
import { safetyView } from './safety-view.js';
import { renderPage } from '../kit/render-page.js';
import { SafetyPage } from './safety-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { CurrentContext, Page } from '../kit/http/routes.js';

/** What keeps strangers out, and what is weak. */
@Controller('an-toan')
@Allow(['administrator'])
export class SafetyController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly reviewSafety: ReviewSafety,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const view = safetyView(await this.reviewSafety.review());
    return renderPage(<SafetyPage frame={await this.pageContext.of(context)} view={view} />);
  }
}
