import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { SyncDirectory } from '../../organisation/index.js';
import { RUN_KINDS } from '../../organisation/domain/directory/directory-run.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { DIRECTORY_SYNC, directorySyncView } from './directory-sync.js';
import { DirectorySyncPage } from './directory-sync-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { DirectorySyncPageQuery } from './directory-sync-page-query.js';
import { Act, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';
import { leaveNotice } from '../account/session-words.js';

const question = z.object({ lan: z.string().max(36).optional() });
const askForm = z.object({ kind: z.enum(RUN_KINDS) });
const applyForm = z.object({ planHash: z.string().max(64) });

/** Staff and the directory of people. */
@Controller('dong-bo-nhan-su')
@Allow(['administrator'])
export class DirectorySyncController {
  constructor(
    private readonly frames: Frames,
    private readonly query: DirectorySyncPageQuery,
    private readonly sync: SyncDirectory,
  ) {}

  @Page('')
  async page(
    @CurrentVisit() visit: Visit,
    @Query(new FormPipe(question)) { lan }: z.infer<typeof question>,
  ): Promise<string> {
    const view = directorySyncView(await this.query.read(lan ?? null));
    return renderPage(<DirectorySyncPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act('xem-truoc')
  async ask(
    @CurrentVisit() { actor, request }: Visit,
    @Body(new FormPipe(askForm)) { kind }: z.infer<typeof askForm>,
  ): Promise<Onward> {
    await this.sync.ask(actor, kind);
    leaveNotice(request, 'done', 'Đang đọc thư mục; trang tự hiện kế hoạch. Chưa đổi gì.');
    return { url: DIRECTORY_SYNC };
  }

  @Act(':id/ap-dung')
  @AskAgain()
  async apply(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(applyForm)) { planHash }: z.infer<typeof applyForm>,
  ): Promise<Onward> {
    await this.sync.approve(actor, id, planHash);
    leaveNotice(request, 'done', 'Đang đọc lại thư mục rồi áp dụng; trang tự hiện kết quả.');
    return { url: DIRECTORY_SYNC };
  }
}
