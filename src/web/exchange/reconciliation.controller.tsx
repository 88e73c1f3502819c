import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { ResumeNumbering, ReconcileOnRequest, RepairDifference } from '../../exchange/index.js';
import { instantOf } from '../../kernel/civil-date.js';
import { Allow } from '../../platform/http/access.js';
import { reconciliationView } from './reconciliation.js';
import { ReconciliationPage } from './reconciliation-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { optionalDay } from '../kit/http/optional-day.js';
import { ReconciliationPageQuery } from './reconciliation-page-query.js';
import { Act, CurrentVisit, Page, WATCHES_EXCHANGE, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedAct } from '../account/session-words.js';

const askForm = z.object({ from: optionalDay });
const reasonForm = z.object({ reason: optional() });

const HERE = '/trao-doi/doi-chieu';

/** Where the e-office and the app do not agree, and what people do about it. */
@Controller()
@Allow(['registryClerk', 'administrator'])
export class ReconciliationController {
  constructor(
    private readonly frames: Frames,
    private readonly query: ReconciliationPageQuery,
    private readonly asked: ReconcileOnRequest,
    private readonly repairDifference: RepairDifference,
    private readonly resumeNumbering: ResumeNumbering,
  ) {}

  @Page('trao-doi/doi-chieu')
  @Allow(WATCHES_EXCHANGE)
  async page(@CurrentVisit() visit: Visit): Promise<string> {
    const refused = takeRefusedAct(visit.request, HERE);
    const view = reconciliationView({ ...(await this.query.read(visit.actor)), refused });
    return renderPage(<ReconciliationPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act('trao-doi/doi-chieu')
  async compare(
    @CurrentVisit() { actor, request }: Visit,
    @Body(new FormPipe(askForm)) { from }: z.infer<typeof askForm>,
  ): Promise<Onward> {
    await this.asked.ask(actor, from === null ? undefined : instantOf(from, 0));
    leaveNotice(request, 'done', 'Đang đối chiếu với e-office; trang tự hiện kết quả.');
    return { url: HERE };
  }

  @Act('trao-doi/doi-chieu/cap-so')
  async goOn(
    @CurrentVisit() { actor, request }: Visit,
    @Body(new FormPipe(reasonForm)) { reason }: z.infer<typeof reasonForm>,
  ): Promise<Onward> {
    const isOver = await this.resumeNumbering.resume(actor, reason);
    leaveNotice(request, 'done', isOver ? 'Đã cấp số trở lại.' : 'Đã ghi đề nghị; một người khác phải đồng ý.');
    return { url: HERE };
  }

  @Act('trao-doi/doi-chieu/:id/sua')
  async repair(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    await this.repairDifference.repair(actor, id);
    leaveNotice(request, 'done', 'Hệ thống đang sửa điểm khác nhau này.');
    return { url: HERE };
  }

  @Act('trao-doi/doi-chieu/:id/giai-thich')
  async explain(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(reasonForm)) { reason }: z.infer<typeof reasonForm>,
  ): Promise<Onward> {
    await this.repairDifference.explain(actor, id, reason);
    leaveNotice(request, 'done', 'Đã ghi kết luận.');
    return { url: HERE };
  }
}
