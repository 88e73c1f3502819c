import { Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { DraftPresence } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { writersWords } from '../presenters/draft-writers.js';
import { STAFF } from './routes.js';

/** What an open page says while it is looked at; the answer names the others, in words for its note. */
@Controller()
@Allow(STAFF)
export class DraftPresenceController {
  constructor(private readonly presence: DraftPresence) {}

  @Post('du-thao/:id/dang-sua')
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-store')
  async stay(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<string> {
    return writersWords(await this.presence.announce(actor, id)) ?? '';
  }
}
