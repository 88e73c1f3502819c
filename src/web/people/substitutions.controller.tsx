import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { takePlace, leavePlace } from '../../platform/http/acting-for.js';
import { Allow, OwnAffairs } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { StandIns, WriteSubstitution } from '../../substitution/index.js';
import { replacing, SUBSTITUTIONS, substitutionsView } from './substitutions-view.js';
import { renderPage } from '../kit/render-page.js';
import { SubstitutionsPage } from './substitutions-page.js';
import { FormPipe, needed, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { localPath } from '../kit/http/local-path.js';
import { SubstitutionsPageQuery } from './substitutions-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, flash, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

const question = z.object({ trang: optional().catch('') });

const MADE = 'Đã giao người xử lý thay; cả hai người được báo.';
const WAITS =
  'Đã ghi, chưa có hiệu lực: người vắng hoặc cấp trên (thủ trưởng đơn vị, lãnh đạo Sở) phải đồng ý ở trang này trước.';

const place = z.object({ principalId: needed('Chọn người được xử lý thay.'), next: optional() });

/** Who acts for whom: everybody for themselves, heads for their unit, administrators for all; and acting in somebody's place itself. */
@Controller('lam-thay')
@Allow('signedIn')
@OwnAffairs()
export class SubstitutionsController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: SubstitutionsPageQuery,
    private readonly write: WriteSubstitution,
    private readonly standIns: StandIns,
  ) {}

  @Page('')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(question)) { trang }: z.infer<typeof question>,
  ): Promise<string> {
    const { actor, request } = context;
    const refused = takeRefusedForm(request, SUBSTITUTIONS);
    const view = substitutionsView(await this.query.read(actor, request.session.actsFor ?? null, trang), refused);
    return renderPage(<SubstitutionsPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @AskAgain()
  async make(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(replacing.pipe) { inRoles, ...given }: Posted<typeof replacing>,
  ): Promise<RedirectTo> {
    const { isAgreed } = await this.write.make(actor, { ...given, roles: inRoles });
    return done(request, isAgreed ? MADE : WAITS, SUBSTITUTIONS);
  }

  @Act(':id/dong-y')
  @AskAgain()
  async agree(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.write.agree(actor, id);
    return done(request, 'Đã đồng ý; người xử lý thay bắt đầu được từ lúc đã ghi.', SUBSTITUTIONS);
  }

  @Act(':id/cham-dut')
  async end(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.write.end(actor, id);
    return done(request, 'Đã chấm dứt; từ bây giờ không ai xử lý thay theo lần giao này nữa.', SUBSTITUTIONS);
  }

  @Act('vao')
  async enter(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(place)) { principalId, next }: z.infer<typeof place>,
  ): Promise<RedirectTo> {
    const { principal } = await this.standIns.enter(actor, principalId);
    await takePlace(request, principalId);
    return done(request, `Đang xử lý thay ${principal.fullName}.`, localPath(next, '/'));
  }

  @Act('thoi')
  leave(@CurrentContext() { request }: RequestContext): RedirectTo {
    if (request.session.actsFor !== undefined) {
      leavePlace(request);
      flash(request, 'done', 'Đã kết thúc xử lý thay; bạn làm việc với tư cách của chính mình.');
    }
    return { url: '/' };
  }
}
