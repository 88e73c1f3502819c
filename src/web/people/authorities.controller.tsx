import { Body, Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { WriteAuthority } from '../../delegation/index.js';
import { AUTHORITY_EDITORS } from '../../delegation/domain/authority-flaws.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { authoritiesView } from './authorities-view.js';
import { adding, AUTHORITIES, SIGNED_KINDS } from './authority-form.js';
import { AuthoritiesPage } from './authorities-page.js';
import { endingLine } from './authority-fields.js';
import { renderPage } from '../kit/render-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { AuthoritiesPageQuery } from './authorities-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, keepFormFor, takeRefusedAct, takeRefusedForm } from '../account/flash-messages.js';
import { download } from '../ticket-files/file-answer.js';
import type { Posted } from '../kit/form/posted-form.js';

/** Everybody may read who signs what; the Office and the administrator write it down. */
@Controller('tham-quyen-ky')
@Allow('signedIn')
export class AuthoritiesController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly authorities: AuthoritiesPageQuery,
    private readonly write: WriteAuthority,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const { request, actor } = context;
    const refused = takeRefusedForm(request, AUTHORITIES) ?? takeRefusedAct(request, AUTHORITIES);
    const view = authoritiesView(await this.authorities.read(actor), refused);
    return renderPage(<AuthoritiesPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('')
  @TakesFiles()
  @AskAgain()
  @Allow(AUTHORITY_EDITORS)
  async add(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(adding.pipe) given: Posted<typeof adding>,
  ): Promise<RedirectTo> {
    await this.write.add(actor, { ...given, allKinds: SIGNED_KINDS });
    return done(request, 'Đã lưu thẩm quyền ký.', AUTHORITIES);
  }

  /** Shows the block that a line would give; keeps nothing. */
  @Act('xem')
  @TakesFiles()
  @Allow(AUTHORITY_EDITORS)
  preview(@CurrentContext() { request }: RequestContext): RedirectTo {
    keepFormFor(request, AUTHORITIES, {});
    return { url: `${AUTHORITIES}#them` };
  }

  @Act(':id/cham-dut')
  @AskAgain()
  @Allow(AUTHORITY_EDITORS)
  async end(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(endingLine.pipe) given: Posted<typeof endingLine>,
  ): Promise<RedirectTo> {
    await this.write.end(actor, { id, ...given });
    return done(request, 'Đã ghi ngày chấm dứt thẩm quyền ký.', AUTHORITIES);
  }

  @Get(':id/tep')
  async file(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, await this.authorities.file(id));
  }
}
