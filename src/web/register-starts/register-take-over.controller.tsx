import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BeginRegister, TakeOverRegister } from '../../documents/index.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { download, XLSX } from '../ticket-files/file-answer.js';
import { TakeOverPage } from './register-take-over-page.js';
import { bringing, proposingTakeOver, takeOverAction, takeOverView } from './register-take-over-view.js';
import { RegisterStartPageQuery } from './register-start-page-query.js';
import { startAction } from './register-start-view.js';
import { codeOf, registerFileOf, requireTakenOverBook } from '../registers/registers-words.js';
import type { Posted } from '../kit/form/posted-form.js';

/** This year's register in a workbook, to stand before the first number that is given here. */
@Controller('so-van-ban')
@Allow(['registryClerk', 'leader', 'administrator'])
export class RegisterTakeOverController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly starts: RegisterStartPageQuery,
    private readonly takeOver: TakeOverRegister,
    private readonly beginRegister: BeginRegister,
  ) {}

  @Get(':book/tiep-quan/mau.xlsx')
  async sample(@Param('book') asked: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const book = requireTakenOverBook(codeOf(asked));
    const name = `mau-tiep-quan-${registerFileOf(book)}.xlsx`;
    return download(reply, { content: await this.takeOver.sample(book), name, type: XLSX });
  }

  @Act(':book/tiep-quan')
  @TakesFiles()
  @Allow(['registryClerk', 'administrator'])
  async bring(
    @CurrentContext() { actor }: RequestContext,
    @Param('book') asked: string,
    @Body(bringing.pipe) { file, source }: Posted<typeof bringing>,
  ): Promise<RedirectTo> {
    const code = codeOf(asked);
    const { name, content } = file;
    const id = await this.takeOver.bring(actor, requireTakenOverBook(code), { name, content, source });
    return { url: `${takeOverAction(code)}/${id}` };
  }

  @Page(':book/tiep-quan/:id')
  async review(
    @CurrentContext() context: RequestContext,
    @Param('book') asked: string,
    @Param('id') id: string,
  ): Promise<string> {
    const code = codeOf(asked);
    const book = requireTakenOverBook(code);
    const { actor, request } = context;
    const refused = takeRefusedAct(request, `${takeOverAction(code)}/${id}`);
    const review = await this.takeOver.review(actor, { book, id });
    const view = takeOverView(code, review, await this.starts.read(book), { actor, refused });
    return renderPage(<TakeOverPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act(':book/tiep-quan/:id/de-nghi')
  @AskAgain()
  @Allow(['registryClerk', 'administrator'])
  async propose(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('book') asked: string,
    @Param('id') id: string,
    @Body(proposingTakeOver.pipe) { basis }: Posted<typeof proposingTakeOver>,
  ): Promise<RedirectTo> {
    const code = codeOf(asked);
    await this.beginRegister.proposeTakeOver(actor, { book: requireTakenOverBook(code), id }, basis);
    return done(request, 'Đã gửi đề nghị; các dòng vào sổ khi người thứ hai xác nhận.', startAction(code));
  }
}
