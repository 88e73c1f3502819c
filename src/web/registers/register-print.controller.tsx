import { Body, Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  CloseRegister,
  RegisterExport,
  RegisterPrinter,
  RegisterPrintQueries,
  RequestPrint,
} from '../../documents/index.js';
import { spanWithin, type RegisterSpan } from '../../documents/domain/register-span.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { registerPrintView } from './register-print-view.js';
import { RegisterPrintPage } from './register-print-page.js';
import { renderPage } from '../kit/render-page.js';
import { bookOfCode, numberedBook, REGISTER_CODES, registerFile, type RegisterCode } from './registers-words.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { chosenDay, optionalYear } from '../kit/http/optional-day.js';
import { KeptFiles } from '../ticket-files/kept-files.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done } from '../account/flash-messages.js';
import { download, DOCX, XLSX } from '../ticket-files/file-answer.js';
import { requireFound } from '../kit/http/found-page.js';

const address = z.object({ nam: optionalYear, tu: chosenDay, den: chosenDay });

const closing = z.object({ nam: z.coerce.number().int().min(2000).max(2999) });

type Address = z.infer<typeof address>;

/** Registers on paper, and closed. */
@Controller('so-van-ban')
@Allow(STAFF)
export class RegisterPrintController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly clock: Clock,
    private readonly exported: RegisterExport,
    private readonly printer: RegisterPrinter,
    private readonly prints: RegisterPrintQueries,
    private readonly requestPrint: RequestPrint,
    private readonly kept: KeptFiles,
    private readonly closeRegister: CloseRegister,
  ) {}

  @Page(':book/in')
  async page(
    @CurrentContext() context: RequestContext,
    @Param('book') book: string,
    @Query(new FormPipe(address)) asked: Address,
  ): Promise<string> {
    const { code, span } = this.asked(book, asked);
    return renderPage(
      <RegisterPrintPage
        frame={await this.pageContext.of(context)}
        view={registerPrintView(code, span, await this.prints.newestOf(span.book, span.year))}
      />,
    );
  }

  @Get(':book.xlsx')
  async sheet(
    @Param('book') book: string,
    @Query(new FormPipe(address)) asked: Address,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { span } = this.asked(book, asked);
    return download(reply, { content: await this.exported.xlsx(span), name: registerFile(span, 'xlsx'), type: XLSX });
  }

  @Get(':book.docx')
  async document(
    @Param('book') book: string,
    @Query(new FormPipe(address)) asked: Address,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { span } = this.asked(book, asked);
    const { docx } = await this.printer.docx(span);
    return download(reply, { content: docx, name: registerFile(span, 'docx'), type: DOCX });
  }

  @Act(':book/in')
  async print(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('book') book: string,
    @Body(new FormPipe(address)) form: Address,
  ): Promise<RedirectTo> {
    const { code, span } = this.asked(book, form);
    await this.requestPrint.request(actor, span);
    return done(
      request,
      'Đang dựng bản PDF; xong thì tải được ở cuối trang này.',
      `/so-van-ban/${code}/in?nam=${span.year}&tu=${span.from}&den=${span.to}`,
    );
  }

  @Act(':book/khoa')
  @AskAgain()
  @Allow(['registryClerk'])
  async close(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('book') asked: string,
    @Body(new FormPipe(closing)) { nam: year }: z.infer<typeof closing>,
  ): Promise<RedirectTo> {
    const code = requireFound(REGISTER_CODES.find((one) => one === asked));
    await this.closeRegister.close(actor, { book: requireFound(numberedBook(code)), year });
    return done(
      request,
      `Đã khóa sổ năm ${year}; bản in để giữ lại đang được dựng.`,
      `/so-van-ban/${code}?nam=${year}`,
    );
  }

  @Get('ban-in/:id.pdf')
  async printed(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, await this.kept.registerPrint(id));
  }

  private asked(book: string, { nam, tu, den }: Address): { readonly code: RegisterCode; readonly span: RegisterSpan } {
    const code = requireFound(REGISTER_CODES.find((one) => one === book));
    const year = nam ?? yearOf(civilDateOf(this.clock.now()));
    return { code, span: spanWithin(bookOfCode(code), year, { from: tu, to: den }) };
  }
}
