import { Body, Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { MakeCertifiedCopy, SealCopy } from '../../copies/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { COPY_READERS } from '../../copies/domain/policy.js';
import { COPIES_HREF, copiesView, copying, copyingScan, voiding } from './copies-view.js';
import { CopiesPage } from './copies-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { kindOf } from '../registers/printed-copies.controller.js';
import { CopiesPageQuery } from './copies-page-query.js';
import { PrintedCopiesPageQuery } from '../registers/printed-copies-page-query.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import { showInline } from '../ticket-files/file-answer.js';
import type { Posted } from '../kit/form/posted-form.js';

const number = z.coerce.number().int().min(1).max(2_000_000_000).nullable().catch(null);
const year = z.coerce.number().int().min(2000).max(2999).nullable().catch(null);

const address = z.object({ nam: year.default(null), 'den-so': number.default(null) });

type Address = z.infer<typeof address>;

const DONE = 'Đã vào sổ bản sao và lấy số; hệ thống quản lý văn bản đang ký số.';

/** The register of certified copies; only the registry makes them. */
@Controller()
@Allow(STAFF)
export class CopiesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly copies: CopiesPageQuery,
    private readonly documents: PrintedCopiesPageQuery,
    private readonly makeCertifiedCopy: MakeCertifiedCopy,
    private readonly seal: SealCopy,
  ) {}

  @Page('so-van-ban/sao')
  async page(@CurrentContext() context: RequestContext, @Query(new FormPipe(address)) asked: Address): Promise<string> {
    const { actor, request } = context;
    const refused = takeRefusedForm(request, COPIES_HREF) ?? takeRefusedAct(request, '/ban-sao');
    const reading = { ...(await this.copies.read(asked.nam, asked['den-so'])), refused };
    return renderPage(<CopiesPage frame={await this.pageContext.of(context)} view={copiesView(reading, actor)} />);
  }

  @Act('so-van-ban/sao')
  @TakesFiles()
  @Allow(['registryClerk'])
  async copyScan(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(copyingScan.pipe) form: Posted<typeof copyingScan>,
  ): Promise<RedirectTo> {
    const { form: kind, pages, askedBy, recipients, ...original } = form;
    await this.makeCertifiedCopy.make(actor, {
      form: kind,
      pages,
      askedBy,
      recipients,
      original: { kind: 'scan', ...original },
    });
    return registered(request);
  }

  @Act('ban-sao/:kind/tu/:id')
  @Allow(['registryClerk'])
  async copyDocument(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('kind') path: string,
    @Param('id') id: string,
    @Body(copying.pipe) form: Posted<typeof copying>,
  ): Promise<RedirectTo> {
    const original = { kind: kindOf(path), id };
    await this.documents.requireSeen(actor, original);
    await this.makeCertifiedCopy.make(actor, { ...form, original });
    return registered(request);
  }

  @Act('ban-sao/:id/ky-lai')
  @Allow(['registryClerk'])
  async again(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.seal.again(actor, id);
    return done(request, 'Đã yêu cầu hệ thống quản lý văn bản ký lại bản sao, giữ nguyên số.', COPIES_HREF);
  }

  @Act('ban-sao/:id/huy-so')
  @Allow(['registryClerk'])
  async giveUp(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(voiding.pipe) { reason }: Posted<typeof voiding>,
  ): Promise<RedirectTo> {
    await this.seal.giveUpNumber(actor, id, reason);
    return done(request, 'Đã hủy số bản sao, ghi lý do vào sổ.', COPIES_HREF);
  }

  @Get('tep/ban-sao/:id.pdf')
  @Allow(COPY_READERS)
  async file(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return showInline(reply, await this.copies.file(actor, id));
  }
}

function registered(request: FastifyRequest): RedirectTo {
  return done(request, DONE, COPIES_HREF);
}
