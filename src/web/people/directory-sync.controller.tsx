import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { SyncDirectory } from '../../organisation/index.js';
import { RUN_KINDS } from '../../organisation/domain/directory/directory-run.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { DIRECTORY_SYNC, directorySyncView } from './directory-sync-view.js';
import { DirectorySyncPage } from './directory-sync-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { DirectorySyncPageQuery } from './directory-sync-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done } from '../account/flash-messages.js';

const question = z.object({ lan: z.string().max(36).optional() });
const askForm = z.object({ kind: z.enum(RUN_KINDS) });
const applyForm = z.object({ planHash: z.string().max(64) });

/** Staff and the directory of people. */
@Controller('dong-bo-nhan-su')
@Allow(['administrator'])
export class DirectorySyncController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: DirectorySyncPageQuery,
    private readonly sync: SyncDirectory,
  ) {}

  @Page('')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(question)) { lan }: z.infer<typeof question>,
  ): Promise<string> {
    const view = directorySyncView(await this.query.read(lan ?? null));
    return renderPage(<DirectorySyncPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('xem-truoc')
  async ask(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(askForm)) { kind }: z.infer<typeof askForm>,
  ): Promise<RedirectTo> {
    await this.sync.ask(actor, kind);
    return done(request, 'Đang đọc thư mục; trang tự hiện kế hoạch. Chưa đổi gì.', DIRECTORY_SYNC);
  }

  @Act(':id/ap-dung')
  @AskAgain()
  async apply(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(applyForm)) { planHash }: z.infer<typeof applyForm>,
  ): Promise<RedirectTo> {
    await this.sync.approve(actor, id, planHash);
    return done(request, 'Đang đọc lại thư mục rồi áp dụng; trang tự hiện kết quả.', DIRECTORY_SYNC);
  }
}
