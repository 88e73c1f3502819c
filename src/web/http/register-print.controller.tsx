import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { RegisterExport, RegisterPrinter } from '../../documents/index.js';
import { isWholeYear, spanWithin, type RegisterSpan } from '../../documents/domain/register-span.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Allow } from '../../platform/http/access.js';
import { registerPrintView } from '../presenters/register-print.js';
import { RegisterPrintPage } from '../views/register-print-page.js';
import { renderPage } from '../views/render-page.js';
import { bookOfCode, REGISTER_CODES, registerFile, type RegisterCode } from '../wording/registers.js';
import { FormPipe } from './form-pipe.js';
import { Frames, type Visit } from './frames.js';
import { optionalDay, optionalYear } from './optional-day.js';
import { CurrentVisit, Page, STAFF } from './routes.js';
import { download, DOCX, made, XLSX } from './stored-file.js';

const address = z.object({ nam: optionalYear, tu: optionalDay, den: optionalDay });

type Address = z.infer<typeof address>;

/** Registers on paper. */
@Controller('so-van-ban')
@Allow(STAFF)
export class RegisterPrintController {
  constructor(
    private readonly frames: Frames,
    private readonly clock: Clock,
    private readonly exported: RegisterExport,
    private readonly printer: RegisterPrinter,
  ) {}

  @Page(':book/in')
  async page(
    @CurrentVisit() visit: Visit,
    @Param('book') book: string,
    @Query(new FormPipe(address)) asked: Address,
  ): Promise<string> {
    const { code, span } = this.asked(book, asked);
    return renderPage(<RegisterPrintPage frame={await this.frames.of(visit)} view={registerPrintView(code, span)} />);
  }

  @Get(':book.xlsx')
  async sheet(
    @Param('book') book: string,
    @Query(new FormPipe(address)) asked: Address,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { code, span } = this.asked(book, asked);
    return download(reply, { content: await this.exported.xlsx(span), name: fileOf(code, span, 'xlsx'), type: XLSX });
  }

  @Get(':book.docx')
  async document(
    @Param('book') book: string,
    @Query(new FormPipe(address)) asked: Address,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { code, span } = this.asked(book, asked);
    const { docx } = await this.printer.docx(span);
    return download(reply, { content: docx, name: fileOf(code, span, 'docx'), type: DOCX });
  }

  private asked(book: string, { nam, tu, den }: Address): { readonly code: RegisterCode; readonly span: RegisterSpan } {
    const code = made(REGISTER_CODES.find((one) => one === book));
    const year = nam ?? yearOf(civilDateOf(this.clock.now()));
    return { code, span: spanWithin(bookOfCode(code), year, { from: tu, to: den }) };
  }
}

/** `so-van-ban-di-2026.docx`, `so-van-ban-di-2026-01-01-2026-03-31.docx` */
function fileOf(code: RegisterCode, span: RegisterSpan, ending: string): string {
  const period = isWholeYear(span) ? String(span.year) : `${span.from}-${span.to}`;
  return `${registerFile(code)}-${period}.${ending}`;
}
