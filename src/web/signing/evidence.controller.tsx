import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { ExportEvidence, OverrideProof, type SignatureEvidenceEntity, SignatureQueries } from '../../signing/index.js';
import { evidenceReportView } from './evidence-report-view.js';
import { EVIDENCE_READERS } from '../../signing/domain/policy.js';
import { EvidenceReport } from './evidence-report.js';
import { renderPage } from '../kit/render-page.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { KeptFiles } from '../ticket-files/kept-files.js';
import { SignaturesPageQuery } from './signatures-page-query.js';
import { Act, CurrentContext, type RedirectTo } from '../kit/http/routes.js';
import { done } from '../account/flash-messages.js';
import { download } from '../ticket-files/file-answer.js';
import { overriding } from './proof-panel-view.js';
import type { Posted } from '../kit/form/posted-form.js';

/** What a verdict rests on, for those who take it out of the agency; and who answers where it does not suffice. */
@Controller()
export class EvidenceController {
  constructor(
    private readonly signatures: SignaturesPageQuery,
    private readonly overrideProof: OverrideProof,
    private readonly exportEvidence: ExportEvidence,
    private readonly files: KeptFiles,
    private readonly queries: SignatureQueries,
  ) {}

  @Act('trinh-ky/:id/cho-phep')
  @AskAgain()
  @Allow(['leader'])
  async answerFor(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(overriding.pipe) { reason, sha256 }: Posted<typeof overriding>,
  ): Promise<RedirectTo> {
    await this.signatures.requireVisible(actor, id);
    await this.overrideProof.override(actor, id, { reason, fileSha256: sha256 });
    return done(request, 'Đã cho phép dùng bản này; lý do được giữ làm chứng cứ.', `/trinh-ky/${id}`);
  }

  @Get('trinh-ky/:id/chung-cu/:evidence.zip')
  @Allow(EVIDENCE_READERS)
  async archive(
    @CurrentActor() actor: Actor,
    @Param() { id, evidence: evidenceId }: { readonly id: string; readonly evidence: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.handOut(actor, await this.signatures.evidence(actor, id, evidenceId), reply);
  }

  /** What the verdict on a signed file that came in rests on, for those of them who may open the file. */
  @Get('tep/van-ban/:fileId/chung-cu.zip')
  @Allow(EVIDENCE_READERS)
  async archiveOfIncoming(
    @CurrentActor() actor: Actor,
    @Param('fileId') fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { sha256 } = await this.files.seenAttachment(actor, fileId);
    const evidence = await this.queries.evidenceOfIncoming(sha256);
    if (!evidence) throw new DomainError('not-found', { what: 'signatureEvidence' });
    return this.handOut(actor, evidence, reply);
  }

  private async handOut(actor: Actor, evidence: SignatureEvidenceEntity, reply: FastifyReply): Promise<StreamableFile> {
    const forPeople = (): string => renderPage(<EvidenceReport view={evidenceReportView(evidence)} />);
    const content = await this.exportEvidence.export(actor, evidence, forPeople);
    return download(reply, { content, name: `chung-cu-${evidence.fileName}.zip`, type: 'application/zip' });
  }
}
