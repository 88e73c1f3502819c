import { Body, Controller } from '@nestjs/common';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { EndSessions, SecondFactors, StaffDirectory } from '../../organisation/index.js';
import { Allow, OwnAffairs } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { EvenWithoutCode, isFactorDemanded } from '../../platform/http/second-factor-owed.js';
import { sessionRowId } from '../../platform/sessions/session-store.js';
import { ACCOUNT_PATH, SECOND_FACTOR_PATH } from './account-view.js';
import { refusedValues } from '../kit/refused-values.js';
import { RecoveryCodesPage } from './recovery-codes-page.js';
import { renderPage } from '../kit/render-page.js';
import { SecondFactorPage } from './second-factor-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, Answer, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from './flash-messages.js';

declare module 'fastify' {
  interface Session {
    /** The sealed secret of a second factor that is being set up. */
    newFactor?: string;
  }
}

const form = z.object({ code: optional() });

/** Everybody may guard the own account with an authenticator app; a person who sits at another's open page may not. */
@Controller('tai-khoan/xac-thuc-hai-lop')
@Allow('signedIn')
@OwnAffairs()
@AskAgain()
export class SecondFactorController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly staff: StaffDirectory,
    private readonly factors: SecondFactors,
    private readonly endSessions: EndSessions,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Page('')
  @EvenWithoutCode()
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const { username } = await this.staff.person(context.actor.id);
    const { session } = context.request;
    const { sealed, ...made } = await this.factors.begin(context.actor.id, username, session.newFactor);
    session.newFactor = sealed;
    const { error } = refusedValues(takeRefusedForm(context.request, SECOND_FACTOR_PATH), SECOND_FACTOR_PATH);
    const view = { ...made, error: error('code') };
    return renderPage(<SecondFactorPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Answer('')
  @EvenWithoutCode()
  async confirm(
    @CurrentContext() context: RequestContext,
    @Body(new FormPipe(form)) { code }: z.infer<typeof form>,
  ): Promise<string> {
    const { session } = context.request;
    if (session.newFactor === undefined) throw new DomainError('forbidden');
    const codes = await this.factors.confirm(context.actor, session.newFactor, code);
    delete session.newFactor;
    // Sessions that somebody opened elsewhere by the password alone are closed.
    await this.endSessions.end(context.actor, context.actor.id, { allBut: sessionRowId(session.sessionId) });
    session.secondFactorAt = this.clock.now().getTime();
    return this.showCodes(context, codes);
  }

  @Answer('ma-du-phong')
  async renew(@CurrentContext() context: RequestContext): Promise<string> {
    return this.showCodes(context, await this.factors.renewRecoveryCodes(context.actor));
  }

  @Act('tat')
  async turnOff(@CurrentContext() { actor, request }: RequestContext): Promise<RedirectTo> {
    if (isFactorDemanded(this.settings, actor)) throw new DomainError('forbidden');
    await this.factors.remove(actor, actor.id);
    return done(request, 'Đã tắt xác thực hai lớp.', ACCOUNT_PATH);
  }

  private async showCodes(context: RequestContext, codes: readonly string[]): Promise<string> {
    return renderPage(<RecoveryCodesPage frame={await this.pageContext.of(context)} view={{ codes }} />);
  }
}
