import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { ImportRouting } from '../../routing-table/index.js';
import { ROUTING_EDITORS } from '../../routing-table/domain/routing-flaws.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { download, XLSX } from '../ticket-files/file-answer.js';
import { RoutingImportPage, RoutingImportReviewPage } from './routing-import-page.js';
import { routingImportReviewView, routingImportView } from './routing-import-view.js';
import { ROUTING_IMPORT } from './routing-table-words.js';
import { bringingRows } from '../kit/imports/import-form.js';
import type { Posted } from '../kit/form/posted-form.js';

/** Lines of the standing table that come in a list. */
@Controller('bang-phan-cong/nhap')
@Allow(ROUTING_EDITORS)
export class RoutingImportController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly imports: ImportRouting,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const view = routingImportView(await this.imports.imports(), takeRefusedForm(context.request, ROUTING_IMPORT));
    return renderPage(<RoutingImportPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get('mau.xlsx')
  async sample(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, { content: await this.imports.sample(), name: 'mau-bang-phan-cong.xlsx', type: XLSX });
  }

  @Act('')
  @TakesFiles()
  async bring(
    @CurrentContext() { actor }: RequestContext,
    @Body(bringingRows.pipe) { file }: Posted<typeof bringingRows>,
  ): Promise<RedirectTo> {
    return { url: `${ROUTING_IMPORT}/${await this.imports.bring(actor, file)}` };
  }

  @Page(':id')
  async review(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const view = routingImportReviewView(await this.imports.review(context.actor, id));
    return renderPage(<RoutingImportReviewPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':id/xac-nhan')
  async confirm(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.imports.confirm(actor, id);
    return done(request, 'Đã ghi các dòng phân công của tệp.', `${ROUTING_IMPORT}/${id}`);
  }
}
