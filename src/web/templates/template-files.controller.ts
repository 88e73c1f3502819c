import { readFile } from 'node:fs/promises';
import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { requireKind, TemplateRenderer, Templates } from '../../drafting/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Allow } from '../../platform/http/access.js';
import { sampleOf, samplePictures } from '../../../templates/catalogue.js';
import { TemplatesPageQuery } from './templates-page-query.js';
import { DOCX, download, showInline } from '../ticket-files/file-answer.js';
import { pageNumber, requireFound } from '../kit/http/found-page.js';

/** Templates as Word files, what they make of the sample of their kind, and its pages as pictures. */
@Controller('mau-van-ban/:kind')
@Allow('signedIn')
export class TemplateFilesController {
  constructor(
    private readonly templates: Templates,
    private readonly renderer: TemplateRenderer,
    private readonly query: TemplatesPageQuery,
    private readonly files: FileStore,
  ) {}

  @Get('ban/:version.docx')
  async template(
    @Param() { kind, version }: { readonly kind: string; readonly version: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.templates.file(kind, version);
    return download(reply, { content: await file.read(), name: `${kind}-${version}.docx`, type: DOCX });
  }

  @Get('dien-thu/:version.docx')
  async sample(
    @Param() { kind, version }: { readonly kind: string; readonly version: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.templates.file(kind, version);
    const { docx } = await this.renderer.render(kind, sampleOf(kind), file);
    return download(reply, { content: docx, name: `${kind}-${version}-dien-thu.docx`, type: DOCX });
  }

  @Get('hinh/:page.png')
  async picture(
    @Param() { kind, page }: { readonly kind: string; readonly page: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const path = samplePictures(requireKind(kind).name)[pageNumber(page) - 1];
    const content = await readFile(requireFound(path));
    return showInline(reply, { content, name: `${kind}-${page}.png`, type: 'image/png' });
  }

  @Get('tep/:id/dien-thu.docx')
  async uploadedSample(
    @Param() { kind, id }: { readonly kind: string; readonly id: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { sampleSha256 } = await this.templates.upload(kind, id);
    const content = await this.files.get(requireFound(sampleSha256));
    return download(reply, { content, name: `${kind}-dien-thu.docx`, type: DOCX });
  }

  @Get('tep/:id/trang/:page.jpg')
  async uploadedPicture(
    @Param() { kind, id, page }: { readonly kind: string; readonly id: string; readonly page: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const upload = await this.templates.upload(kind, id);
    const content = requireFound(await this.query.picture(upload, pageNumber(page)));
    return showInline(reply, { content, name: `${kind}-${page}.jpg`, type: 'image/jpeg' });
  }
}
