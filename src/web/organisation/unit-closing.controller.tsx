import { Body, Controller, Param } from '@nestjs/common';
import { ORGANISERS } from '../../organisation/domain/policy.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { CloseUnit } from '../../succession/index.js';
import { unitHref } from './organisation-view.js';
import { closing, unitClosingView } from './unit-closing-view.js';
import { renderPage } from '../kit/render-page.js';
import { UnitClosingPage } from './unit-closing-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

/** A unit is closed, and another follows it: seen whole before, done at once. */
@Controller('to-chuc/:id/dong')
@Allow(ORGANISERS)
export class UnitClosingController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly closeUnit: CloseUnit,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedForm(context.request, `${unitHref(id)}/dong`);
    const view = unitClosingView(await this.closeUnit.preview(context.actor, id), refused);
    return renderPage(<UnitClosingPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @AskAgain()
  async close(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(closing.pipe) draft: Posted<typeof closing>,
  ): Promise<RedirectTo> {
    await this.closeUnit.close(actor, id, draft);
    return done(
      request,
      'Đơn vị đã ngừng hoạt động; người và việc đang mở đã chuyển về đơn vị tiếp nhận.',
      unitHref(id),
    );
  }
}
