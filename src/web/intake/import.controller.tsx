import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Allow } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { StuckJobs } from '../../platform/outbox/stuck-jobs.js';
import { ImportFeedback, importSampleCsv, importSampleXlsx, TicketRules } from '../../tickets/index.js';
import { importReviewView, importView } from './import-view.js';
import { ImportPage, ImportReviewPage } from './import-page.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';
import { download, XLSX } from '../ticket-files/file-answer.js';
import { bringingRows } from '../kit/imports/import-form.js';
import type { Posted } from '../kit/form/posted-form.js';

/** Feedback that comes in a file. */
@Controller()
@Allow(['registryClerk'])
export class ImportController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly imports: ImportFeedback,
    private readonly rules: TicketRules,
    private readonly stuck: StuckJobs,
  ) {}

  @Page('nhap-phieu')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const view = importView(await this.imports.imports(), takeRefusedForm(context.request, '/nhap-phieu'));
    return renderPage(<ImportPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get('nhap-phieu/mau.xlsx')
  async workbook(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, { content: await importSampleXlsx(), name: 'mau-nhap-phieu.xlsx', type: XLSX });
  }

  @Get('nhap-phieu/mau.csv')
  text(@Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    return download(reply, { content: importSampleCsv(), name: 'mau-nhap-phieu.csv', type: 'text/csv' });
  }

  @Act('nhap-phieu')
  @TakesFiles()
  async bring(
    @CurrentContext() { actor }: RequestContext,
    @Body(bringingRows.pipe) { file }: Posted<typeof bringingRows>,
  ): Promise<RedirectTo> {
    return { url: `/nhap-phieu/${await this.imports.bring(actor, file)}` };
  }

  @Page('nhap-phieu/:id')
  async review(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const review = await this.imports.review(context.actor, id);
    const [policy, failed] = await Promise.all([
      this.rules.policyAt(civilDateOf(review.file.uploadedAt)),
      this.stuck.failed(`case.import:${id}:`),
    ]);
    const view = importReviewView(review, policy, failed);
    return renderPage(<ImportReviewPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('nhap-phieu/:id/xac-nhan')
  async confirm(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.imports.confirm(actor, id);
    return done(request, 'Đã xác nhận; các phiếu đang vào sổ.', `/nhap-phieu/${id}`);
  }
}
