import { Body, Controller, Param } from '@nestjs/common';
import { BeginRegister } from '../../documents/index.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { RegisterStartPage } from './register-start-page.js';
import { RegisterStartPageQuery } from './register-start-page-query.js';
import { proposing, refusing, registerStartView, startAction } from './register-start-view.js';
import { codeOf, requireNumberedBook } from '../registers/registers-words.js';
import type { Posted } from '../kit/form/posted-form.js';

/** How the book of this year begins where it goes on from another register: one proposes, another confirms, which the use case asks. */
@Controller('so-van-ban')
@Allow(['registryClerk', 'leader', 'administrator'])
export class RegisterStartController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly starts: RegisterStartPageQuery,
    private readonly beginRegister: BeginRegister,
  ) {}

  @Page(':book/bat-dau')
  async page(@CurrentContext() context: RequestContext, @Param('book') asked: string): Promise<string> {
    const code = codeOf(asked);
    const refused = takeRefusedAct(context.request, `/so-van-ban/${code}`);
    const reading = await this.starts.read(requireNumberedBook(code));
    const view = registerStartView(code, reading, context.actor, refused);
    return renderPage(<RegisterStartPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':book/bat-dau')
  @AskAgain()
  @Allow(['registryClerk', 'administrator'])
  async propose(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('book') asked: string,
    @Body(proposing.pipe) given: Posted<typeof proposing>,
  ): Promise<RedirectTo> {
    const code = codeOf(asked);
    await this.beginRegister.propose(actor, requireNumberedBook(code), given);
    return done(request, 'Đã gửi đề nghị; sổ bắt đầu từ số này khi người thứ hai xác nhận.', startAction(code));
  }

  @Act(':book/bat-dau/:id/xac-nhan')
  @AskAgain()
  async confirm(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('book') asked: string,
    @Param('id') id: string,
  ): Promise<RedirectTo> {
    const code = codeOf(asked);
    await this.beginRegister.confirm(actor, requireNumberedBook(code), id);
    return done(request, 'Đã xác nhận; văn bản đầu tiên của sổ lấy số này.', startAction(code));
  }

  @Act(':book/bat-dau/:id/tu-choi')
  async refuse(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('book') asked: string,
    @Param('id') id: string,
    @Body(refusing.pipe) { reason }: Posted<typeof refusing>,
  ): Promise<RedirectTo> {
    const code = codeOf(asked);
    await this.beginRegister.refuse(actor, requireNumberedBook(code), { proposalId: id, reason });
    return done(request, 'Đã ghi không xác nhận; đề nghị và lý do được giữ lại.', startAction(code));
  }
}
