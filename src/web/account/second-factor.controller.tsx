import { Body, Controller } from '@nestjs/common';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { hasRole } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { EndSessions, SecondFactors, StaffDirectory } from '../../organisation/index.js';
import { Allow, OwnAffairs } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { EvenWithoutCode } from '../../platform/http/second-factor-owed.js';
import { sessionRowId } from '../../platform/sessions/session-store.js';
import { ACCOUNT_PATH, SECOND_FACTOR_PATH } from './account.js';
import { refusedValues } from '../kit/refused-values.js';
import { RecoveryCodesPage } from './recovery-codes-page.js';
import { renderPage } from '../kit/render-page.js';
import { SecondFactorPage } from './second-factor-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { Act, Answer, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedForm } from './session-words.js';

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
    private readonly frames: Frames,
    private readonly staff: StaffDirectory,
    private readonly factors: SecondFactors,
    private readonly endSessions: EndSessions,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Page('')
  @EvenWithoutCode()
  async page(@CurrentVisit() visit: Visit): Promise<string> {
    const { username } = await this.staff.person(visit.actor.id);
    const { session } = visit.request;
    const { sealed, ...made } = await this.factors.begin(visit.actor.id, username, session.newFactor);
    session.newFactor = sealed;
    const { error } = refusedValues(takeRefusedForm(visit.request, SECOND_FACTOR_PATH), SECOND_FACTOR_PATH);
    const view = { ...made, error: error('code') };
    return renderPage(<SecondFactorPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Answer('')
  @EvenWithoutCode()
  async confirm(
    @CurrentVisit() visit: Visit,
    @Body(new FormPipe(form)) { code }: z.infer<typeof form>,
  ): Promise<string> {
    const { session } = visit.request;
    if (session.newFactor === undefined) throw new DomainError('forbidden');
    const codes = await this.factors.confirm(visit.actor, session.newFactor, code);
    delete session.newFactor;
    // Sessions that somebody opened elsewhere by the password alone are closed.
    await this.endSessions.end(visit.actor, visit.actor.id, { allBut: sessionRowId(session.sessionId) });
    session.secondFactorAt = this.clock.now().getTime();
    return this.showCodes(visit, codes);
  }

  @Answer('ma-du-phong')
  async renew(@CurrentVisit() visit: Visit): Promise<string> {
    return this.showCodes(visit, await this.factors.renewRecoveryCodes(visit.actor));
  }

  @Act('tat')
  async turnOff(@CurrentVisit() { actor, request }: Visit): Promise<Onward> {
    if (this.settings.session.secondFactor === 'administrators' && hasRole(actor, 'administrator')) {
      throw new DomainError('forbidden');
    }
    await this.factors.remove(actor, actor.id);
    leaveNotice(request, 'done', 'Đã tắt xác thực hai lớp.');
    return { url: ACCOUNT_PATH };
  }

  private async showCodes(visit: Visit, codes: readonly string[]): Promise<string> {
    return renderPage(<RecoveryCodesPage frame={await this.frames.of(visit)} view={{ codes }} />);
  }
}
