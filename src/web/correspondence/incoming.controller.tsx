import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { slipFile } from '../../documents/domain/arrival/arrival-number.js';
import { isWritingWay } from '../../correspondence/domain/writing-person.js';
import { REGISTRARS, ROUTERS } from '../../correspondence/domain/policy.js';
import {
  AnswerDocument,
  AssignHandler,
  EnterPaper,
  GiveOpinion,
  HandlingSlip,
  RouteDocument,
  SettleDocument,
} from '../../correspondence/index.js';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { FileDocument } from '../../records/index.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { IncomingDocumentPage, IncomingDocumentsPage, NewPaperPage } from './incoming-pages.js';
import { IncomingPageQuery } from './incoming-page-query.js';
import { incomingDocumentsView, incomingDocumentView } from './incoming-view.js';
import { entering, newPaperView } from './new-paper-view.js';
import { incomingDocumentHref, NEW_PAPER } from './correspondence-words.js';
import { filing } from '../records/document-file.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import { DOCX, download } from '../ticket-files/file-answer.js';
import type { Posted } from '../kit/form/posted-form.js';
import { advising, answering, assigning, routing, settling } from './incoming-acts.js';

const paper = new FormPipe(
  entering.schema.transform(({ key, files, wroteBy, address, number, arrivalDate, confirmed, ...written }) => ({
    key,
    arrival: { number, arrivalDate, confirmed },
    paper: { ...written, person: isWritingWay(wroteBy) ? { wroteBy, address } : null },
    files: files.map(({ name, content }) => ({ name, content })),
  })),
);

/** Incoming documents that are handled without a ticket. */
@Controller('van-ban-den')
@Allow(STAFF)
export class IncomingController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: IncomingPageQuery,
    private readonly enterPaper: EnterPaper,
    private readonly routeDocument: RouteDocument,
    private readonly assignHandler: AssignHandler,
    private readonly giveOpinion: GiveOpinion,
    private readonly answerDocument: AnswerDocument,
    private readonly settleDocument: SettleDocument,
    private readonly slip: HandlingSlip,
    private readonly fileDocument: FileDocument,
  ) {}

  @Page('')
  async list(@CurrentContext() context: RequestContext): Promise<string> {
    const view = incomingDocumentsView(await this.query.list(context.actor));
    return renderPage(<IncomingDocumentsPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page('moi')
  @Allow(REGISTRARS)
  async blank(@CurrentContext() context: RequestContext): Promise<string> {
    const refused = takeRefusedForm(context.request, NEW_PAPER);
    const view = newPaperView(newId(), refused, await this.query.isNumberedThere());
    return renderPage(<NewPaperPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('moi')
  @Allow(REGISTRARS)
  @TakesFiles()
  async enter(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(paper) given: ReturnType<typeof paper.transform>,
  ): Promise<RedirectTo> {
    const id = await this.enterPaper.enter(actor, given);
    return done(request, 'Đã vào sổ văn bản đến.', incomingDocumentHref(id));
  }

  @Page(':id')
  async one(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedAct(context.request, incomingDocumentHref(id));
    const view = incomingDocumentView(await this.query.one(context.actor, id, refused));
    return renderPage(<IncomingDocumentPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get(':id/phieu-giai-quyet.docx')
  async docx(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { docx, arrivalNumber } = await this.slip.docx(actor, id);
    return download(reply, { content: docx, name: slipFile(arrivalNumber), type: DOCX });
  }

  @Act(':id/chuyen')
  @Allow(ROUTERS)
  async route(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') documentId: string,
    @Body(routing.pipe) given: Posted<typeof routing>,
  ): Promise<RedirectTo> {
    await this.routeDocument.route(actor, { ...given, documentId });
    return done(request, 'Đã chuyển văn bản.', incomingDocumentHref(documentId));
  }

  @Act(':id/giao')
  @Allow(['unitHead'])
  async assign(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') documentId: string,
    @Body(assigning.pipe) given: Posted<typeof assigning>,
  ): Promise<RedirectTo> {
    await this.assignHandler.assign(actor, documentId, given);
    return done(request, 'Đã giao người xử lý.', incomingDocumentHref(documentId));
  }

  @Act(':id/y-kien')
  @Allow(DRAFTERS)
  async advise(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') documentId: string,
    @Body(advising.pipe) given: Posted<typeof advising>,
  ): Promise<RedirectTo> {
    await this.giveOpinion.give(actor, documentId, given.opinion);
    return done(request, 'Đã gửi ý kiến phối hợp.', incomingDocumentHref(documentId));
  }

  @Act(':id/tra-loi')
  @Allow(DRAFTERS)
  async answer(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') documentId: string,
    @Body(answering.pipe) { template }: Posted<typeof answering>,
  ): Promise<RedirectTo> {
    const draftId = await this.answerDocument.begin(actor, documentId, template);
    return done(request, 'Đã tạo dự thảo văn bản trả lời.', `/du-thao/${draftId}`);
  }

  @Act(':id/ho-so')
  @Allow(DRAFTERS)
  async file(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') documentId: string,
    @Body(filing.pipe) { place }: Posted<typeof filing>,
  ): Promise<RedirectTo> {
    await this.fileDocument.choose(actor, { book: 'incoming', documentId }, place);
    return done(request, 'Đã đưa văn bản vào hồ sơ.', incomingDocumentHref(documentId));
  }

  @Act(':id/giai-quyet')
  @Allow(DRAFTERS)
  async settle(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') documentId: string,
    @Body(settling.pipe) given: Posted<typeof settling>,
  ): Promise<RedirectTo> {
    await this.settleDocument.settle(actor, documentId, given);
    return done(request, 'Đã ghi kết quả giải quyết.', incomingDocumentHref(documentId));
  }
}
