import { Body, Controller, Optional, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { House } from '../../house/index.js';
import { RefusedCalls } from '../../exchange/ports/e-office-events.port.js';
import type { Actor } from '../../kernel/actor.js';
import { SignIn } from '../../organisation/index.js';
import { Allow } from '../../platform/http/access.js';
import { LoginPage } from '../views/login-page.js';
import { renderPage } from '../views/render-page.js';
import { DemonstrationAccounts } from './demonstration-accounts.js';
import { FormPipe, optional } from './form-pipe.js';
import { localPath } from './local-path.js';
import { Act, Page, type Onward } from './routes.js';

const credentials = z.object({ username: optional(), password: z.string().default(''), next: optional() });

type Credentials = z.infer<typeof credentials>;

/** From one address; a person who mistypes never meets it, a guessing machine soon does. */
const TRIES_A_MINUTE = { max: 30, timeWindow: '1 minute' };

const WRONG = 'Tài khoản hoặc mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ rồi thử lại.';

@Controller()
export class LoginController {
  constructor(
    private readonly signIn: SignIn,
    private readonly house: House,
    private readonly refused: RefusedCalls,
    @Optional() private readonly demonstration?: DemonstrationAccounts,
  ) {}

  @Page('dang-nhap')
  @Allow('public')
  page(@Query('next') next: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.draw(reply, { username: '', next: localPath(next, '/') }, null);
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
    const actor = await this.signIn.execute(username, form.password);
    if (actor) return welcome(actor, request, reply, form);
    await this.leaveTrace(username);
    await this.ask(reply, form);
  }

  @Act('dang-xuat')
  @Allow('public')
  async leave(@Req() request: FastifyRequest): Promise<Onward> {
    await request.session.destroy();
    return { url: '/dang-nhap' };
  }

  /** A typed name that is no account may be a password in the wrong box: it is never kept. */
  private async leaveTrace(username: string): Promise<void> {
    const reason = (await this.signIn.knows(username))
      ? `Đăng nhập không được vào tài khoản “${username.toLowerCase()}”.`
      : 'Đăng nhập không được: tên đã gõ không phải là một tài khoản.';
    await this.refused.record('dang-nhap', 'sign-in-refused', reason, Buffer.alloc(0));
  }

  private async ask(reply: FastifyReply, { username, next }: Credentials): Promise<void> {
    const html = await this.draw(reply, { username, next: localPath(next, '/') }, WRONG);
    await reply.status(401).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
  }

  private async draw(
    reply: FastifyReply,
    typed: { username: string; next: string },
    error: string | null,
  ): Promise<string> {
    const view = {
      ...typed,
      error,
      csrf: reply.generateCsrf(),
      agency: (await this.house.today()).name,
      announcement: null,
      demonstration: this.demonstration?.view() ?? null,
    };
    return renderPage(<LoginPage view={view} />);
  }
}

/** A new session id: one that was known before signing in opens nothing afterwards. */
async function welcome(
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
  { next }: Credentials,
): Promise<void> {
  await request.session.regenerate();
  request.session.staffId = actor.id;
  await reply.redirect(localPath(next, '/'), 303);
}
