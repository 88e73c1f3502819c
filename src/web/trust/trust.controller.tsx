import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { PostedFile, TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { DecideTrust, JudgeCertificate, ProposeTrust } from '../../signing/trust/index.js';
import { TRUST_PURPOSES, type TrustPurpose } from '../../signing/trust/domain/trusted-certificate.js';
import { trustAddingView, trustProposalView, trustView } from './trust.js';
import { ADDING, TRUST, useOf } from './trust-forms.js';
import type { TrustPreviewReading } from './trust-reading.js';
import { TrustAddingPage } from './trust-adding-page.js';
import { TrustPage } from './trust-page.js';
import { TrustProposalPage } from './trust-proposal-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, lines, optional } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { TrustPageQuery } from './trust-page-query.js';
import { Act, Answer, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedAct, takeRefusedForm, type RefusedForm } from '../account/session-words.js';

const use = z.string().transform((text, context) => {
  const value = useOf(text);
  if (value !== null) return value;
  context.addIssue('Chọn chứng thư của ai.');
  return z.NEVER;
});
const purposes = lines().transform((given): TrustPurpose[] =>
  TRUST_PURPOSES.filter((purpose) => given.includes(purpose)),
);
const der = z.base64().transform((text) => Buffer.from(text, 'base64'));

const upload = z.object({ use, file: z.instanceof(PostedFile, { error: 'Chọn một tệp chứng thư.' }) });
const addition = z.object({ use, der, purposes, basis: optional() });
const change = z.object({ purposes, basis: optional() });
const withdrawal = z.object({ basis: optional() });
const refusal = z.object({ reason: optional() });

const PROPOSED = 'Đã gửi đề nghị; có hiệu lực khi người thứ hai xác nhận.';

/** Administrators propose; the others here may be the second person, which the use case asks the settings. */
@Controller('kho-tin-cay')
@Allow(['administrator', 'leader', 'registryClerk'])
export class TrustController {
  constructor(
    private readonly frames: Frames,
    private readonly trust: TrustPageQuery,
    private readonly judgeCertificate: JudgeCertificate,
    private readonly propose: ProposeTrust,
    private readonly decide: DecideTrust,
  ) {}

  @Page('')
  async page(@CurrentVisit() visit: Visit): Promise<string> {
    const refused = takeRefusedAct(visit.request, TRUST, [ADDING]);
    const view = trustView(await this.trust.read(visit.actor), refused);
    return renderPage(<TrustPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Page('them')
  @AskAgain()
  @Allow(['administrator'])
  async adding(@CurrentVisit() visit: Visit): Promise<string> {
    const proposed = takeRefusedForm(visit.request, TRUST);
    const preview = proposed === null ? null : await this.previewOf(proposed);
    return this.showAdding(visit, preview, proposed ?? takeRefusedForm(visit.request, ADDING));
  }

  @Answer('them')
  @TakesFiles()
  @Allow(['administrator'])
  async preview(
    @CurrentVisit() visit: Visit,
    @Body(new FormPipe(upload)) { use: wanted, file }: z.infer<typeof upload>,
  ): Promise<string> {
    const judged = await this.judgeCertificate.judge(file.content, wanted);
    return this.showAdding(visit, { ...wanted, judged }, null);
  }

  @Act('')
  @AskAgain()
  @Allow(['administrator'])
  async add(
    @CurrentVisit() { actor, request }: Visit,
    @Body(new FormPipe(addition)) { use: wanted, ...given }: z.infer<typeof addition>,
  ): Promise<Onward> {
    await this.propose.add(actor, { ...wanted, ...given });
    leaveNotice(request, 'done', PROPOSED);
    return { url: TRUST };
  }

  @Act(':id/rut')
  @AskAgain()
  @Allow(['administrator'])
  async withdraw(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(withdrawal)) { basis }: z.infer<typeof withdrawal>,
  ): Promise<Onward> {
    await this.propose.withdraw(actor, id, basis);
    leaveNotice(request, 'done', PROPOSED);
    return { url: TRUST };
  }

  @Act(':id/cong-dung')
  @AskAgain()
  @Allow(['administrator'])
  async changePurposes(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(change)) given: z.infer<typeof change>,
  ): Promise<Onward> {
    await this.propose.changePurposes(actor, id, given);
    leaveNotice(request, 'done', PROPOSED);
    return { url: TRUST };
  }

  @Page('de-nghi/:id')
  async proposal(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedForm(visit.request, `${TRUST}/de-nghi/${id}/tu-choi`);
    const view = trustProposalView(await this.trust.proposal(visit.actor, id), refused);
    return renderPage(<TrustProposalPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act('de-nghi/:id/xac-nhan')
  @AskAgain()
  async confirm(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    await this.decide.confirm(actor, id);
    leaveNotice(request, 'done', 'Đã xác nhận; thay đổi có hiệu lực từ bây giờ.');
    return { url: TRUST };
  }

  @Act('de-nghi/:id/tu-choi')
  async refuse(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(refusal)) { reason }: z.infer<typeof refusal>,
  ): Promise<Onward> {
    await this.decide.refuse(actor, id, reason);
    leaveNotice(request, 'done', 'Đã từ chối đề nghị; đề nghị và lý do được giữ lại.');
    return { url: TRUST };
  }

  private async showAdding(
    visit: Visit,
    preview: TrustPreviewReading | null,
    refused: RefusedForm | null,
  ): Promise<string> {
    const view = trustAddingView(await this.trust.read(visit.actor), preview, refused);
    return renderPage(<TrustAddingPage frame={await this.frames.of(visit)} view={view} />);
  }

  /** Of a proposal that was refused, what it was made from. */
  private async previewOf({ fields }: RefusedForm): Promise<TrustPreviewReading | null> {
    const read = addition.pick({ use: true, der: true }).safeParse(fields);
    if (!read.success) return null;
    return { ...read.data.use, judged: await this.judgeCertificate.judge(read.data.der, read.data.use) };
  }
}
