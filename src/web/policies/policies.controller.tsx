import { Body, Controller, Param, ParseIntPipe, Query } from '@nestjs/common';
import { z } from 'zod';
import { PUBLISHERS } from '../../policies/domain/publication.js';
import { DomainError } from '../../kernel/domain-error.js';
import { mayPublishPolicies, PublishPolicy, type PublishPolicyCommand } from '../../policies/index.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { ApplyPolicyToOpenTickets } from '../../tickets/index.js';
import { openTicketsView } from './policy-open-tickets.js';
import { policiesView, policyView } from './policies.js';
import type { PolicyFields } from './policy-field-values.js';
import { draftOf, ownRowFlaws } from './policy-form.js';
import { draftedSet, isLookedAt, LOOKED_AT, policyFormView, postedFields } from './policy-form-view.js';
import { PoliciesPage } from './policies-page.js';
import { PolicyFormPage } from './policy-form-page.js';
import { PolicyPage } from './policy-page.js';
import { renderPage } from '../kit/render-page.js';
import { fullDay } from '../kit/words/time.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { PoliciesPageQuery } from './policies-page-query.js';
import { Act, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';
import { keepFormFor, leaveNotice, takeRefusedAct, takeRefusedForm } from '../account/session-words.js';

const version = z.coerce.number().int().min(1).max(1_000_000);

const from = z.object({ tu: version.nullable().catch(null).default(null) });

const versions = z.object({ basedOn: version, latest: version });

const purpose = z.object({ reason: optional() });

const form = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform(postedFields)
  .refine((fields) => versions.safeParse(fields).success);

/** Everybody may read by what rules they are measured; few may write new ones. */
@Controller('quy-dinh-thoi-han')
@Allow('signedIn')
export class PoliciesController {
  constructor(
    private readonly frames: Frames,
    private readonly policies: PoliciesPageQuery,
    private readonly publishPolicy: PublishPolicy,
    private readonly applyPolicyToOpenTickets: ApplyPolicyToOpenTickets,
  ) {}

  @Page('')
  async list(@CurrentVisit() visit: Visit): Promise<string> {
    const view = policiesView(await this.policies.list(visit.actor));
    return renderPage(<PoliciesPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Page('soan')
  @AskAgain()
  @Allow(PUBLISHERS)
  async form(@CurrentVisit() visit: Visit, @Query(new FormPipe(from)) { tu }: z.infer<typeof from>): Promise<string> {
    const refused = takeRefusedForm(visit.request, '/quy-dinh-thoi-han');
    const begun = version.safeParse(refused?.fields['basedOn']).data ?? tu;
    const form = await this.policies.form(begun);
    const fields = postedFields(refused?.fields ?? {});
    const drafted = isLookedAt(fields) ? draftedSet({ fields, ...form }) : null;
    const moved = drafted && (await this.policies.movedByDraft(drafted));
    const view = policyFormView({ ...form, refused, moved });
    return renderPage(<PolicyFormPage frame={await this.frames.of(visit)} view={view} />);
  }

  /** Publishes nothing: the form comes back with the open tickets that would get another date. */
  @Act('xem-truoc')
  @Allow(PUBLISHERS)
  preview(@CurrentVisit() { request }: Visit, @Body(new FormPipe(form)) posted: PolicyFields): Onward {
    keepFormFor(request, '/quy-dinh-thoi-han', LOOKED_AT);
    return { url: `/quy-dinh-thoi-han/soan?tu=${posted['basedOn'] ?? ''}` };
  }

  @Page(':version')
  async one(@CurrentVisit() visit: Visit, @Param('version', ParseIntPipe) number: number): Promise<string> {
    const { published, before } = await this.policies.one(number);
    const refused = takeRefusedAct(visit.request, `/quy-dinh-thoi-han/${String(number)}`);
    const open = openTicketsView(number, await this.policies.openTickets(visit.actor, number), refused);
    const view = { ...policyView(published, before, mayPublishPolicies(visit.actor)), open };
    return renderPage(<PolicyPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act(':version/ap-dung')
  @AskAgain()
  @Allow(PUBLISHERS)
  async apply(
    @CurrentVisit() { actor, request }: Visit,
    @Param('version', ParseIntPipe) number: number,
    @Body(new FormPipe(purpose)) { reason }: z.infer<typeof purpose>,
  ): Promise<Onward> {
    await this.applyPolicyToOpenTickets.apply(actor, number, reason);
    leaveNotice(request, 'done', `Đang áp dụng bộ thời hạn ${String(number)} cho các phiếu đang mở.`);
    return { url: `/quy-dinh-thoi-han/${String(number)}` };
  }

  @Act('')
  @AskAgain()
  @Allow(PUBLISHERS)
  async publish(
    @CurrentVisit() { actor, request }: Visit,
    @Body(new FormPipe(form)) posted: PolicyFields,
  ): Promise<Onward> {
    const set = await this.publishPolicy.publish(actor, commandOf(posted));
    leaveNotice(request, 'done', `Đã ban hành bộ thời hạn ${set.version}, áp dụng từ ${fullDay(set.validFrom)}.`);
    return { url: `/quy-dinh-thoi-han/${set.version}` };
  }
}

/** @throws DomainError `policy-flawed` when a row of the form states nothing a set could hold */
function commandOf(fields: PolicyFields): PublishPolicyCommand {
  const flaws = ownRowFlaws(fields);
  if (flaws.length > 0) throw new DomainError('policy-flawed', { flaws });
  return { ...versions.parse(fields), draft: draftOf(fields), reason: fields['reason'] ?? '' };
}
