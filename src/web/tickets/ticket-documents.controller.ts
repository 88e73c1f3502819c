import { Body, Controller, Param } from '@nestjs/common';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import { Allow } from '../../platform/http/access.js';
import { BeginTicketDocument } from '../../tickets/index.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, type RedirectTo } from '../kit/http/routes.js';
import { writeDocumentForm } from './ticket-documents.js';
import { done } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

/** Documents about a ticket besides its reply. */
@Controller('phieu/:id')
@Allow(DRAFTERS)
export class TicketDocumentsController {
  constructor(private readonly beginTicketDocument: BeginTicketDocument) {}

  @Act('soan-van-ban')
  async begin(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') id: string,
    @Body(writeDocumentForm.pipe) { template: { template, unitId } }: Posted<typeof writeDocumentForm>,
  ): Promise<RedirectTo> {
    const draftId = await this.beginTicketDocument.begin(actor, id, template, unitId);
    return done(request, 'Đã tạo dự thảo, điền sẵn từ phiếu.', `/du-thao/${draftId}`);
  }
}
