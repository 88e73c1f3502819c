import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { MakeConversion } from '../../copies/index.js';
import { CONVERSION_KINDS, type ConversionKind } from '../../copies/domain/conversion.js';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { KIND_PATHS, printedCopiesHref, printedCopiesView } from './printed-copies.js';
import { PrintedCopiesPage } from './printed-copies-page.js';
import { renderPage } from '../kit/render-page.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { PrintedCopiesPageQuery } from './printed-copies-page-query.js';
import { Act, CurrentVisit, Page, STAFF, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedAct } from '../account/session-words.js';
import { made, shown } from '../ticket-files/stored-file.js';

@Controller()
@Allow(STAFF)
export class PrintedCopiesController {
  constructor(
    private readonly frames: Frames,
    private readonly copies: PrintedCopiesPageQuery,
    private readonly makeConversion: MakeConversion,
  ) {}

  @Page('ban-in/:kind/:id')
  async page(@CurrentVisit() visit: Visit, @Param('kind') path: string, @Param('id') id: string): Promise<string> {
    const reading = await this.copies.read(visit.actor, { kind: kindOf(path), id });
    const view = printedCopiesView(reading, visit.actor, takeRefusedAct(visit.request, '/ban-sao'));
    return renderPage(<PrintedCopiesPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act('ban-in/:kind/:id')
  async make(
    @CurrentVisit() { actor, request }: Visit,
    @Param('kind') path: string,
    @Param('id') id: string,
  ): Promise<Onward> {
    const source = { kind: kindOf(path), id };
    await this.copies.requireSeen(actor, source);
    await this.makeConversion.make(actor, source);
    leaveNotice(request, 'done', 'Đã tạo bản in chuyển đổi; mở tệp để in.');
    return { url: printedCopiesHref(source.kind, id) };
  }

  @Get('tep/ban-in/:code.pdf')
  async file(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return shown(reply, await this.copies.file(actor, code));
  }
}

/** @throws DomainError `not-found` for a path that names no kind */
export function kindOf(path: string): ConversionKind {
  return made(CONVERSION_KINDS.find((kind) => KIND_PATHS[kind] === path));
}
