import { Body, Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import { PLAN_EDITORS } from '../../records/domain/file-plan.js';
import { PublishFilePlan, type PublishFilePlanCommand } from '../../records/index.js';
import { Allow } from '../../platform/http/access.js';
import { filePlanFormView, filePlanView, planOf } from './file-plan.js';
import { FilePlanFormPage } from './file-plan-form-page.js';
import { FilePlanPage } from './file-plan-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { FilePlanPageQuery } from './file-plan-page-query.js';
import { Act, CurrentVisit, Page, STAFF, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedForm } from '../account/session-words.js';

const PLACE = '/danh-muc-ho-so';

const address = z.object({ nam: z.coerce.number().int().min(2020).max(2999).nullable().catch(null).default(null) });

const form = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform(planOf)
  .refine(({ year, latest }) => Number.isInteger(year) && Number.isInteger(latest) && latest >= 0);

/** The file plan of a year: read by all who work on letters, written by those who keep the registers. */
@Controller('danh-muc-ho-so')
@Allow(STAFF)
export class FilePlanController {
  constructor(
    private readonly frames: Frames,
    private readonly plan: FilePlanPageQuery,
    private readonly publishFilePlan: PublishFilePlan,
  ) {}

  @Page('')
  async page(
    @CurrentVisit() visit: Visit,
    @Query(new FormPipe(address)) { nam }: z.infer<typeof address>,
  ): Promise<string> {
    const view = filePlanView(await this.plan.read(visit.actor, nam));
    return renderPage(<FilePlanPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Page('soan')
  @Allow(PLAN_EDITORS)
  async form(
    @CurrentVisit() visit: Visit,
    @Query(new FormPipe(address)) { nam }: z.infer<typeof address>,
  ): Promise<string> {
    const refused = takeRefusedForm(visit.request, PLACE);
    const view = filePlanFormView(await this.plan.read(visit.actor, nam), refused);
    return renderPage(<FilePlanFormPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act('')
  @Allow(PLAN_EDITORS)
  async save(
    @CurrentVisit() { actor, request }: Visit,
    @Body(new FormPipe(form)) command: PublishFilePlanCommand,
  ): Promise<Onward> {
    const { year, version } = await this.publishFilePlan.publish(actor, command);
    leaveNotice(request, 'done', `Đã lưu danh mục hồ sơ năm ${year}, bản ${version}.`);
    return { url: `${PLACE}?nam=${year}` };
  }
}
