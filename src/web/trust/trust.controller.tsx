import { Body, Controller, Param } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { DecideTrust, JudgeCertificate, ProposeTrust } from '../../signing/trust/index.js';
import { trustAddingView, trustProposalView, trustView } from './trust-view.js';
import { adding, ADDING, changingPurposes, refusing, TRUST, uploading, withdrawing } from './trust-forms.js';
import type { TrustPreviewReading } from './trust-reading.js';
import { TrustAddingPage } from './trust-adding-page.js';
import { TrustPage } from './trust-page.js';
import { TrustProposalPage } from './trust-proposal-page.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { TrustPageQuery } from './trust-page-query.js';
import { Act, Answer, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, type RefusedForm, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

const PROPOSED = 'Đã gửi đề nghị; có hiệu lực khi người thứ hai xác nhận.';

/** Administrators propose; the others here may be the second person, which the use case asks the settings. */
@Controller('kho-tin-cay')
@Allow(['administrator', 'leader', 'registryClerk'])
export class TrustController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly trust: TrustPageQuery,
    private readonly judgeCertificate: JudgeCertificate,
    private readonly propose: ProposeTrust,
    private readonly decide: DecideTrust,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const refused = takeRefusedAct(context.request, TRUST, [ADDING]);
    const view = trustView(await this.trust.read(context.actor), refused);
    return renderPage(<TrustPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page('them')
  @AskAgain()
  @Allow(['administrator'])
  async adding(@CurrentContext() context: RequestContext): Promise<string> {
    const proposed = takeRefusedForm(context.request, TRUST);
    const preview = proposed === null ? null : await this.previewOf(proposed);
    return this.showAdding(context, preview, proposed ?? takeRefusedForm(context.request, ADDING));
  }

  @Answer('them')
  @TakesFiles()
  @Allow(['administrator'])
  async preview(
    @CurrentContext() context: RequestContext,
    @Body(uploading.pipe) { use: wanted, file }: Posted<typeof uploading>,
  ): Promise<string> {
    const judged = await this.judgeCertificate.judge(file.content, wanted);
    return this.showAdding(context, { ...wanted, judged }, null);
  }

  @Act('')
  @AskAgain()
  @Allow(['administrator'])
  async add(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(adding.pipe) { use: wanted, ...given }: Posted<typeof adding>,
  ): Promise<RedirectTo> {
    await this.propose.add(actor, { ...wanted, ...given });
    return done(request, PROPOSED, TRUST);
  }

  @Act(':id/rut')
  @AskAgain()
  @Allow(['administrator'])
  async withdraw(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(withdrawing.pipe) { basis }: Posted<typeof withdrawing>,
  ): Promise<RedirectTo> {
    await this.propose.withdraw(actor, id, basis);
    return done(request, PROPOSED, TRUST);
  }

  @Act(':id/cong-dung')
  @AskAgain()
  @Allow(['administrator'])
  async changePurposes(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(changingPurposes.pipe) given: Posted<typeof changingPurposes>,
  ): Promise<RedirectTo> {
    await this.propose.changePurposes(actor, id, given);
    return done(request, PROPOSED, TRUST);
  }

  @Page('de-nghi/:id')
  async proposal(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedForm(context.request, `${TRUST}/de-nghi/${id}/tu-choi`);
    const view = trustProposalView(await this.trust.proposal(context.actor, id), refused);
    return renderPage(<TrustProposalPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('de-nghi/:id/xac-nhan')
  @AskAgain()
  async confirm(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.decide.confirm(actor, id);
    return done(request, 'Đã xác nhận; thay đổi có hiệu lực từ bây giờ.', TRUST);
  }

  @Act('de-nghi/:id/tu-choi')
  async refuse(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(refusing.pipe) { reason }: Posted<typeof refusing>,
  ): Promise<RedirectTo> {
    await this.decide.refuse(actor, id, reason);
    return done(request, 'Đã từ chối đề nghị; đề nghị và lý do được giữ lại.', TRUST);
  }

  private async showAdding(
    context: RequestContext,
    preview: TrustPreviewReading | null,
    refused: RefusedForm | null,
  ): Promise<string> {
    const view = trustAddingView(await this.trust.read(context.actor), preview, refused);
    return renderPage(<TrustAddingPage frame={await this.pageContext.of(context)} view={view} />);
  }

  /** Of a proposal that was refused, what it was made from. */
  private async previewOf({ fields }: RefusedForm): Promise<TrustPreviewReading | null> {
    const read = adding.schema.pick({ use: true, der: true }).safeParse(fields);
    if (!read.success) return null;
    return { ...read.data.use, judged: await this.judgeCertificate.judge(read.data.der, read.data.use) };
  }
}
