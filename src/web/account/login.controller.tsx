import { Body, Controller, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RefusedCalls } from '../../exchange/ports/e-office-events.port.js';
import { DomainError, type DomainErrorCode } from '../../kernel/domain-error.js';
import { Authentication, EndSessions, SignIn, type AuthenticationResult } from '../../organisation/index.js';
import { Allow } from '../../platform/http/access.js';
import { refusalOf, type Refusal } from '../../platform/http/refusal-filter.js';
import { sessionRowId } from '../../platform/sessions/session-store.js';
import { LoginPage } from './login-page.js';
import { EXPIRED_AT_THE_DOOR, LOCKED_AT_THE_DOOR, STRANGER_AT_THE_DOOR, WRONG_AT_THE_DOOR } from './login.js';
import { renderPage } from '../kit/render-page.js';
import { Entrance } from '../kit/http/entrance.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { localPath } from '../kit/http/local-path.js';
import { CODE_PATH } from './login-code.controller.js';
import { LoginViews, type Typed } from './login-views.js';
import { Act, Page, type RedirectTo } from '../kit/http/routes.js';
import { flash } from './flash-messages.js';
import { keepWaitingForm, readWaitingForm, resumePath, waitsFor } from '../kit/http/waiting-form.js';

const credentials = z.object({
  username: optional(),
  password: z.string().default(''),
  next: optional(),
  waiting: z.string().default('').transform(readWaitingForm),
});

const OF_SOMEBODY_ELSE =
  'Nội dung vừa nhập là của tài khoản khác nên không được gửi. Người đã nhập cần đăng nhập và nhập lại.';

type Credentials = z.infer<typeof credentials>;
type Refused = Pick<Refusal, 'status' | 'sentence' | 'retryAfterSeconds'>;

/** From one address; what accounts and devices may try stands in the rules of the slow-down. */
const TRIES_A_MINUTE = { max: 30, timeWindow: '1 minute' };

/** How each refusal is answered. */
const REFUSALS: Readonly<Record<Exclude<AuthenticationResult['kind'], 'in'>, Refused>> = {
  wrong: {
    status: 401,
    sentence: WRONG_AT_THE_DOOR,
    retryAfterSeconds: null,
  },
  stranger: {
    status: 403,
    sentence: STRANGER_AT_THE_DOOR,
    retryAfterSeconds: null,
  },
  locked: {
    status: 403,
    sentence: LOCKED_AT_THE_DOOR,
    retryAfterSeconds: null,
  },
  expired: {
    status: 403,
    sentence: EXPIRED_AT_THE_DOOR,
    retryAfterSeconds: null,
  },
};

/** Why the door did not look. */
const NOT_LOOKED: readonly DomainErrorCode[] = ['tried-too-often', 'directory-away'];

@Controller()
export class LoginController {
  constructor(
    private readonly authentication: Authentication,
    private readonly entrance: Entrance,
    private readonly signIn: SignIn,
    private readonly endSessions: EndSessions,
    private readonly views: LoginViews,
    private readonly refused: RefusedCalls,
  ) {}

  @Page('dang-nhap')
  @Allow('public')
  page(@Query('next') next: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.draw(reply, { username: '', next: localPath(next, '/'), waiting: null }, null);
  }

  @Post('dang-nhap')
  @Allow('public')
  @RouteConfig({ rateLimit: TRIES_A_MINUTE })
  async enter(
    @Body(new FormPipe(credentials)) form: Credentials,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const username = form.username.trim();
    const answer = await this.answerTo(request, { ...form, username });
    if (!('kind' in answer)) return this.ask(reply, form, answer);
    if (answer.kind === 'in') return this.welcome(answer, { request, reply }, { ...form, username });
    if (answer.kind === 'wrong') await this.leaveTrace(username);
    await this.ask(reply, form, REFUSALS[answer.kind]);
  }

  @Act('dang-xuat')
  @Allow('public')
  async leave(@Req() request: FastifyRequest): Promise<RedirectTo> {
    if (request.actor) await this.endSessions.leave(request.actor, sessionRowId(request.session.sessionId));
    await request.session.destroy();
    return { url: '/dang-nhap' };
  }

  /** @returns what the door says, or why it did not look */
  private async answerTo(request: FastifyRequest, form: Credentials): Promise<AuthenticationResult | Refused> {
    try {
      return await this.authentication.password(this.entrance.knockOf(request, form.username), form.password);
    } catch (error) {
      if (error instanceof DomainError && NOT_LOOKED.includes(error.code)) return refusalOf(error);
      throw error;
    }
  }

  private async welcome(
    { actor, owesCode, owesPassword, byDirectory }: AuthenticationResult & { kind: 'in' },
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    { username, next, waiting }: Credentials,
  ): Promise<void> {
    const form = waiting !== null && waitsFor(waiting, actor.id) ? waiting : null;
    const redirectTo = form === null ? localPath(next, '/') : resumePath(form);
    if (owesCode)
      await this.entrance.letHalfIn(
        request,
        { staffId: actor.id, username, owesPassword, byDirectory, next: redirectTo },
        form,
      );
    else await this.entrance.letIn({ actor, request, reply }, { withCode: false, owesPassword, byDirectory });
    if (form !== null) keepWaitingForm(request, form);
    else if (waiting !== null) flash(request, 'refused', OF_SOMEBODY_ELSE);
    await reply.redirect(owesCode ? CODE_PATH : redirectTo, 303);
  }

  /** A typed name that is no account may be a password in the wrong box: it is never kept. */
  private async leaveTrace(username: string): Promise<void> {
    const reason = (await this.signIn.knows(username))
      ? `Đăng nhập không được vào tài khoản “${username.toLowerCase()}”.`
      : 'Đăng nhập không được: tên đã gõ không phải là một tài khoản.';
    await this.refused.record('dang-nhap', 'sign-in-refused', reason, Buffer.alloc(0));
  }

  private async ask(
    reply: FastifyReply,
    { username, next, waiting }: Credentials,
    { status, sentence, retryAfterSeconds }: Refused,
  ): Promise<void> {
    const html = await this.draw(reply, { username, next: localPath(next, '/'), waiting }, sentence);
    if (retryAfterSeconds !== null) reply.header('retry-after', String(retryAfterSeconds));
    await reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
  }

  private async draw(reply: FastifyReply, typed: Typed, error: string | null): Promise<string> {
    return renderPage(<LoginPage view={await this.views.of(reply, typed, error)} />);
  }
}
