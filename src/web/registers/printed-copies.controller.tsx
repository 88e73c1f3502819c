import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { MakeConversion } from '../../copies/index.js';
import { CONVERSION_KINDS, type ConversionKind } from '../../copies/domain/conversion.js';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { KIND_PATHS, printedCopiesHref, printedCopiesView } from './printed-copies-view.js';
import { PrintedCopiesPage } from './printed-copies-page.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { PrintedCopiesPageQuery } from './printed-copies-page-query.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';
import { showInline } from '../ticket-files/file-answer.js';
import { requireFound } from '../kit/http/found-page.js';

@Controller()
@Allow(STAFF)
export class PrintedCopiesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly copies: PrintedCopiesPageQuery,
    private readonly makeConversion: MakeConversion,
  ) {}

  @Page('ban-in/:kind/:id')
  async page(
    @CurrentContext() context: RequestContext,
    @Param('kind') path: string,
    @Param('id') id: string,
  ): Promise<string> {
    const reading = await this.copies.read(context.actor, { kind: kindOf(path), id });
    const view = printedCopiesView(reading, context.actor, takeRefusedAct(context.request, '/ban-sao'));
    return renderPage(<PrintedCopiesPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('ban-in/:kind/:id')
  async make(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('kind') path: string,
    @Param('id') id: string,
  ): Promise<RedirectTo> {
    const source = { kind: kindOf(path), id };
    await this.copies.requireSeen(actor, source);
    await this.makeConversion.make(actor, source);
    return done(request, 'Đã tạo bản in chuyển đổi; mở tệp để in.', printedCopiesHref(source.kind, id));
  }

  @Get('tep/ban-in/:code.pdf')
  async file(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return showInline(reply, await this.copies.file(actor, code));
  }
}

/** @throws DomainError `not-found` for a path that names no kind */
export function kindOf(path: string): ConversionKind {
  return requireFound(CONVERSION_KINDS.find((kind) => KIND_PATHS[kind] === path));
}
