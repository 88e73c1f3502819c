import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { clean } from '../../kernel/vietnamese.js';
import { AddPerson, AssignRoles, ChangePerson, LocalPasswords, PersonActivation } from '../../organisation/index.js';
import { ORGANISERS } from '../../organisation/domain/policy.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { PEOPLE_KINDS, peopleView } from './people.js';
import { PEOPLE } from './person-form.js';
import { issuedPasswordView, staffPersonView } from './staff-person.js';
import { personHref } from '../organisation/unit.js';
import { IssuedPasswordPage } from '../account/issued-password-page.js';
import { PeoplePage } from './people-page.js';
import { renderPage } from '../kit/render-page.js';
import { StaffPersonPage } from './staff-person-page.js';
import { FormPipe, oneLine } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { PeoplePageQuery } from './people-page-query.js';
import { Act, Answer, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedAct, takeRefusedForm } from '../account/session-words.js';

const LONGEST_QUESTION = 100;
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
    ...{ words: tim.slice(0, LONGEST_QUESTION), unitId: rest['don-vi'], kind: loc, page: trang, addTo: them },
  }));

const personForm = z.object({
  ...{ fullName: oneLine(), honorific: oneLine(), position: oneLine(), unitId: oneLine() },
  ...{ username: oneLine(), eOfficeCode: oneLine(), email: oneLine(), phone: oneLine() },
});

/** A field that the form may leave out, because the directory brings it. */
const maybe = z.string().transform(clean).optional();

const changeForm = z
  .object({
    ...{ fullName: maybe, honorific: maybe, position: maybe, unitId: maybe },
    ...{ username: maybe, eOfficeCode: maybe, email: maybe, phone: maybe },
    shown: oneLine(),
  })
  .transform(({ shown, ...facts }) => ({ shown, facts: given(facts) }));

const roleForm = z.object({ role: oneLine(), from: oneLine(), to: oneLine() });
const roleEndForm = z.object({ to: oneLine() });

/** People with an account and their roles by date: everybody who works here may read who they are, administrators change it. */
@Controller('to-chuc/nguoi')
@Allow('signedIn')
export class PeopleController {
  constructor(
    private readonly frames: Frames,
    private readonly people: PeoplePageQuery,
    private readonly addPerson: AddPerson,
    private readonly changePerson: ChangePerson,
    private readonly activation: PersonActivation,
    private readonly passwords: LocalPasswords,
    private readonly roles: AssignRoles,
  ) {}

  @Page('')
  async page(
    @CurrentVisit() visit: Visit,
    @Query(new FormPipe(asked)) question: z.infer<typeof asked>,
  ): Promise<string> {
    const refused = takeRefusedForm(visit.request, PEOPLE);
    const view = peopleView(await this.people.all(visit.actor), question, refused);
    return renderPage(<PeoplePage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act('')
  @Allow(ORGANISERS)
  @AskAgain()
  async add(
    @CurrentVisit() { actor, request }: Visit,
    @Body(new FormPipe(personForm)) typed: z.infer<typeof personForm>,
  ): Promise<Onward> {
    const id = await this.addPerson.add(actor, typed);
    leaveNotice(request, 'done', `Đã thêm ${typed.fullName}. Giao vai trò và cấp cách đăng nhập ở trang này.`);
    return { url: personHref(id) };
  }

  @Page(':id')
  async person(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const refused = takeRefusedAct(visit.request, personHref(id));
    const view = staffPersonView(await this.people.one(visit.actor, id), refused);
    return renderPage(<StaffPersonPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act(':id/thong-tin')
  @Allow(ORGANISERS)
  @AskAgain()
  async change(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(changeForm)) change: z.infer<typeof changeForm>,
  ): Promise<Onward> {
    await this.changePerson.change(actor, id, change);
    leaveNotice(request, 'done', 'Đã lưu thông tin.');
    return { url: personHref(id) };
  }

  /** Answers with the page itself: an address under which a password can be read again must not exist. */
  @Answer(':id/mat-khau-tam')
  @Allow(ORGANISERS)
  @AskAgain()
  async issuePassword(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const view = issuedPasswordView(id, await this.passwords.issue(visit.actor, id));
    return renderPage(<IssuedPasswordPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act(':id/ngung')
  @Allow(ORGANISERS)
  @AskAgain()
  async deactivate(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    await this.activation.deactivate(actor, id);
    leaveNotice(request, 'done', 'Đã ngừng tài khoản và đăng xuất người này ở mọi nơi.');
    return { url: personHref(id) };
  }

  @Act(':id/mo-lai')
  @Allow(ORGANISERS)
  @AskAgain()
  async reactivate(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    await this.activation.reactivate(actor, id);
    leaveNotice(request, 'done', 'Tài khoản đã hoạt động lại.');
    return { url: personHref(id) };
  }

  @Act(':id/vai-tro')
  @Allow(ORGANISERS)
  @AskAgain()
  async giveRole(
    @CurrentVisit() { actor, request }: Visit,
    @Param('id') id: string,
    @Body(new FormPipe(roleForm)) draft: z.infer<typeof roleForm>,
  ): Promise<Onward> {
    await this.roles.give(actor, id, draft);
    leaveNotice(request, 'done', 'Đã giao vai trò.');
    return { url: personHref(id) };
  }

  @Act(':id/vai-tro/:roleId')
  @Allow(ORGANISERS)
  @AskAgain()
  async endRole(
    @CurrentVisit() { actor, request }: Visit,
    @Param() { id, roleId }: { id: string; roleId: string },
    @Body(new FormPipe(roleEndForm)) { to }: z.infer<typeof roleEndForm>,
  ): Promise<Onward> {
    await this.roles.end(actor, id, { roleId, to });
    leaveNotice(request, 'done', 'Đã ghi ngày cuối của vai trò.');
    return { url: personHref(id) };
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
