import { Body, Controller } from '@nestjs/common';
import { BeginOwnDocument } from '../../correspondence/index.js';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import { newId } from '../../kernel/ids.js';
import { Allow } from '../../platform/http/access.js';
import { beginDocumentView, beginning } from './begin-document-view.js';
import { BeginDocumentPage } from './begin-document-page.js';
import { BEGIN } from './correspondence-words.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

/** Documents that stand by themselves are begun here. */
@Controller()
@Allow(DRAFTERS)
export class BeginDocumentController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly beginOwnDocument: BeginOwnDocument,
  ) {}

  @Page('soan-van-ban')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const view = beginDocumentView(newId(), takeRefusedForm(context.request, BEGIN));
    return renderPage(<BeginDocumentPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('soan-van-ban')
  async begin(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(beginning.pipe) { key, ...document }: Posted<typeof beginning>,
  ): Promise<RedirectTo> {
    const draftId = await this.beginOwnDocument.begin(actor, key, document);
    return done(request, 'Đã tạo dự thảo. Viết nội dung rồi trình duyệt.', `/du-thao/${draftId}`);
  }
}
