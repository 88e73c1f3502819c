import { Body, Controller, HttpCode, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CommendationReader, FlagMerit, ProposalLetter, WriteProposal } from '../../commendations/index.js';
import { COMMENDATION_READERS, COMMENDERS, FLAGGERS } from '../../commendations/domain/policy.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import {
  awarding,
  COMMENDATIONS,
  consenting,
  deciding,
  describing,
  FLAG,
  flagForm,
  flagging,
  meritHref,
  proposalHref,
  PROPOSALS,
  takingBack,
  writing,
} from './commendation-forms.js';
import { commendationsView, meritView, proposalView } from './commendations-view.js';
import { ProposalPage } from './commendation-proposal-page.js';
import { CommendationsPage, FlagMeritPage, MeritPage } from './commendations-page.js';
import { CaseLetterQuery } from '../drafting/case-letter-query.js';
import type { Posted } from '../kit/form/posted-form.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, lines, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import { DOCX, download } from '../ticket-files/file-answer.js';

const asked = z.object({ phieu: optional() });

const list = z.object({ title: optional(), meritIds: lines() });

/** What feedback has changed, and who is to be commended for it. */
@Controller('khen-thuong')
@Allow(FLAGGERS)
export class CommendationsController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly read: CommendationReader,
    private readonly merits: FlagMerit,
    private readonly proposals: WriteProposal,
    private readonly letter: ProposalLetter,
    private readonly clock: Clock,
    private readonly caseLetters: CaseLetterQuery,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const { actor, request } = context;
    const [waiting, proposals] = await Promise.all([
      this.read.waiting(actor),
      hasRole(actor, ...COMMENDATION_READERS) ? this.read.proposals(actor) : null,
    ]);
    const view = commendationsView({ actor, waiting, proposals }, takeRefusedForm(request, PROPOSALS));
    return renderPage(<CommendationsPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page('ghi-nhan')
  async blank(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(asked)) { phieu }: z.infer<typeof asked>,
  ): Promise<string> {
    const form = flagForm(phieu, takeRefusedForm(context.request, FLAG));
    return renderPage(<FlagMeritPage frame={await this.pageContext.of(context)} form={form} />);
  }

  @Act('ghi-nhan')
  async flag(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(flagging.pipe) given: Posted<typeof flagging>,
  ): Promise<RedirectTo> {
    const id = await this.merits.flag(actor, given);
    return done(request, 'Đã ghi nhận.', meritHref(id));
  }

  @Page('truong-hop/:id')
  async one(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const { actor, request } = context;
    const view = meritView({ actor, seen: await this.read.one(actor, id) }, takeRefusedAct(request, meritHref(id)));
    return renderPage(<MeritPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('truong-hop/:id/dong-y')
  @Allow(COMMENDERS)
  async consent(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(consenting.pipe) given: Posted<typeof consenting>,
  ): Promise<RedirectTo> {
    await this.merits.consent(actor, id, given);
    return done(request, 'Đã ghi ý kiến của người phản ánh.', meritHref(id));
  }

  @Act('truong-hop/:id/rut')
  async withdraw(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(takingBack.pipe) { reason }: Posted<typeof takingBack>,
  ): Promise<RedirectTo> {
    await this.merits.withdraw(actor, id, reason);
    return done(request, 'Đã rút ghi nhận.', COMMENDATIONS);
  }

  @Act('de-nghi')
  @Allow(COMMENDERS)
  async begin(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(list)) given: z.infer<typeof list>,
  ): Promise<RedirectTo> {
    const id = await this.proposals.begin(actor, given);
    return done(request, 'Đã lập danh sách đề nghị.', proposalHref(id));
  }

  @Page('de-nghi/:id')
  @Allow(COMMENDATION_READERS)
  async proposal(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const { actor, request } = context;
    const seen = await this.read.proposal(actor, id);
    const letters = await this.caseLetters.of('commendation', [id]);
    const reading = { actor, seen, letters, today: civilDateOf(this.clock.now()) };
    const view = proposalView(reading, takeRefusedAct(request, proposalHref(id)));
    return renderPage(<ProposalPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('de-nghi/:id/dong/:meritId')
  @Allow(COMMENDERS)
  async line(
    @CurrentContext() { actor, request }: RequestContext,
    @Param() { id, meritId }: { readonly id: string; readonly meritId: string },
    @Body(describing.pipe) given: Posted<typeof describing>,
  ): Promise<RedirectTo> {
    await this.proposals.describe(actor, { ...given, proposalId: id, meritId });
    return done(request, 'Đã lưu.', proposalHref(id));
  }

  /** Answers with the file itself: an address under which names can be read again must not exist. */
  @Post('de-nghi/:id/to-trinh')
  @HttpCode(200)
  @Allow(COMMENDERS)
  async docx(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, {
      content: await this.letter.docx(actor, id),
      name: 'to-trinh-khen-thuong.docx',
      type: DOCX,
    });
  }

  @Act('de-nghi/:id/van-ban')
  @Allow(COMMENDERS)
  async draft(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(writing.pipe) { template }: Posted<typeof writing>,
  ): Promise<RedirectTo> {
    const draftId = await this.letter.begin(actor, id, template);
    return done(request, 'Đã tạo dự thảo từ danh sách.', `/du-thao/${draftId}`);
  }

  @Act('de-nghi/:id/trinh')
  @Allow(COMMENDERS)
  async submit(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.proposals.submit(actor, id);
    return done(request, 'Đã ghi là đã trình.', proposalHref(id));
  }

  @Act('de-nghi/:id/quyet-dinh')
  @Allow(COMMENDERS)
  async decide(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(deciding.pipe) given: Posted<typeof deciding>,
  ): Promise<RedirectTo> {
    await this.proposals.decide(actor, { ...given, proposalId: id });
    return done(request, 'Đã ghi quyết định.', proposalHref(id));
  }

  @Act('de-nghi/:id/trao/:meritId')
  @Allow(COMMENDERS)
  async award(
    @CurrentContext() { actor, request }: RequestContext,
    @Param() { id, meritId }: { readonly id: string; readonly meritId: string },
    @Body(awarding.pipe) { on }: Posted<typeof awarding>,
  ): Promise<RedirectTo> {
    await this.proposals.award(actor, id, { meritId, on });
    return done(request, 'Đã ghi ngày trao.', proposalHref(id));
  }

  @Act('de-nghi/:id/bo')
  @Allow(COMMENDERS)
  async drop(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(takingBack.pipe) { reason }: Posted<typeof takingBack>,
  ): Promise<RedirectTo> {
    await this.proposals.drop(actor, id, reason);
    return done(request, 'Đã bỏ danh sách; các trường hợp được đề nghị lại được.', COMMENDATIONS);
  }
}
