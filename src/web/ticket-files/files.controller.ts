import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { KeptFiles, SIGNING_FILES, type SigningFile } from './kept-files.js';
import { REGISTRY_AND_WATCH, STAFF } from '../kit/http/routes.js';
import { download } from './file-answer.js';
import { pageNumber } from '../kit/http/found-page.js';

/** Stored files go out as attachments in a sandbox, whatever they are. */
@Controller('tep')
@Allow(STAFF)
export class FilesController {
  constructor(private readonly files: KeptFiles) {}

  @Get('van-ban/:fileId')
  async attachment(
    @CurrentActor() actor: Actor,
    @Param('fileId') fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.files.attachment(actor, fileId));
  }

  @Get('cong-dan/:fileId')
  async brought(
    @CurrentActor() actor: Actor,
    @Param('fileId') fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.files.brought(actor, fileId));
  }

  @Get('van-ban-di/:id.pdf')
  async letter(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.files.letter(actor, id));
  }

  @Get('van-ban-di/:id/phu-luc/:fileId')
  async annex(
    @CurrentActor() actor: Actor,
    @Param() { id, fileId }: { readonly id: string; readonly fileId: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.files.annex(actor, id, fileId));
  }

  @Get('trinh-ky/:id/phu-luc/:position.pdf')
  async signedAnnex(
    @CurrentActor() actor: Actor,
    @Param() { id, position }: { readonly id: string; readonly position: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.files.signingAnnex(actor, id, pageNumber(position)));
  }

  @Get('trinh-ky/:id/:which.pdf')
  async signing(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('which', new FormPipe(z.enum(SIGNING_FILES))) which: SigningFile,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.files.signing(actor, id, which));
  }

  @Get('tin-loi/:id')
  @Allow(REGISTRY_AND_WATCH)
  async refused(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return download(reply, await this.files.refused(id));
  }
}
