import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import { Allow } from '../../platform/http/access.js';
import { BeginTicketDocument } from '../../tickets/index.js';
import { FormPipe, needed } from '../kit/http/form-pipe.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, type RedirectTo } from '../kit/http/routes.js';
import { chosenDocument } from './ticket-documents.js';
import { flash } from '../account/flash-messages.js';

const begun = z.object({ template: needed('Chọn loại văn bản.').transform(chosenDocument) });

/** Documents about a ticket besides its reply. */
@Controller('phieu/:id')
@Allow(DRAFTERS)
export class TicketDocumentsController {
  constructor(private readonly beginTicketDocument: BeginTicketDocument) {}

  @Act('soan-van-ban')
  async begin(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(new FormPipe(begun)) { template: { template, unitId } }: z.infer<typeof begun>,
  ): Promise<RedirectTo> {
    const draftId = await this.beginTicketDocument.begin(actor, id, template, unitId);
    flash(request, 'done', 'Đã tạo dự thảo, điền sẵn từ phiếu.');
    return { url: `/du-thao/${draftId}` };
  }
}
