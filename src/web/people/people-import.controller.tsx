import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ImportPeople } from '../../organisation/index.js';
import { ORGANISERS } from '../../organisation/domain/policy.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { confirming, PEOPLE_IMPORT, peopleImportReviewView, peopleImportView } from './people-import-view.js';
import { PeopleImportPage, PeopleImportReviewPage } from './people-import-page.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import { download, XLSX } from '../ticket-files/file-answer.js';
import { bringingRows } from '../kit/imports/import-form.js';
import type { Posted } from '../kit/form/posted-form.js';

/** People who come in a list. */
@Controller('to-chuc/nguoi/nhap')
@Allow(ORGANISERS)
export class PeopleImportController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly imports: ImportPeople,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const refused = takeRefusedForm(context.request, PEOPLE_IMPORT);
    const view = peopleImportView(await this.imports.imports(), refused);
    return renderPage(<PeopleImportPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get('mau.xlsx')
  async sample(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, { content: await this.imports.sample(), name: 'mau-nhap-nguoi.xlsx', type: XLSX });
  }

  @Act('')
  @TakesFiles()
  async bring(
    @CurrentContext() { actor }: RequestContext,
    @Body(bringingRows.pipe) { file }: Posted<typeof bringingRows>,
  ): Promise<RedirectTo> {
    return { url: `${PEOPLE_IMPORT}/${await this.imports.bring(actor, file)}` };
  }

  @Page(':id')
  async review(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedAct(context.request, `${PEOPLE_IMPORT}/${id}`);
    const view = peopleImportReviewView(await this.imports.review(context.actor, id), refused);
    return renderPage(<PeopleImportReviewPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':id/xac-nhan')
  @AskAgain()
  async confirm(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(confirming.pipe) { mark, administrators }: Posted<typeof confirming>,
  ): Promise<RedirectTo> {
    await this.imports.confirm(actor, id, { mark, withAdministrators: administrators });
    return done(
      request,
      'Đã ghi những người của tệp. Cấp mật khẩu tạm ở trang từng người, nếu không đăng nhập bằng thư mục.',
      `${PEOPLE_IMPORT}/${id}`,
    );
  }
}
