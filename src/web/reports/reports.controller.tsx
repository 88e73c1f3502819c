import { Body, Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { BeginReportLetter, CheckReport, KeepReport, MakeReport, type ReportPlace } from '../../reports/index.js';
import { REPORT_KEEPERS, REPORT_READERS, REPORT_WRITERS } from '../../reports/domain/report.js';
import { NO_UNIT_WORD } from './report-numbers.js';
import { reportView } from './report-view.js';
import { reportHref, REPORTS } from './report-links.js';
import type { RowsWish, TableDimension } from './report-reading.js';
import { making, reportCheckView, reportRowsView, reportsView } from './reports-view.js';
import { renderPage } from '../kit/render-page.js';
import { ReportPage } from './report-page.js';
import { ReportCheckPage, ReportRowsPage } from './report-rows-page.js';
import { ReportsPage } from './reports-page.js';
import { DIMENSION_WORDS } from './reports-words.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { ReportsPageQuery } from './reports-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import { download } from '../ticket-files/file-answer.js';
import type { Posted } from '../kit/form/posted-form.js';
import { wording } from './report-words-form.js';

/** `?sau=1767225600000.<id>`: after the report made then. */
const after = z.object({ sau: optional() }).transform(({ sau }): ReportPlace | null => {
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,36})$/u.exec(sau) ?? [];
  return at === undefined || id === undefined ? null : { createdAt: new Date(Number(at)), id };
});

const asked = z.object({ theo: optional(), 'don-vi': optional() }).transform((given) => ({
  dimension: dimensionOf(given.theo),
  unitId: given['don-vi'] === '' ? null : unitOf(given['don-vi']),
}));

const rows = z
  .object({
    'chi-tieu': optional(),
    ky: optional(),
    'don-vi': optional(),
    'linh-vuc': optional(),
    'muc-do': optional(),
    ...{
      kenh: optional(),
      'ly-do': optional(),
      sau: z.coerce
        .number()
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .catch(0)
        .default(0),
    },
  })
  .transform((given): { readonly wish: RowsWish; readonly after: number } => ({
    wish: {
      mark: /^[A-Za-z]{1,40}$/u.test(given['chi-tieu']) ? given['chi-tieu'] : 'received',
      span: given.ky === 'truoc' ? 'before' : 'now',
      unitId: given['don-vi'] === '' ? undefined : unitOf(given['don-vi']),
      category: given['linh-vuc'] || undefined,
      level: given['muc-do'] || undefined,
      channel: given.kenh || undefined,
      ground: given['ly-do'] || undefined,
    },
    after: given.sau,
  }));

const seen = z.object({ seen: optional() });

/** Reports that explain their numbers: made, looked through, written to, frozen and compared with the history. */
@Controller('bao-cao')
@Allow(REPORT_READERS)
export class ReportsController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: ReportsPageQuery,
    private readonly make: MakeReport,
    private readonly keep: KeepReport,
    private readonly checkReport: CheckReport,
    private readonly beginReportLetter: BeginReportLetter,
  ) {}

  @Page('')
  async list(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(after)) place: ReportPlace | null,
  ): Promise<string> {
    const view = reportsView(await this.query.list(context.actor, place), takeRefusedForm(context.request, REPORTS));
    return renderPage(<ReportsPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @Allow(REPORT_KEEPERS)
  async draft(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(making.pipe) wish: Posted<typeof making>,
  ): Promise<RedirectTo> {
    const id = await this.make.asked(actor, wish);
    return done(request, 'Đã lập dự thảo báo cáo.', reportHref(id));
  }

  @Page(':id')
  async one(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Query(new FormPipe(asked)) wish: z.infer<typeof asked>,
  ): Promise<string> {
    const reading = await this.query.one(context.actor, id, wish);
    const view = reportView(reading, takeRefusedAct(context.request, reportHref(id)));
    return renderPage(<ReportPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page(':id/phieu')
  async rows(
    @CurrentContext() context: RequestContext,
    @Param('id') id: string,
    @Query(new FormPipe(rows)) wish: z.infer<typeof rows>,
  ): Promise<string> {
    const reading = await this.query.rows(id, wish.wish, wish.after);
    const next = new URL(context.request.url, 'http://app');
    next.searchParams.set('sau', String(reading.rows.at(-1)?.no ?? 0));
    const view = reportRowsView(reading, `${next.pathname}${next.search}`);
    return renderPage(<ReportRowsPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page(':id/kiem-tra')
  async checked(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const view = reportCheckView(await this.query.report(id), await this.checkReport.check(id));
    return renderPage(<ReportCheckPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':id/loi-van')
  @Allow(REPORT_KEEPERS)
  async write(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(wording.pipe) given: Posted<typeof wording>,
  ): Promise<RedirectTo> {
    await this.keep.write(actor, id, given);
    return done(request, 'Đã lưu nhận xét, đánh giá, kiến nghị.', reportHref(id));
  }

  @Act(':id/chot')
  @Allow(REPORT_KEEPERS)
  @AskAgain()
  async freeze(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(seen)) given: z.infer<typeof seen>,
  ): Promise<RedirectTo> {
    await this.keep.freeze(actor, id, given.seen);
    return done(request, 'Đã chốt báo cáo; văn bản đang được lập.', reportHref(id));
  }

  @Act(':id/van-ban')
  @Allow(REPORT_WRITERS)
  async beginLetter(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
  ): Promise<RedirectTo> {
    const draftId = await this.beginReportLetter.begin(actor, id);
    return done(request, 'Đã lập dự thảo văn bản báo cáo.', `/du-thao/${draftId}`);
  }

  @Act(':id/bo')
  @Allow(REPORT_KEEPERS)
  async drop(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.keep.drop(actor, id);
    return done(request, 'Đã bỏ dự thảo báo cáo.', REPORTS);
  }

  @Get(':id/bao-cao.docx')
  docx(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.file(id, 'docx', reply);
  }

  @Get(':id/bao-cao.pdf')
  pdf(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.file(id, 'pdf', reply);
  }

  @Get(':id/bao-cao.xlsx')
  xlsx(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.file(id, 'xlsx', reply);
  }

  @Get(':id/so-lieu.json')
  json(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return this.file(id, 'json', reply);
  }

  private async file(
    id: string,
    ending: 'docx' | 'pdf' | 'xlsx' | 'json',
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.query.file(id, ending));
  }
}

function unitOf(text: string): string {
  return text === NO_UNIT_WORD ? '' : text;
}

const DIMENSIONS: readonly TableDimension[] = ['unit', 'category', 'level', 'channel', 'ground'];

function dimensionOf(text: string): TableDimension {
  return DIMENSIONS.find((one) => DIMENSION_WORDS[one].by === text) ?? 'unit';
}
