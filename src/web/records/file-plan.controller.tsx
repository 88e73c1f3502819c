import { Body, Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import { PLAN_EDITORS } from '../../records/domain/file-plan.js';
import { PublishFilePlan, type PublishFilePlanCommand } from '../../records/index.js';
import { Allow } from '../../platform/http/access.js';
import { filePlanFormView, filePlanView, planOf } from './file-plan-view.js';
import { FilePlanFormPage } from './file-plan-form-page.js';
import { FilePlanPage } from './file-plan-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { FilePlanPageQuery } from './file-plan-page-query.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';

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
    private readonly pageContext: PageContextFactory,
    private readonly plan: FilePlanPageQuery,
    private readonly publishFilePlan: PublishFilePlan,
  ) {}

  @Page('')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(address)) { nam }: z.infer<typeof address>,
  ): Promise<string> {
    const view = filePlanView(await this.plan.read(context.actor, nam));
    return renderPage(<FilePlanPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page('soan')
  @Allow(PLAN_EDITORS)
  async form(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(address)) { nam }: z.infer<typeof address>,
  ): Promise<string> {
    const refused = takeRefusedForm(context.request, PLACE);
    const view = filePlanFormView(await this.plan.read(context.actor, nam), refused);
    return renderPage(<FilePlanFormPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @Allow(PLAN_EDITORS)
  async save(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(form)) command: PublishFilePlanCommand,
  ): Promise<RedirectTo> {
    const { year, version } = await this.publishFilePlan.publish(actor, command);
    return done(request, `Đã lưu danh mục hồ sơ năm ${year}, bản ${version}.`, `${PLACE}?nam=${year}`);
  }
}
