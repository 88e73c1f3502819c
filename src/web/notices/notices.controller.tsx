import { Body, Controller, Param, ParseIntPipe, Query } from '@nestjs/common';
import type { z } from 'zod';
import { ChooseNotices, ReadNotices } from '../../notices/index.js';
import { Allow, OwnAffairs } from '../../platform/http/access.js';
import { CHOICES_PATH, noticeChoices, quietOf } from './notice-choices-form.js';
import { noticesView } from './notices-view.js';
import { NoticesPage } from './notices-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, olderThan } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { NoticesPageQuery } from './notices-page-query.js';
import type { Posted } from '../kit/form/posted-form.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';

@Controller('thong-bao')
@Allow('signedIn')
@OwnAffairs()
export class NoticesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: NoticesPageQuery,
    private readonly notices: ReadNotices,
    private readonly chooseNotices: ChooseNotices,
  ) {}

  @Page('')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(olderThan)) { truoc }: z.infer<typeof olderThan>,
  ): Promise<string> {
    const refused = takeRefusedForm(context.request, CHOICES_PATH);
    const view = noticesView(await this.query.read(context.actor, truoc), refused);
    return renderPage(<NoticesPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('bao-chuong')
  async choose(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(noticeChoices.pipe) given: Posted<typeof noticeChoices>,
  ): Promise<RedirectTo> {
    await this.chooseNotices.keepQuiet(actor, quietOf(given));
    return done(request, 'Đã lưu lựa chọn thông báo.', '/thong-bao');
  }

  @Act(':seq/da-doc')
  async one(@CurrentContext() { actor }: RequestContext, @Param('seq', ParseIntPipe) seq: number): Promise<RedirectTo> {
    await this.notices.one(actor, seq);
    return { url: '/thong-bao' };
  }

  @Act('den/:seq/da-doc')
  async all(@CurrentContext() { actor }: RequestContext, @Param('seq', ParseIntPipe) seq: number): Promise<RedirectTo> {
    await this.notices.upTo(actor, seq);
    return { url: '/thong-bao' };
  }
}
