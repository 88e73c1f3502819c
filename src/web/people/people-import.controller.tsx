import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ImportPeople } from '../../organisation/index.js';
import { ORGANISERS } from '../../organisation/domain/policy.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { PostedFile, TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { PEOPLE_IMPORT, peopleImportReviewView, peopleImportView } from './people-import-view.js';
import { PeopleImportPage, PeopleImportReviewPage } from './people-import-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { flash, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import { download, XLSX } from '../ticket-files/stored-file.js';

const fileForm = z.object({ file: z.instanceof(PostedFile, { error: 'Chọn một tệp rồi bấm Xem trước.' }) });
const MAX_MARK_LENGTH = 64;
const confirmForm = z
  .object({ mark: z.string().max(MAX_MARK_LENGTH), administrators: z.string().optional() })
  .transform(({ mark, administrators }) => ({ mark, withAdministrators: administrators === '1' }));

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
    @Body(new FormPipe(fileForm)) { file }: z.infer<typeof fileForm>,
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
    @Body(new FormPipe(confirmForm)) confirmation: z.infer<typeof confirmForm>,
  ): Promise<RedirectTo> {
    await this.imports.confirm(actor, id, confirmation);
    flash(
      request,
      'done',
      'Đã ghi những người của tệp. Cấp mật khẩu tạm ở trang từng người, nếu không đăng nhập bằng thư mục.',
    );
    return { url: `${PEOPLE_IMPORT}/${id}` };
  }
}
