import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { AssignDuty, WriteUnits } from '../../organisation/index.js';
import { CONTACT_KEEPERS, ORGANISERS } from '../../organisation/domain/policy.js';
import { Allow } from '../../platform/http/access.js';
import { adding, ORGANISATION, organisationView, unitHref } from './organisation-view.js';
import { charging, contacting, placing, renaming, unitView } from './unit-view.js';
import { OrganisationPage } from './organisation-page.js';
import { renderPage } from '../kit/render-page.js';
import { UnitPage } from './unit-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { OrganisationPageQuery } from './organisation-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

const MAX_QUESTION_LENGTH = 200;
const question = z.object({ tim: optional() });

/** Units and duties by date: everybody who works here may read them, administrators change them. */
@Controller('to-chuc')
@Allow('signedIn')
export class OrganisationController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly organisation: OrganisationPageQuery,
    private readonly write: WriteUnits,
    private readonly assignDuty: AssignDuty,
  ) {}

  @Page('')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(question)) { tim }: z.infer<typeof question>,
  ): Promise<string> {
    const reading = await this.organisation.all(context.actor, tim.trim().slice(0, MAX_QUESTION_LENGTH));
    const view = organisationView(reading, takeRefusedForm(context.request, ORGANISATION));
    return renderPage(<OrganisationPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @Allow(ORGANISERS)
  async add(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(adding.pipe) draft: Posted<typeof adding>,
  ): Promise<RedirectTo> {
    const id = await this.write.add(actor, draft);
    return done(request, `Đã thêm ${draft.name}.`, unitHref(id));
  }

  @Page(':id')
  async unit(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedAct(context.request, unitHref(id));
    const view = unitView(await this.organisation.unit(context.actor, id), refused);
    return renderPage(<UnitPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':id/lien-he')
  @Allow(CONTACT_KEEPERS)
  async contacts(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(contacting.pipe) given: Posted<typeof contacting>,
  ): Promise<RedirectTo> {
    await this.write.contacts(actor, id, given);
    return done(request, 'Đã lưu địa chỉ, liên hệ.', unitHref(id));
  }

  @Act(':id/nhiem-vu')
  @Allow(ORGANISERS)
  async duty(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(charging.pipe) draft: Posted<typeof charging>,
  ): Promise<RedirectTo> {
    await this.assignDuty.assign(actor, id, draft);
    return done(request, 'Đã giao nhiệm vụ.', unitHref(id));
  }

  @Act(':id/ten')
  @Allow(ORGANISERS)
  async rename(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(renaming.pipe) given: Posted<typeof renaming>,
  ): Promise<RedirectTo> {
    await this.write.rename(actor, id, given);
    return done(request, 'Đã lưu tên mới.', unitHref(id));
  }

  @Act(':id/vi-tri')
  @Allow(ORGANISERS)
  async place(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(placing.pipe) given: Posted<typeof placing>,
  ): Promise<RedirectTo> {
    await this.write.place(actor, id, given);
    return done(request, 'Đã lưu loại và đơn vị cấp trên.', unitHref(id));
  }
}
