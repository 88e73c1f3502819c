import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { PostedFile, TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { ProposeDirectAnswer, ApproveAnswer, KeepEvidence } from '../../tickets/index.js';
import { verbatim } from '../identity/citizen-text.js';
import { FormPipe, needed, optional } from '../kit/http/form-pipe.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { KeptFiles } from '../ticket-files/kept-files.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { flash } from '../account/flash-messages.js';
import { download } from '../ticket-files/stored-file.js';

const answer = z.object({ text: optional(), noEvidenceReason: optional(), verbatim: verbatim() });

const chosen = z.object({ answerId: needed('Mở lại phiếu để xem câu trả lời đang chờ duyệt.') });

const givenBack = chosen.extend({ reason: optional() });

const stated = z.object({ reason: optional() });

const evidence = z.object({
  files: z
    .union([z.instanceof(PostedFile), z.array(z.instanceof(PostedFile))])
    .optional()
    .transform((files) => [files ?? []].flat()),
});

/** Evidence and direct answers; who may is asked by the table of acts. */
@Controller()
@Allow(STAFF)
export class TicketAnswerController {
  constructor(
    private readonly keepEvidence: KeepEvidence,
    private readonly proposeDirectAnswer: ProposeDirectAnswer,
    private readonly approveAnswer: ApproveAnswer,
    private readonly files: KeptFiles,
  ) {}

  @Act('phieu/:id/tai-lieu')
  @TakesFiles()
  async add(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(evidence)) { files }: z.infer<typeof evidence>,
  ): Promise<RedirectTo> {
    await this.keepEvidence.add(actor, id, files);
    flash(request, 'done', 'Đã lưu tài liệu.');
    return { url: `/phieu/${id}#t-tai-lieu` };
  }

  @Act('phieu/:id/khong-tai-lieu')
  async stateNone(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(stated)) { reason }: z.infer<typeof stated>,
  ): Promise<RedirectTo> {
    await this.keepEvidence.stateNone(actor, id, reason);
    flash(request, 'done', 'Đã ghi lý do không có tài liệu.');
    return { url: `/phieu/${id}` };
  }

  @Get('tep/tai-lieu/:fileId')
  async file(
    @CurrentActor() actor: Actor,
    @Param('fileId') fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.files.evidence(actor, fileId));
  }

  @Act('phieu/:id/tra-loi')
  async propose(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(answer)) form: z.infer<typeof answer>,
  ): Promise<RedirectTo> {
    await this.proposeDirectAnswer.propose(actor, id, form);
    flash(request, 'done', 'Đã trình câu trả lời.');
    return { url: `/phieu/${id}` };
  }

  @Act('phieu/:id/duyet-tra-loi')
  async approve(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(chosen)) { answerId }: z.infer<typeof chosen>,
  ): Promise<RedirectTo> {
    await this.approveAnswer.approve(actor, id, answerId);
    flash(request, 'done', 'Đã duyệt; hệ thống đang gửi câu trả lời.');
    return { url: `/phieu/${id}` };
  }

  @Act('phieu/:id/tra-lai-tra-loi')
  async giveBack(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(givenBack)) form: z.infer<typeof givenBack>,
  ): Promise<RedirectTo> {
    await this.approveAnswer.giveBack(actor, id, form);
    flash(request, 'done', 'Đã trả lại câu trả lời.');
    return { url: `/phieu/${id}` };
  }
}
