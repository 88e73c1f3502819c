import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { cameFrom } from '../kit/http/local-path.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { CurrentContext, Page, STAFF } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { KeptFiles } from '../ticket-files/kept-files.js';
import { showInline } from '../ticket-files/file-answer.js';
import { pageNumber, requireFound } from '../kit/http/found-page.js';
import { FilePage } from './file-page.js';
import { FilePages } from './file-pages.js';
import { filePageView } from './file-view.js';
import { downloadHref, viewHref, type ViewedKind } from './file-hrefs.js';
import { isViewedKind, OPENING } from './open-viewed-file.js';

const kindInAddress = new FormPipe(z.custom<ViewedKind>((kind) => typeof kind === 'string' && isViewedKind(kind)));

/** Files shown in a page as pictures that the app draws, for those who may download them. */
@Controller('xem/:kind/:id')
@Allow(STAFF)
export class FileViewController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly files: KeptFiles,
    private readonly pages: FilePages,
  ) {}

  @Page('')
  async page(
    @CurrentContext() context: RequestContext,
    @Param('kind', kindInAddress) kind: ViewedKind,
    @Param('id') id: string,
  ): Promise<string> {
    const file = await OPENING[kind](this.files, context.actor, id);
    const view = filePageView({
      href: viewHref(kind, id),
      downloadHref: downloadHref(kind, id),
      name: file.name,
      bytes: file.content.length,
      pages: await this.pages.of(file),
      backHref: cameFrom(context.request) ?? '/',
    });
    return renderPage(<FilePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get('trang/:page.jpg')
  async picture(
    @CurrentActor() actor: Actor,
    @Param('kind', kindInAddress) kind: ViewedKind,
    @Param() { id, page }: { readonly id: string; readonly page: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await OPENING[kind](this.files, actor, id);
    const content = requireFound(await this.pages.picture(file, pageNumber(page)));
    return showInline(reply, { content, name: `trang-${page}.jpg`, type: 'image/jpeg' });
  }
}
