import { Body, Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RefusedCalls } from '../../exchange/ports/e-office-events.port.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Authentication } from '../../organisation/index.js';
import { ActorSource, Allow } from '../../platform/http/access.js';
import { plainToken } from '../../platform/http/bodies/form-owner.js';
import { refusalOf } from '../../platform/http/refusal-filter.js';
import type { HalfWay } from '../../platform/sessions/session-store.js';
import { LoginCodePage } from './login-code-page.js';
import { renderPage } from '../kit/render-page.js';
import { Entrance } from '../kit/http/entrance.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { Act, Page, type RedirectTo } from '../kit/http/routes.js';

export const CODE_PATH = '/dang-nhap/ma';

const form = z.object({ code: optional() });

const WRONG = 'Mã chưa đúng hoặc đã dùng. Đợi ứng dụng hiện mã mới, hoặc dùng một mã dự phòng.';

declare module 'fastify' {
  interface Session {
    /** Why the last code did not open, told once. */
    codeRefused?: string;
  }
}

/** The second step of signing in, for accounts with an authenticator app. */
@Controller()
@Allow('public')
export class LoginCodeController {
  constructor(
    private readonly authentication: Authentication,
    private readonly entrance: Entrance,
    private readonly actors: ActorSource,
    private readonly refused: RefusedCalls,
  ) {}

  @Page('dang-nhap/ma')
  page(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    const error = request.session.codeRefused ?? null;
    delete request.session.codeRefused;
    return renderPage(<LoginCodePage view={{ csrf: plainToken(reply), error }} />);
  }

  @Act('dang-nhap/ma')
  async enter(
    @Body(new FormPipe(form)) { code }: z.infer<typeof form>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RedirectTo> {
    const half = this.entrance.halfWay(request);
    const actor = half === null ? null : await this.actors.find(half.staffId);
    if (half === null || actor === null) return { url: '/dang-nhap' };
    const refused = await this.refusalOf(half, request, code);
    if (refused !== null) {
      request.session.codeRefused = refused;
      return { url: CODE_PATH };
    }
    const { owesPassword, byDirectory = false } = half;
    await this.entrance.letIn({ actor, request, reply }, { withCode: true, owesPassword, byDirectory });
    return { url: half.next };
  }

  /** Null when the code is right. */
  private async refusalOf(
    { staffId, username }: HalfWay,
    request: FastifyRequest,
    code: string,
  ): Promise<string | null> {
    try {
      if (await this.authentication.code(this.entrance.knockOf(request, username), staffId, code)) return null;
      const reason = `Đăng nhập không được: mã xác thực sai sau mật khẩu đúng, tài khoản “${username.toLowerCase()}”.`;
      await this.refused.record('dang-nhap', 'sign-in-refused', reason, Buffer.alloc(0));
      return WRONG;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'tried-too-often') return refusalOf(error).sentence;
      throw error;
    }
  }
}
