import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../../../config/settings.js';
import { DAY_MS } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { DEVICE_KEPT_DAYS, FirstDays, NoteSignIn, type Knock } from '../../../organisation/index.js';
import { agentName } from '../../../platform/sessions/agent-name.js';
import type { HalfWay } from '../../../platform/sessions/session-store.js';
import type { RequestContext } from './page-context.js';
import { waitsFor, type WaitingForm } from './waiting-form.js';

const CODE_WITHIN_MS = 5 * 60_000;

/** What was shown on the way in. */
export interface ShownAtTheDoor {
  /** A second factor, too. */
  readonly withCode: boolean;
  /** The password was a temporary one, or is to be changed for its age. */
  readonly owesPassword: boolean;
  /** It was that of the directory. */
  readonly byDirectory: boolean;
}

/** The sign-in's start: what a request shows of its sender, and how a session begins. */
@Injectable()
export class Entrance {
  constructor(
    private readonly settings: Settings,
    private readonly signIns: NoteSignIn,
    private readonly firstDays: FirstDays,
    private readonly clock: Clock,
  ) {}

  knockOf({ ip: address, cookies }: FastifyRequest, account: string): Knock {
    return { account, address, device: cookies[this.deviceCookie] };
  }

  /** A new session id: one that was known before signing in gives no access afterwards. Nobody is signed in whose line the journal did not take. */
  async letIn(context: RequestContext, shown: ShownAtTheDoor): Promise<void> {
    const { actor, request } = context;
    const { waitingForm } = request.session;
    await request.session.regenerate();
    await this.note(context, shown);
    const { session, headers, ip: address } = request;
    const now = this.clock.now().getTime();
    session.staffId = actor.id;
    if (waitingForm !== undefined && waitsFor(waitingForm, actor.id)) session.waitingForm = waitingForm;
    session.device = { address, agent: agentName(headers['user-agent']) };
    session.provedAt = now;
    if (shown.withCode) session.secondFactorAt = now;
    if (shown.owesPassword) session.owesPassword = true;
    if (!(await this.firstDays.isLeft(actor))) session.firstDay = true;
  }

  /** The password was right; the code is asked on the next page. @param waitingForm what the person was sending when the session ended */
  async letHalfIn(
    request: FastifyRequest,
    owing: Omit<HalfWay, 'at'>,
    waitingForm: WaitingForm | null = null,
  ): Promise<void> {
    await request.session.regenerate();
    request.session.halfWay = { ...owing, at: this.clock.now().getTime() };
    if (waitingForm !== null) request.session.waitingForm = waitingForm;
  }

  /** Who owes a code here; null when nobody does, or the password was shown too long ago. */
  halfWay({ session: { halfWay } }: FastifyRequest): HalfWay | null {
    if (halfWay === undefined) return null;
    const age = this.clock.now().getTime() - halfWay.at;
    return age >= 0 && age < CODE_WITHIN_MS ? halfWay : null;
  }

  private async note({ actor, request, reply }: RequestContext, shown: ShownAtTheDoor): Promise<void> {
    const device = request.cookies[this.deviceCookie];
    const kept = await this.signIns.note({ ...actor, address: request.ip }, { ...shown, device });
    reply.setCookie(this.deviceCookie, kept, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.production,
      maxAge: (DEVICE_KEPT_DAYS * DAY_MS) / 1000,
    });
  }

  private get deviceCookie(): string {
    return this.settings.production ? '__Host-tb' : 'tb';
  }
}
