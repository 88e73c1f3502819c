import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { ProposeDirectAnswer, ApproveAnswer, KeepEvidence } from '../../tickets/index.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { KeptFiles } from '../ticket-files/kept-files.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done } from '../account/flash-messages.js';
import { download } from '../ticket-files/file-answer.js';
import { addingEvidence, answering, approving, givingBack, statingNoEvidence } from './ticket-answer.js';
import type { Posted } from '../kit/form/posted-form.js';

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
    @Body(addingEvidence.pipe) { files }: Posted<typeof addingEvidence>,
  ): Promise<RedirectTo> {
    await this.keepEvidence.add(actor, id, files);
    return done(request, 'Đã lưu tài liệu.', `/phieu/${id}#t-tai-lieu`);
  }

  @Act('phieu/:id/khong-tai-lieu')
  async stateNone(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(statingNoEvidence.pipe) { reason }: Posted<typeof statingNoEvidence>,
  ): Promise<RedirectTo> {
    await this.keepEvidence.stateNone(actor, id, reason);
    return done(request, 'Đã ghi lý do không có tài liệu.', `/phieu/${id}`);
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
    @Body(answering.pipe) form: Posted<typeof answering>,
  ): Promise<RedirectTo> {
    await this.proposeDirectAnswer.propose(actor, id, form);
    return done(request, 'Đã trình câu trả lời.', `/phieu/${id}`);
  }

  @Act('phieu/:id/duyet-tra-loi')
  async approve(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(approving.pipe) { answerId }: Posted<typeof approving>,
  ): Promise<RedirectTo> {
    await this.approveAnswer.approve(actor, id, answerId);
    return done(request, 'Đã duyệt; hệ thống đang gửi câu trả lời.', `/phieu/${id}`);
  }

  @Act('phieu/:id/tra-lai-tra-loi')
  async giveBack(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(givingBack.pipe) form: Posted<typeof givingBack>,
  ): Promise<RedirectTo> {
    await this.approveAnswer.giveBack(actor, id, form);
    return done(request, 'Đã trả lại câu trả lời.', `/phieu/${id}`);
  }
}
