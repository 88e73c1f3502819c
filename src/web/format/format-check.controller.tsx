import { Body, Controller } from '@nestjs/common';
import { FormatChecker } from '../../drafting/index.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { Allow } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { checkedFileView, formatCheckView } from './format-check-view.js';
import { FormatCheckPage, type FormatCheckView } from './format-check-page.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Answer, CurrentContext, Page, STAFF } from '../kit/http/routes.js';
import { takeRefusedForm } from '../account/flash-messages.js';
import { checkingFile } from './file-check-form.js';
import type { Posted } from '../kit/form/posted-form.js';

/** The form of any document that somebody has at hand. */
@Controller()
@Allow(STAFF)
export class FormatCheckController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly checker: FormatChecker,
    private readonly agencyProfiles: AgencyProfiles,
  ) {}

  @Page('kiem-tra-the-thuc')
  page(@CurrentContext() context: RequestContext): Promise<string> {
    return this.show(context, formatCheckView(takeRefusedForm(context.request, '/kiem-tra-the-thuc')));
  }

  @Answer('kiem-tra-the-thuc')
  @TakesFiles()
  async check(
    @CurrentContext() context: RequestContext,
    @Body(checkingFile.pipe) { file }: Posted<typeof checkingFile>,
  ): Promise<string> {
    const { titlesBeforeNames: titlesAllowed } = await this.agencyProfiles.today();
    const answer = await this.checker.check({ name: file.name, content: file.content, mends: true, titlesAllowed });
    return this.show(context, formatCheckView(null, checkedFileView(file.name, answer)));
  }

  private async show(context: RequestContext, view: FormatCheckView): Promise<string> {
    return renderPage(<FormatCheckPage frame={await this.pageContext.of(context)} view={view} />);
  }
}
