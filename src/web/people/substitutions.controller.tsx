import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { takePlace, leavePlace } from '../../platform/http/acting-for.js';
import { Allow, OwnAffairs } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { StandIns, WriteSubstitution } from '../../substitution/index.js';
import { writtenMoment } from '../../tickets/domain/intake/intake-moment.js';
import { SUBSTITUTIONS, substitutionsView } from './substitutions.js';
import { renderPage } from '../kit/render-page.js';
import { SubstitutionsPage } from './substitutions-page.js';
import { FormPipe, lines, needed, optional } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { localPath } from '../kit/http/local-path.js';
import { SubstitutionsPageQuery } from './substitutions-page-query.js';
import { Act, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedForm } from '../account/session-words.js';

const question = z.object({ trang: optional().catch('') });

const draft = z
  .object({
    principalId: needed('Chọn người vắng mặt.'),
    substituteId: needed('Chọn người làm thay.'),
    inRoles: lines(),
    basis: optional(),
    validFrom: optional().transform(writtenMoment),
    validTo: optional().transform(writtenMoment),
  })
  .transform(({ inRoles, ...rest }) => ({ ...rest, roles: inRoles }));

const MADE = 'Đã giao người làm thay; cả hai người được báo.';
const WAITS =
  'Đã ghi, chưa có hiệu lực: người vắng hoặc cấp trên (thủ trưởng đơn vị, lãnh đạo Sở) phải đồng ý ở trang này trước.';

const place = z.object({ principalId: needed('Chọn người được làm thay.'), next: optional() });

/** Who acts for whom: everybody for themselves, heads for their unit, administrators for all; and acting in somebody's place itself. */
@Controller('lam-thay')
@Allow('signedIn')
@OwnAffairs()
export class SubstitutionsController {
  constructor(
    private readonly frames: Frames,
    private readonly query: SubstitutionsPageQuery,
    private readonly write: WriteSubstitution,
    private readonly standIns: StandIns,
  ) {}

  @Page('')
  async page(
    @CurrentVisit() visit: Visit,
    @Query(new FormPipe(question)) { trang }: z.infer<typeof question>,
  ): Promise<string> {
    const { actor, request } = visit;
    const refused = takeRefusedForm(request, SUBSTITUTIONS);
    const view = substitutionsView(await this.query.read(actor, request.session.actsFor ?? null, trang), refused);
    return renderPage(<SubstitutionsPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act('')
  @AskAgain()
  async make(
    @CurrentVisit() { actor, request }: Visit,
    @Body(new FormPipe(draft)) given: z.infer<typeof draft>,
  ): Promise<Onward> {
    const { isAgreed } = await this.write.make(actor, given);
    leaveNotice(request, 'done', isAgreed ? MADE : WAITS);
    return { url: SUBSTITUTIONS };
  }

  @Act(':id/dong-y')
  @AskAgain()
  async agree(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    await this.write.agree(actor, id);
    leaveNotice(request, 'done', 'Đã đồng ý; người làm thay bắt đầu được từ lúc đã ghi.');
    return { url: SUBSTITUTIONS };
  }

  @Act(':id/cham-dut')
  async end(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    await this.write.end(actor, id);
    leaveNotice(request, 'done', 'Đã chấm dứt; từ bây giờ không ai làm thay theo lần giao này nữa.');
    return { url: SUBSTITUTIONS };
  }

  @Act('vao')
  async enter(
    @CurrentVisit() { actor, request }: Visit,
    @Body(new FormPipe(place)) { principalId, next }: z.infer<typeof place>,
  ): Promise<Onward> {
    const { principal } = await this.standIns.enter(actor, principalId);
    await takePlace(request, principalId);
    leaveNotice(request, 'done', `Đang làm thay ${principal.fullName}.`);
    return { url: localPath(next, '/') };
  }

  @Act('thoi')
  leave(@CurrentVisit() { request }: Visit): Onward {
    if (request.session.actsFor !== undefined) {
      leavePlace(request);
      leaveNotice(request, 'done', 'Đã thôi làm thay; bạn làm việc với tư cách của chính mình.');
    }
    return { url: '/' };
  }
}
