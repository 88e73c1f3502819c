import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { DraftPresence } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { writersWords } from './draft-writers-view.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { STAFF } from '../kit/http/routes.js';

/** `sua` is there while the form has changes that are not saved. */
const presence = z.object({ sua: z.string().max(1).optional() });

/** The heartbeat of an open page; the answer names the other editors. */
@Controller()
@Allow(STAFF)
export class DraftPresenceController {
  constructor(private readonly presence: DraftPresence) {}

  @Post('du-thao/:id/dang-sua')
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-store')
  async stay(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body(new FormPipe(presence)) { sua }: z.infer<typeof presence>,
  ): Promise<string> {
    return writersWords(await this.presence.announce(actor, id, sua === '1')) ?? '';
  }
}
