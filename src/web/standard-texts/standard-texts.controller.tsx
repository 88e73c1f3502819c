import { Body, Controller, Param } from '@nestjs/common';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import { StandardTexts } from '../../drafting/index.js';
import { Allow } from '../../platform/http/access.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { StandardTextsPage } from './standard-texts-page.js';
import { adding, STANDARD_TEXTS, standardTextsView } from './standard-texts-view.js';

/** The texts that a unit puts into its letters again and again. */
@Controller('doan-mau')
@Allow(DRAFTERS)
export class StandardTextsController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly texts: StandardTexts,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const refused = takeRefusedForm(context.request, STANDARD_TEXTS);
    const view = standardTextsView(await this.texts.of(context.actor), refused);
    return renderPage(<StandardTextsPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  async add(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(adding.pipe) given: Posted<typeof adding>,
  ): Promise<RedirectTo> {
    await this.texts.add(actor, given);
    return done(request, 'Đã thêm đoạn mẫu.', STANDARD_TEXTS);
  }

  @Act(':id/xoa')
  async remove(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.texts.remove(actor, id);
    return done(request, 'Đã xóa đoạn mẫu.', STANDARD_TEXTS);
  }
}
