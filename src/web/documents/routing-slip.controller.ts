import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { slipFile } from '../../documents/domain/arrival/arrival-number.js';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { RoutingSlip } from '../../tickets/index.js';
import { STAFF } from '../kit/http/routes.js';
import { DOCX, download } from '../ticket-files/file-answer.js';

/** The routing slip of a ticket's document, for those who may see the ticket. */
@Controller('phieu/:id')
@Allow(STAFF)
export class RoutingSlipController {
  constructor(private readonly slip: RoutingSlip) {}

  @Get('phieu-giai-quyet.docx')
  async docx(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { docx, arrivalNumber } = await this.slip.docx(actor, id);
    return download(reply, { content: docx, name: slipFile(arrivalNumber), type: DOCX });
  }
}
