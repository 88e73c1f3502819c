import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { RevealIdentity } from '../../tickets/index.js';
import { purposeWords, senderPageView, type PurposeChoice } from './identity.js';
import { renderPage } from '../kit/render-page.js';
import { SenderPage } from './sender-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { CurrentVisit, STAFF } from '../kit/http/routes.js';

const CHOICES: readonly PurposeChoice[] = ['verify', 'meet', 'answer', 'protect', 'other'];

const reveal = z.object({
  purpose: z.enum(CHOICES, 'Chọn mục đích xem danh tính.'),
  other: optional(),
});

@Controller()
@Allow(STAFF)
export class IdentityController {
  constructor(
    private readonly frames: Frames,
    private readonly revealIdentity: RevealIdentity,
  ) {}

  /** Answers the page itself instead of leading to one: an address under which a sender can be read again must not exist. */
  @Post('phieu/:id/danh-tinh')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async reveal(
    @CurrentVisit() visit: Visit,
    @Param('id') ticketId: string,
    @Body(new FormPipe(reveal)) { purpose, other }: z.infer<typeof reveal>,
  ): Promise<string> {
    const sender = await this.revealIdentity.reveal(visit.actor, ticketId, purposeWords(purpose, other));
    const frame = await this.frames.of(visit);
    return renderPage(<SenderPage frame={frame} view={senderPageView(sender)} />);
  }
}
