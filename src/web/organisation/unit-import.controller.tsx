import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ImportUnits } from '../../organisation/index.js';
import { ORGANISERS } from '../../organisation/domain/policy.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { UNIT_IMPORT, unitImportReviewView, unitImportView } from './unit-import-view.js';
import { renderPage } from '../kit/render-page.js';
import { UnitImportPage, UnitImportReviewPage } from './unit-import-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';
import { download, XLSX } from '../ticket-files/file-answer.js';
import { bringingRows } from '../kit/imports/import-form.js';
import type { Posted } from '../kit/form/posted-form.js';

/** Units that come in a list. */
@Controller('to-chuc/nhap')
@Allow(ORGANISERS)
export class UnitImportController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly imports: ImportUnits,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const view = unitImportView(await this.imports.imports(), takeRefusedForm(context.request, UNIT_IMPORT));
    return renderPage(<UnitImportPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get('mau.xlsx')
  async sample(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, { content: await this.imports.sample(), name: 'mau-nhap-don-vi.xlsx', type: XLSX });
  }

  @Act('')
  @TakesFiles()
  async bring(
    @CurrentContext() { actor }: RequestContext,
    @Body(bringingRows.pipe) { file }: Posted<typeof bringingRows>,
  ): Promise<RedirectTo> {
    return { url: `${UNIT_IMPORT}/${await this.imports.bring(actor, file)}` };
  }

  @Page(':id')
  async review(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const view = unitImportReviewView(await this.imports.review(context.actor, id));
    return renderPage(<UnitImportReviewPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':id/xac-nhan')
  @AskAgain()
  async confirm(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.imports.confirm(actor, id);
    return done(request, 'Đã ghi các đơn vị của tệp.', `${UNIT_IMPORT}/${id}`);
  }
}
