import { Body, Controller, Param, ParseIntPipe, Query } from '@nestjs/common';
import { z } from 'zod';
import { PUBLISHERS } from '../../policies/domain/publication.js';
import { DomainError } from '../../kernel/domain-error.js';
import { mayPublishPolicies, PublishPolicy, type PublishPolicyCommand } from '../../policies/index.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { ApplyPolicyToOpenTickets } from '../../tickets/index.js';
import { applying, openTicketsView } from './policy-open-tickets-view.js';
import { policiesView, policyView } from './policies-view.js';
import type { PolicyFields } from './policy-field-values.js';
import { draftOf, ownRowFlaws } from './policy-form.js';
import { draftedSet, isLookedAt, LOOKED_AT, policyFormView, postedFields } from './policy-form-view.js';
import { PoliciesPage } from './policies-page.js';
import { PolicyFormPage } from './policy-form-page.js';
import { PolicyPage } from './policy-page.js';
import { renderPage } from '../kit/render-page.js';
import { fullDay } from '../kit/words/time.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { PoliciesPageQuery } from './policies-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, keepFormFor, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

const version = z.coerce.number().int().min(1).max(1_000_000);

const from = z.object({ tu: version.nullable().catch(null).default(null) });

const versions = z.object({ basedOn: version, latest: version });

const form = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform(postedFields)
  .refine((fields) => versions.safeParse(fields).success);

/** Everybody may read by what rules they are measured; few may write new ones. */
@Controller('quy-dinh-thoi-han')
@Allow('signedIn')
export class PoliciesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly policies: PoliciesPageQuery,
    private readonly publishPolicy: PublishPolicy,
    private readonly applyPolicyToOpenTickets: ApplyPolicyToOpenTickets,
  ) {}

  @Page('')
  async list(@CurrentContext() context: RequestContext): Promise<string> {
    const view = policiesView(await this.policies.list(context.actor));
    return renderPage(<PoliciesPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page('soan')
  @AskAgain()
  @Allow(PUBLISHERS)
  async form(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(from)) { tu }: z.infer<typeof from>,
  ): Promise<string> {
    const refused = takeRefusedForm(context.request, '/quy-dinh-thoi-han');
    const begun = version.safeParse(refused?.fields['basedOn']).data ?? tu;
    const form = await this.policies.form(begun);
    const fields = postedFields(refused?.fields ?? {});
    const drafted = isLookedAt(fields) ? draftedSet({ fields, ...form }) : null;
    const moved = drafted && (await this.policies.movedByDraft(drafted));
    const view = policyFormView({ ...form, refused, moved });
    return renderPage(<PolicyFormPage frame={await this.pageContext.of(context)} view={view} />);
  }

  /** Publishes nothing: the form comes back with the open tickets that would get another date. */
  @Act('xem-truoc')
  @Allow(PUBLISHERS)
  preview(@CurrentContext() { request }: RequestContext, @Body(new FormPipe(form)) posted: PolicyFields): RedirectTo {
    keepFormFor(request, '/quy-dinh-thoi-han', LOOKED_AT);
    return { url: `/quy-dinh-thoi-han/soan?tu=${posted['basedOn'] ?? ''}` };
  }

  @Page(':version')
  async one(
    @CurrentContext() context: RequestContext,
    @Param('version', ParseIntPipe) number: number,
  ): Promise<string> {
    const { published, before } = await this.policies.one(number);
    const refused = takeRefusedAct(context.request, `/quy-dinh-thoi-han/${String(number)}`);
    const open = openTicketsView(number, await this.policies.openTickets(context.actor, number), refused);
    const view = { ...policyView(published, before, mayPublishPolicies(context.actor)), open };
    return renderPage(<PolicyPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':version/ap-dung')
  @AskAgain()
  @Allow(PUBLISHERS)
  async apply(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('version', ParseIntPipe) number: number,
    @Body(applying.pipe) { reason }: Posted<typeof applying>,
  ): Promise<RedirectTo> {
    await this.applyPolicyToOpenTickets.apply(actor, number, reason);
    return done(
      request,
      `Đang áp dụng bộ thời hạn ${String(number)} cho các phiếu đang mở.`,
      `/quy-dinh-thoi-han/${String(number)}`,
    );
  }

  @Act('')
  @AskAgain()
  @Allow(PUBLISHERS)
  async publish(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(form)) posted: PolicyFields,
  ): Promise<RedirectTo> {
    const set = await this.publishPolicy.publish(actor, commandOf(posted));
    return done(
      request,
      `Đã ban hành bộ thời hạn ${set.version}, áp dụng từ ${fullDay(set.validFrom)}.`,
      `/quy-dinh-thoi-han/${set.version}`,
    );
  }
}

/** @throws DomainError `policy-flawed` when a row of the form states nothing a set could hold */
function commandOf(fields: PolicyFields): PublishPolicyCommand {
  const flaws = ownRowFlaws(fields);
  if (flaws.length > 0) throw new DomainError('policy-flawed', { flaws });
  return { ...versions.parse(fields), draft: draftOf(fields), reason: fields['reason'] ?? '' };
}
