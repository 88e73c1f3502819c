import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { EnterCopies } from '../../documents/index.js';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import { RecallDocument, RecordHandDelivery, RecordReceipt } from '../../exchange/index.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { FileDocument } from '../../records/index.js';
import { BeginAmendment, RecoverLetter } from '../../tickets/index.js';
import type { Amendment } from '../../documents/domain/register.js';
import { copiesForm } from './letter-copies.js';
import { outgoingDocumentView } from './outgoing-document-view.js';
import { OutgoingDocumentPage } from './outgoing-document-page.js';
import { filing } from '../records/document-file.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { OutgoingPageQuery } from './outgoing-page-query.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';
import { proposingRecall, refusingRecall } from '../signing/recall.js';
import { recovering } from './letter-recovery.js';
import { delivering, signingFor } from './hand-delivery.js';

/** An outgoing document from its number on. */
@Controller()
@Allow(STAFF)
export class OutgoingDocumentController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly outgoing: OutgoingPageQuery,
    private readonly recall: RecallDocument,
    private readonly beginAmendment: BeginAmendment,
    private readonly recordHandDelivery: RecordHandDelivery,
    private readonly recordReceipt: RecordReceipt,
    private readonly recoverLetter: RecoverLetter,
    private readonly fileDocument: FileDocument,
    private readonly enterCopies: EnterCopies,
  ) {}

  @Page('van-ban-di/:id')
  async show(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedAct(context.request, `/van-ban-di/${id}`);
    const reading = await this.outgoing.read(context.actor, id, refused);
    const frame = await this.pageContext.of(context);
    return renderPage(<OutgoingDocumentPage frame={frame} view={outgoingDocumentView(reading)} />);
  }

  @Act('van-ban-di/:id/gui/:delivery')
  @Allow(['registryClerk'])
  async sent(
    @CurrentContext() { actor, request }: RequestContext,
    @Param() { id, delivery }: { readonly id: string; readonly delivery: string },
    @Body(delivering.pipe) form: Posted<typeof delivering>,
  ): Promise<RedirectTo> {
    await this.recordHandDelivery.record(actor, delivery, form);
    return done(request, 'Đã ghi việc gửi văn bản.', `/van-ban-di/${id}`);
  }

  @Act('van-ban-di/:id/ky-nhan/:delivery')
  @Allow(['registryClerk'])
  async taken(
    @CurrentContext() { actor, request }: RequestContext,
    @Param() { id, delivery }: { readonly id: string; readonly delivery: string },
    @Body(signingFor.pipe) form: Posted<typeof signingFor>,
  ): Promise<RedirectTo> {
    await this.recordReceipt.record(actor, delivery, form);
    return done(request, 'Đã ghi ngày ký nhận vào sổ.', `/van-ban-di/${id}`);
  }

  @Act('van-ban-di/:id/dua-lai')
  @TakesFiles()
  @Allow(['registryClerk'])
  async bringBack(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(recovering.pipe) { file, ...said }: Posted<typeof recovering>,
  ): Promise<RedirectTo> {
    await this.recoverLetter.recover(actor, id, { ...said, file: { name: file.name, content: file.content } });
    return done(request, 'Đã đưa văn bản trở lại sổ; không gửi lại cho ai.', `/van-ban-di/${id}`);
  }

  @Act('van-ban-di/:id/so-ban')
  @Allow(['registryClerk'])
  async copies(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(copiesForm)) counts: z.infer<typeof copiesForm>,
  ): Promise<RedirectTo> {
    await this.enterCopies.enter(actor, id, counts);
    return done(request, 'Đã ghi số bản.', `/van-ban-di/${id}`);
  }

  @Act('van-ban-di/:id/ho-so')
  @Allow(DRAFTERS)
  async file(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') documentId: string,
    @Body(filing.pipe) { place }: Posted<typeof filing>,
  ): Promise<RedirectTo> {
    await this.fileDocument.choose(actor, { book: 'outgoing', documentId }, place);
    return done(request, 'Đã đưa văn bản vào hồ sơ.', `/van-ban-di/${documentId}`);
  }

  @Act('van-ban-di/:id/thu-hoi')
  @Allow(['registryClerk'])
  async propose(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(proposingRecall.pipe) { reason }: Posted<typeof proposingRecall>,
  ): Promise<RedirectTo> {
    await this.recall.propose(actor, id, reason);
    return done(request, 'Đã trình lãnh đạo quyết định thu hồi.', `/van-ban-di/${id}`);
  }

  @Act('van-ban-di/:id/thu-hoi/dong-y')
  @AskAgain()
  @Allow(['leader'])
  async grant(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.recall.grant(actor, id);
    return done(request, 'Đã thu hồi văn bản; nơi nhận đang được báo.', `/van-ban-di/${id}`);
  }

  @Act('van-ban-di/:id/thu-hoi/khong')
  @Allow(['leader'])
  async refuse(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(refusingRecall.pipe) { reason }: Posted<typeof refusingRecall>,
  ): Promise<RedirectTo> {
    await this.recall.refuse(actor, id, reason);
    return done(request, 'Đã ghi quyết định không thu hồi.', `/van-ban-di/${id}`);
  }

  @Act('van-ban-di/:id/dinh-chinh')
  @Allow(['contactOfficer', 'unitHead'])
  correct(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    return this.begin(context, id, 'correction');
  }

  @Act('van-ban-di/:id/thay-the')
  @Allow(['contactOfficer', 'unitHead'])
  replace(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    return this.begin(context, id, 'replacement');
  }

  private async begin({ actor, request }: RequestContext, id: string, as: Amendment): Promise<RedirectTo> {
    const draftId = await this.beginAmendment.begin(actor, id, as);
    return done(request, 'Đã tạo bản thảo; văn bản gốc giữ nguyên.', `/du-thao/${draftId}`);
  }
}
