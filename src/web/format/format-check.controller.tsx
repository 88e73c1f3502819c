import { Body, Controller } from '@nestjs/common';
import { z } from 'zod';
import { FormatChecker } from '../../drafting/index.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { Allow } from '../../platform/http/access.js';
import { PostedFile, TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { checkedFileView, formatCheckView } from './format-check-view.js';
import { FormatCheckPage, type FormatCheckView } from './format-check-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Answer, CurrentContext, Page, STAFF } from '../kit/http/routes.js';
import { takeRefusedForm } from '../account/flash-messages.js';

const fileForm = z.object({ file: z.instanceof(PostedFile, { error: 'Chọn một tệp rồi bấm Kiểm tra.' }) });

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
    @Body(new FormPipe(fileForm)) { file }: z.infer<typeof fileForm>,
  ): Promise<string> {
    const { titlesBeforeNames: titlesAllowed } = await this.agencyProfiles.today();
    const answer = await this.checker.check({ name: file.name, content: file.content, mends: true, titlesAllowed });
    return this.show(context, formatCheckView(null, checkedFileView(file.name, answer)));
  }

  private async show(context: RequestContext, view: FormatCheckView): Promise<string> {
    return renderPage(<FormatCheckPage frame={await this.pageContext.of(context)} view={view} />);
  }
}
