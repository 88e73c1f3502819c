import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { clean } from '../../kernel/vietnamese.js';
import { AddPerson, AssignRoles, ChangePerson, LocalPasswords, PersonActivation } from '../../organisation/index.js';
import { ORGANISERS } from '../../organisation/domain/policy.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { PEOPLE_KINDS, peopleView } from './people-view.js';
import { adding, PEOPLE } from './person-form.js';
import { ending, giving, issuedPasswordView, staffPersonView } from './staff-person-view.js';
import { personHref } from '../organisation/unit-view.js';
import { IssuedPasswordPage } from '../account/issued-password-page.js';
import { PeoplePage } from './people-page.js';
import { renderPage } from '../kit/render-page.js';
import { StaffPersonPage } from './staff-person-page.js';
import { FormPipe, oneLine } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { PeoplePageQuery } from './people-page-query.js';
import { Act, Answer, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

const MAX_QUESTION_LENGTH = 100;
const LAST_PAGE = 100_000;

const asked = z
  .object({
    tim: oneLine().catch(''),
    'don-vi': oneLine().catch(''),
    loc: z.enum(PEOPLE_KINDS).catch(''),
    trang: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
    them: oneLine().catch(''),
  })
  .transform(({ tim, loc, trang, them, ...rest }) => ({
    words: tim.slice(0, MAX_QUESTION_LENGTH),
    unitId: rest['don-vi'],
    kind: loc,
    page: trang,
    addTo: them,
  }));

/** A field that the form may leave out, because the directory brings it. */
const maybe = z.string().transform(clean).optional();

const changeForm = z
  .object({
    fullName: maybe,
    honorific: maybe,
    position: maybe,
    unitId: maybe,
    username: maybe,
    eOfficeCode: maybe,
    email: maybe,
    phone: maybe,
    shown: oneLine(),
  })
  .transform(({ shown, ...facts }) => ({ shown, facts: given(facts) }));

/** People with an account and their roles by date: everybody who works here may read who they are, administrators change it. */
@Controller('to-chuc/nguoi')
@Allow('signedIn')
export class PeopleController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly people: PeoplePageQuery,
    private readonly addPerson: AddPerson,
    private readonly changePerson: ChangePerson,
    private readonly activation: PersonActivation,
    private readonly passwords: LocalPasswords,
    private readonly roles: AssignRoles,
  ) {}

  @Page('')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(asked)) question: z.infer<typeof asked>,
  ): Promise<string> {
    const refused = takeRefusedForm(context.request, PEOPLE);
    const view = peopleView(await this.people.all(context.actor), question, refused);
    return renderPage(<PeoplePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @Allow(ORGANISERS)
  @AskAgain()
  async add(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(adding.pipe) typed: Posted<typeof adding>,
  ): Promise<RedirectTo> {
    const id = await this.addPerson.add(actor, typed);
    return done(request, `Đã thêm ${typed.fullName}. Giao vai trò và cấp cách đăng nhập ở trang này.`, personHref(id));
  }

  @Page(':id')
  async person(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedAct(context.request, personHref(id));
    const view = staffPersonView(await this.people.one(context.actor, id), refused);
    return renderPage(<StaffPersonPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':id/thong-tin')
  @Allow(ORGANISERS)
  @AskAgain()
  async change(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(changeForm)) change: z.infer<typeof changeForm>,
  ): Promise<RedirectTo> {
    await this.changePerson.change(actor, id, change);
    return done(request, 'Đã lưu thông tin.', personHref(id));
  }

  /** Answers with the page itself: an address under which a password can be read again must not exist. */
  @Answer(':id/mat-khau-tam')
  @Allow(ORGANISERS)
  @AskAgain()
  async issuePassword(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const view = issuedPasswordView(id, await this.passwords.issue(context.actor, id));
    return renderPage(<IssuedPasswordPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':id/ngung')
  @Allow(ORGANISERS)
  @AskAgain()
  async deactivate(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.activation.deactivate(actor, id);
    return done(request, 'Đã ngừng tài khoản và đăng xuất người này ở mọi nơi.', personHref(id));
  }

  @Act(':id/mo-lai')
  @Allow(ORGANISERS)
  @AskAgain()
  async reactivate(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.activation.reactivate(actor, id);
    return done(request, 'Tài khoản đã hoạt động lại.', personHref(id));
  }

  @Act(':id/vai-tro')
  @Allow(ORGANISERS)
  @AskAgain()
  async giveRole(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(giving.pipe) draft: Posted<typeof giving>,
  ): Promise<RedirectTo> {
    await this.roles.give(actor, id, draft);
    return done(request, 'Đã giao vai trò.', personHref(id));
  }

  @Act(':id/vai-tro/:roleId')
  @Allow(ORGANISERS)
  @AskAgain()
  async endRole(
    @CurrentContext() { actor, request }: RequestContext,
    @Param() { id, roleId }: { id: string; roleId: string },
    @Body(ending.pipe) { to }: Posted<typeof ending>,
  ): Promise<RedirectTo> {
    await this.roles.end(actor, id, { roleId, to });
    return done(request, 'Đã ghi ngày cuối của vai trò.', personHref(id));
  }
}

/** The fields that were posted, and no others. */
function given<Facts extends Readonly<Record<string, string | undefined>>>(
  facts: Facts,
): { readonly [Field in keyof Facts]?: string } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [Field in keyof Facts]?: string;
  };
}
