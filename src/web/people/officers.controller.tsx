import { Body, Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DecideChange, DirectorySheet, DraftChangeLetter, OfficerTerms, PlanChange } from '../../officers/index.js';
import { CHANGE_WRITERS, OFFICER_EDITORS } from '../../officers/domain/policy.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { draftHref } from '../revisions/draft-revisions.js';
import { officerChangeView } from './officer-change-view.js';
import { changeHref, changing, keeping, officersView, officerUnitView, unitHref } from './officers-view.js';
import { OfficerChangePage } from './officer-change-page.js';
import { OfficerUnitPage } from './officer-unit-page.js';
import { OfficersPage } from './officers-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { OfficersPageQuery } from './officers-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import { download, XLSX } from '../ticket-files/file-answer.js';
import type { Posted } from '../kit/form/posted-form.js';

const MAX_QUESTION_LENGTH = 100;

const question = z
  .object({ tim: optional(), thieu: optional() })
  .transform(({ tim, thieu }) => ({ words: tim.trim().slice(0, MAX_QUESTION_LENGTH), onlyMissing: thieu === '1' }));

const PREFIX = 'phieu.';

/** `phieu.<ticket>` = an officer. */
const choices = z
  .record(z.string(), z.unknown())
  .transform((posted) =>
    Object.fromEntries(
      Object.entries(posted).flatMap(([name, value]): [string, string][] =>
        name.startsWith(PREFIX) && typeof value === 'string' ? [[name.slice(PREFIX.length), value]] : [],
      ),
    ),
  );

const seen = z.object({ hash: optional() });

/** Everybody may read who is contact officer of what; the Office and the administrator keep it. */
@Controller()
@Allow('signedIn')
export class OfficersController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: OfficersPageQuery,
    private readonly sheet: DirectorySheet,
    private readonly terms: OfficerTerms,
    private readonly plans: PlanChange,
    private readonly decide: DecideChange,
    private readonly draftChangeLetter: DraftChangeLetter,
  ) {}

  @Page('can-bo-dau-moi')
  async directory(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(question)) asked: z.infer<typeof question>,
  ): Promise<string> {
    const view = officersView(await this.query.list(asked));
    return renderPage(<OfficersPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get('can-bo-dau-moi.xlsx')
  async xlsx(
    @Query(new FormPipe(question)) asked: z.infer<typeof question>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, { content: await this.sheet.xlsx(asked), name: 'can-bo-dau-moi.xlsx', type: XLSX });
  }

  @Page('can-bo-dau-moi/don-vi/:unitId')
  async unit(@CurrentContext() context: RequestContext, @Param('unitId') unitId: string): Promise<string> {
    const refused = takeRefusedAct(context.request, unitHref(unitId));
    const view = officerUnitView(await this.query.unit(context.actor, unitId), refused);
    return renderPage(<OfficerUnitPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('can-bo-dau-moi/don-vi/:unitId/lien-he/:staffId')
  @Allow(OFFICER_EDITORS)
  async keep(
    @CurrentContext() { actor, request }: RequestContext,
    @Param() { unitId, staffId }: { readonly unitId: string; readonly staffId: string },
    @Body(keeping.pipe) given: Posted<typeof keeping>,
  ): Promise<RedirectTo> {
    await this.terms.keep(actor, { ...given, unitId, staffId });
    return done(request, 'Đã lưu thông tin liên hệ.', unitHref(unitId));
  }

  @Act('can-bo-dau-moi/don-vi/:unitId/thay-doi')
  @Allow(OFFICER_EDITORS)
  async plan(
    @CurrentContext() { actor }: RequestContext,
    @Param('unitId') unitId: string,
    @Body(changing.pipe) given: Posted<typeof changing>,
  ): Promise<RedirectTo> {
    return { url: changeHref(await this.plans.begin(actor, unitId, given)) };
  }

  @Page('can-bo-dau-moi/thay-doi/:id')
  @Allow(OFFICER_EDITORS)
  async change(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const view = officerChangeView(await this.query.change(context.actor, id));
    return renderPage(<OfficerChangePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('can-bo-dau-moi/thay-doi/:id/phieu')
  @Allow(OFFICER_EDITORS)
  async choose(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(choices)) given: z.infer<typeof choices>,
  ): Promise<RedirectTo> {
    await this.plans.choose(actor, id, given);
    return done(request, 'Đã lưu người nhận từng phiếu. Xem lại rồi xác nhận.', changeHref(id));
  }

  @Act('can-bo-dau-moi/thay-doi/:id/xac-nhan')
  @Allow(OFFICER_EDITORS)
  @AskAgain()
  async confirm(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(seen)) { hash }: z.infer<typeof seen>,
  ): Promise<RedirectTo> {
    const came = await this.decide.confirm(actor, id, hash);
    return done(request, CONFIRMED[came], changeHref(id));
  }

  @Act('can-bo-dau-moi/thay-doi/:id/bo')
  @Allow(OFFICER_EDITORS)
  async withdraw(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.decide.withdraw(actor, id);
    return done(request, 'Đã bỏ lần thay đổi này; không có gì thay đổi.', changeHref(id));
  }

  @Act('can-bo-dau-moi/thay-doi/:id/hoan-tac')
  @Allow(OFFICER_EDITORS)
  @AskAgain()
  async reverse(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    const stayed = await this.decide.reverse(actor, id);
    const rest = stayed.length === 0 ? '' : ` Ở lại vì đã có người xử lý: ${stayed.join(', ')}.`;
    return done(request, `Đã hoàn tác thay đổi cán bộ đầu mối.${rest}`, changeHref(id));
  }

  @Act('can-bo-dau-moi/thay-doi/:id/van-ban')
  @Allow(CHANGE_WRITERS)
  async draftLetter(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
  ): Promise<RedirectTo> {
    const draftId = await this.draftChangeLetter.draft(actor, id);
    return done(request, 'Đã lập dự thảo công văn báo thành phố.', draftHref(draftId));
  }

  @Get('can-bo-dau-moi/thay-doi/:id/cong-van.docx')
  @Allow(OFFICER_EDITORS)
  async letter(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, await this.query.letter(id));
  }
}

const CONFIRMED = {
  done: 'Đã thay cán bộ đầu mối và bàn giao công việc.',
  waiting: 'Đã xác nhận; hệ thống tự thực hiện lúc đầu ngày đã chọn.',
} as const;
