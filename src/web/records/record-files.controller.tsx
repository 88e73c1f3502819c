import { Body, Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { RequestExport, KeepRecordFile } from '../../records/index.js';
import { FILE_LISTS, LIST_CODES, recordFilesView } from './record-files-view.js';
import { adding, describing, recordFileView } from './record-file-view.js';
import { RecordFilePage } from './record-file-page.js';
import { RecordFilesPage } from './record-files-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { RecordFilesPageQuery } from './record-files-page-query.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import { download } from '../ticket-files/file-answer.js';
import type { Posted } from '../kit/form/posted-form.js';

const address = z.object({
  'danh-sach': z
    .string()
    .catch('')
    .transform((code) => FILE_LISTS.find((list) => LIST_CODES[list] === code) ?? FILE_LISTS[0]),
  nam: z.coerce.number().int().min(2020).max(2999).nullable().catch(null).default(null),
  sau: z.string().max(20).catch(''),
});

const removing = z.object({ reason: optional() });

/** Files: read by those who see the ticket, put in order by those who handle it and by the registry. */
@Controller('ho-so')
@Allow(STAFF)
export class RecordFilesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly files: RecordFilesPageQuery,
    private readonly keep: KeepRecordFile,
    private readonly requestExport: RequestExport,
  ) {}

  @Page('')
  async list(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(address)) asked: z.infer<typeof address>,
  ): Promise<string> {
    const wish = { list: asked['danh-sach'], year: asked.nam, after: asked.sau };
    const view = recordFilesView(await this.files.list(context.actor, wish));
    return renderPage(<RecordFilesPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page(':id')
  async page(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedAct(context.request, `/ho-so/${id}`);
    const view = recordFileView(await this.files.one(context.actor, id, refused));
    return renderPage(<RecordFilePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':id/them')
  async add(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(adding.pipe) document: Posted<typeof adding>,
  ): Promise<RedirectTo> {
    await this.keep.addPaper(actor, id, document);
    return done(request, 'Đã thêm văn bản vào hồ sơ.', `/ho-so/${id}`);
  }

  @Act(':id/bo/:paperId')
  async remove(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Param('paperId') paperId: string,
    @Body(new FormPipe(removing)) { reason }: z.infer<typeof removing>,
  ): Promise<RedirectTo> {
    await this.keep.removePaper(actor, id, paperId, reason);
    return done(request, 'Đã bỏ tài liệu khỏi hồ sơ.', `/ho-so/${id}`);
  }

  @Act(':id/dua-lai/:paperId')
  async putBack(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Param('paperId') paperId: string,
  ): Promise<RedirectTo> {
    await this.keep.putBack(actor, id, paperId);
    return done(request, 'Đã đưa tài liệu trở lại hồ sơ.', `/ho-so/${id}`);
  }

  @Act(':id/sua')
  async describe(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(describing.pipe) given: Posted<typeof describing>,
  ): Promise<RedirectTo> {
    await this.keep.describe(actor, id, given);
    return done(request, 'Đã lưu thông tin hồ sơ.', `/ho-so/${id}`);
  }

  @Act(':id/ket-thuc')
  async close(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.keep.close(actor, id);
    return done(request, 'Đã kết thúc hồ sơ; hạn nộp lưu và thời hạn bảo quản tính từ nay.', `/ho-so/${id}`);
  }

  @Act(':id/xuat')
  async ask(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.requestExport.request(actor, id);
    return done(request, 'Đang ghép hồ sơ; trang này tự cập nhật khi xong.', `/ho-so/${id}`);
  }

  @Get(':id/xuat.zip')
  async archive(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, { ...(await this.requestExport.archive(actor, id)), type: 'application/zip' });
  }
}
