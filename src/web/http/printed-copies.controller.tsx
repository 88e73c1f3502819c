import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { MakeConversion } from '../../copies/index.js';
import { CONVERSION_KINDS, type ConversionKind } from '../../copies/domain/conversion.js';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { KIND_PATHS, lookUpView, printedCopiesHref, printedCopiesView } from '../presenters/printed-copies.js';
import { LookUpPage } from '../views/look-up-page.js';
import { PrintedCopiesPage } from '../views/printed-copies-page.js';
import { renderPage } from '../views/render-page.js';
import { Frames, type Visit } from './frames.js';
import { ReadPrintedCopies } from './readings/read-printed-copies.js';
import { Act, CurrentVisit, Page, STAFF, type Onward } from './routes.js';
import { leaveNotice, takeRefusedAct } from './session-words.js';
import { made, shown } from './stored-file.js';

/** From one address; somebody with a stack of papers stays below it, whoever tries codes does not come far. */
const LOOKS_A_MINUTE = { max: 60, timeWindow: '1 minute' };

@Controller()
@Allow(STAFF)
export class PrintedCopiesController {
  constructor(
    private readonly frames: Frames,
    private readonly copies: ReadPrintedCopies,
    private readonly convert: MakeConversion,
  ) {}

  @Page('ban-in/:kind/:id')
  async page(@CurrentVisit() visit: Visit, @Param('kind') path: string, @Param('id') id: string): Promise<string> {
    const reading = await this.copies.execute(visit.actor, { kind: kindOf(path), id });
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
    await this.convert.execute(actor, source);
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

  /** A code that nobody gave out, however it is written, answers as any other. */
  @Page('tra-cuu/:code')
  @Allow('public')
  @RouteConfig({ rateLimit: LOOKS_A_MINUTE })
  async lookUp(@Param('code') code: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const reading = await this.copies.lookUp(code);
    if (reading === null) void reply.status(404);
    return renderPage(<LookUpPage view={lookUpView(reading)} />);
  }
}

/** @throws DomainError `not-found` for a path that names no kind */
export function kindOf(path: string): ConversionKind {
  return made(CONVERSION_KINDS.find((kind) => KIND_PATHS[kind] === path));
}
