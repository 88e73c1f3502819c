import { Body, Controller, Get, Param, Query, Redirect } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../../kernel/domain-error.js';
import { EndSessions, LocalPasswords, SecondFactors } from '../../organisation/index.js';
import { Allow, OwnAffairs } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { EvenWithTemporaryPassword } from '../../platform/http/password-owed.js';
import { EvenWithoutCode } from '../../platform/http/second-factor-owed.js';
import { sessionRowId } from '../../platform/sessions/session-store.js';
import { ACCOUNT_PATH, accountView, PASSWORD_PATH, personAccountView } from './account-view.js';
import { refusedValues } from '../kit/refused-values.js';
import { AccountPage } from './account-page.js';
import { PasswordPage } from './password-page.js';
import { renderPage } from '../kit/render-page.js';
import { Entrance } from '../kit/http/entrance.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { AccountPageQuery } from './account-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, flash, takeRefusedForm } from './flash-messages.js';

const secret = z.string().default('');
const passwords = z
  .object({ password: secret, newPassword: secret, newPasswordAgain: secret })
  .refine(({ newPassword, newPasswordAgain }) => newPassword === newPasswordAgain, {
    path: ['newPasswordAgain'],
    error: 'Hai lần nhập mật khẩu mới chưa giống nhau.',
  });

/** Everybody looks after the own account; administrators end sessions of others, and take a lost second factor away. */
@Controller('tai-khoan')
@Allow('signedIn')
@OwnAffairs()
export class AccountController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly account: AccountPageQuery,
    private readonly endSessions: EndSessions,
    private readonly passwords: LocalPasswords,
    private readonly factors: SecondFactors,
    private readonly entrance: Entrance,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const view = accountView(await this.account.read(context.actor.id), thisSession(context));
    return renderPage(<AccountPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('phien/dang-xuat-noi-khac')
  async endOthers(@CurrentContext() context: RequestContext): Promise<RedirectTo> {
    await this.endSessions.end(context.actor, context.actor.id, { allBut: thisSession(context) });
    return done(context.request, 'Đã đăng xuất ở mọi nơi khác.', ACCOUNT_PATH);
  }

  @Act('phien/:id/dang-xuat')
  async endOne(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.endSessions.end(actor, actor.id, { only: id });
    return done(request, 'Đã đăng xuất thiết bị ấy.', ACCOUNT_PATH);
  }

  @Page('mat-khau')
  @EvenWithoutCode()
  @EvenWithTemporaryPassword()
  async passwordPage(@CurrentContext() context: RequestContext): Promise<string> {
    if (!(await this.passwords.isLocal(context.actor.id))) throw new DomainError('not-found');
    const form = refusedValues(takeRefusedForm(context.request, PASSWORD_PATH), PASSWORD_PATH);
    const isOwed = context.request.session.owesPassword === true;
    const shown = { form, isOwed, shortest: this.passwords.shortest };
    return renderPage(<PasswordPage frame={await this.pageContext.of(context)} {...shown} />);
  }

  @Act('mat-khau')
  @EvenWithoutCode()
  @EvenWithTemporaryPassword()
  async changePassword(
    @CurrentContext() context: RequestContext,
    @Body(new FormPipe(passwords)) given: z.infer<typeof passwords>,
  ): Promise<RedirectTo> {
    const here = { ...this.entrance.knockOf(context.request, ''), sessionId: thisSession(context) };
    await this.passwords.change(context.actor, given, here);
    const { session } = context.request;
    const url = session.owesPassword === true ? '/' : ACCOUNT_PATH;
    delete session.owesPassword;
    flash(context.request, 'done', 'Đã đổi mật khẩu và đăng xuất ở mọi nơi khác.');
    return { url };
  }

  @Get('nguoi')
  @Allow(['administrator'])
  @Redirect('/', 303)
  async find(@CurrentContext() { request }: RequestContext, @Query('ten') name: unknown): Promise<RedirectTo> {
    const id = await this.account.idOf(typeof name === 'string' ? name : '');
    if (id !== null) return { url: `${ACCOUNT_PATH}/nguoi/${id}` };
    flash(request, 'refused', 'Không có tài khoản mang tên ấy. Viết đúng tên dùng để đăng nhập, ví dụ ngocnth.');
    return { url: ACCOUNT_PATH };
  }

  @Page('nguoi/:id')
  @Allow(['administrator'])
  async person(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const view = personAccountView(await this.account.read(id));
    return renderPage(<AccountPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('nguoi/:id/dang-xuat')
  @Allow(['administrator'])
  @AskAgain()
  async endAll(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.endSessions.end(actor, id, 'all');
    return done(request, 'Đã đăng xuất người này ở mọi nơi.', `${ACCOUNT_PATH}/nguoi/${id}`);
  }

  @Act('nguoi/:id/bo-xac-thuc-hai-lop')
  @Allow(['administrator'])
  @AskAgain()
  async resetFactor(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
  ): Promise<RedirectTo> {
    // One's own goes by the account page, which asks for a code.
    if (id === actor.id) throw new DomainError('forbidden', { act: 'account.resetFactor' });
    await this.factors.remove(actor, id);
    await this.endSessions.end(actor, id, 'all');
    return done(request, 'Đã bỏ xác thực hai lớp của người này và đăng xuất ở mọi nơi.', `${ACCOUNT_PATH}/nguoi/${id}`);
  }
}

function thisSession({ request }: RequestContext): string {
  return sessionRowId(request.session.sessionId);
}
