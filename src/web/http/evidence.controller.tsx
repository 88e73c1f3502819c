import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { ExportEvidence, OverrideProof } from '../../signing/index.js';
import { evidenceReportView } from '../presenters/evidence-report.js';
import { EVIDENCE_READERS } from '../../signing/domain/policy.js';
import { EvidenceReport } from '../views/evidence-report.js';
import { renderPage } from '../views/render-page.js';
import { FormPipe, optional } from './form-pipe.js';
import type { Visit } from './frames.js';
import { ReadSignatures } from './readings/read-signatures.js';
import { Act, CurrentVisit, type Onward } from './routes.js';
import { leaveNotice } from './session-words.js';
import { download } from './stored-file.js';

const overriding = z.object({ reason: optional(), sha256: optional() });

/** What a verdict rests on, for those who take it out of the house; and who answers where it does not suffice. */
@Controller()
export class EvidenceController {
  constructor(
    private readonly signatures: ReadSignatures,
    private readonly override: OverrideProof,
    private readonly exported: ExportEvidence,
  ) {}

  @Act('trinh-ky/:id/cho-phep')
  @AskAgain()
  @Allow(['leader'])
  async answerFor(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(overriding)) { reason, sha256 }: z.infer<typeof overriding>,
  ): Promise<Onward> {
    await this.signatures.seen(actor, id);
    await this.override.execute(actor, id, { reason, fileSha256: sha256 });
    leaveNotice(request, 'done', 'Đã cho phép dùng bản này; lý do được giữ làm chứng cứ.');
    return { url: `/trinh-ky/${id}` };
  }

  @Get('trinh-ky/:id/chung-cu/:evidence.zip')
  @Allow(EVIDENCE_READERS)
  async archive(
    @CurrentActor() actor: Actor,
    @Param() { id, evidence: evidenceId }: { readonly id: string; readonly evidence: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const evidence = await this.signatures.evidence(actor, id, evidenceId);
    const forPeople = (): string => renderPage(<EvidenceReport view={evidenceReportView(evidence)} />);
    const content = await this.exported.execute(actor, evidence, forPeople);
    return download(reply, { content, name: `chung-cu-${evidence.fileName}.zip`, type: 'application/zip' });
  }
}
