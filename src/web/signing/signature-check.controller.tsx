import { Body, Controller } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { CheckAnyPdf } from '../../signing/index.js';
import { checkedPdfView, signatureCheckView } from './signature-check-view.js';
import { renderPage } from '../kit/render-page.js';
import { SignatureCheckPage, type SignatureCheckView } from './signature-check-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Answer, CurrentContext, Page, STAFF } from '../kit/http/routes.js';
import { takeRefusedForm } from '../account/flash-messages.js';
import { checkingFile } from '../format/file-check-form.js';
import type { Posted } from '../kit/form/posted-form.js';

/** The signatures of any PDF that somebody has at hand. */
@Controller()
@Allow(STAFF)
export class SignatureCheckController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly checkAnyPdf: CheckAnyPdf,
  ) {}

  @Page('kiem-tra-chu-ky')
  page(@CurrentContext() context: RequestContext): Promise<string> {
    return this.show(context, signatureCheckView(takeRefusedForm(context.request, '/kiem-tra-chu-ky')));
  }

  @Answer('kiem-tra-chu-ky')
  @TakesFiles()
  async check(
    @CurrentContext() context: RequestContext,
    @Body(checkingFile.pipe) { file }: Posted<typeof checkingFile>,
  ): Promise<string> {
    const checked = await this.checkAnyPdf.check(context.actor, { name: file.name, content: file.content });
    return this.show(context, signatureCheckView(null, checkedPdfView(file.name, checked)));
  }

  private async show(context: RequestContext, view: SignatureCheckView): Promise<string> {
    return renderPage(<SignatureCheckPage frame={await this.pageContext.of(context)} view={view} />);
  }
}
