import { Body, Controller } from '@nestjs/common';
import { z } from 'zod';
import { AGENCY_PROFILE_EDITORS } from '../../agency-profile/domain/agency-profile.js';
import { PublishAgencyProfile } from '../../agency-profile/index.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { agencyProfileView } from './agency-profile-view.js';
import {
  commandOf,
  agencyProfileFormView,
  postedFields,
  type AgencyProfileFields,
} from './agency-profile-form-view.js';
import { AgencyProfileFormPage } from './agency-profile-form-page.js';
import { AgencyProfilePage } from './agency-profile-page.js';
import { renderPage } from '../kit/render-page.js';
import { fullDay } from '../kit/words/time.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { AgencyProfilePageQuery } from './agency-profile-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';

const form = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform(postedFields)
  .refine(({ latest }) => /^[1-9]\d{0,5}$/u.test(latest ?? ''));

/** Everybody may read what documents say of the agency; the Office and the administrator write it down. */
@Controller('thong-tin-co-quan')
@Allow('signedIn')
export class AgencyProfileController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly profiles: AgencyProfilePageQuery,
    private readonly publishAgencyProfile: PublishAgencyProfile,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const view = agencyProfileView(await this.profiles.read(context.actor));
    return renderPage(<AgencyProfilePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page('soan')
  @AskAgain()
  @Allow(AGENCY_PROFILE_EDITORS)
  async form(@CurrentContext() context: RequestContext): Promise<string> {
    const refused = takeRefusedForm(context.request, '/thong-tin-co-quan');
    const view = agencyProfileFormView({ ...(await this.profiles.form(context.actor)), refused });
    return renderPage(<AgencyProfileFormPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @AskAgain()
  @Allow(AGENCY_PROFILE_EDITORS)
  async save(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(form)) fields: AgencyProfileFields,
  ): Promise<RedirectTo> {
    const { validFrom } = await this.publishAgencyProfile.publish(actor, commandOf(fields));
    return done(request, `Đã lưu thông tin cơ quan, dùng từ ${fullDay(validFrom)}.`, '/thong-tin-co-quan');
  }
}
