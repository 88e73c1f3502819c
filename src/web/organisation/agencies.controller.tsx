import { Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { SyncAgencies } from '../../exchange/index.js';
import { Allow } from '../../platform/http/access.js';
import { AGENCIES, agenciesView } from './agencies-view.js';
import { AgenciesPage } from './agencies-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { AgenciesPageQuery } from './agencies-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done } from '../account/flash-messages.js';

const MAX_QUESTION_LENGTH = 200;
const question = z.object({ tim: optional() });

/** The directory of agencies with which the agency exchanges messages. */
@Controller('trao-doi/co-quan')
@Allow(['registryClerk', 'administrator', 'leader', 'supervisor', 'formatChecker'])
export class AgenciesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly agencies: AgenciesPageQuery,
    private readonly sync: SyncAgencies,
  ) {}

  @Page('')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(question)) { tim }: z.infer<typeof question>,
  ): Promise<string> {
    const view = agenciesView(context.actor, await this.agencies.read(tim.slice(0, MAX_QUESTION_LENGTH)));
    return renderPage(<AgenciesPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('dong-bo')
  @Allow(['registryClerk', 'administrator'])
  async delta(@CurrentContext() { actor, request }: RequestContext): Promise<RedirectTo> {
    await this.sync.ask(actor, 'delta');
    return done(request, 'Lượt đồng bộ sẽ chạy trong vòng một phút.', AGENCIES);
  }

  @Act('dong-bo-toan-bo')
  @Allow(['registryClerk', 'administrator'])
  async whole(@CurrentContext() { actor, request }: RequestContext): Promise<RedirectTo> {
    await this.sync.ask(actor, 'whole');
    return done(request, 'Lượt đồng bộ toàn bộ sẽ chạy trong vòng một phút.', AGENCIES);
  }

  @Act(':id/ngung')
  @Allow(['registryClerk', 'administrator'])
  async end(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.sync.endUnseen(actor, id);
    return done(request, 'Đã cho ngừng các cơ quan không còn trong danh mục của hệ thống quản lý văn bản.', AGENCIES);
  }
}
