import { Body, Controller, Param } from '@nestjs/common';
import { Allow } from '../../platform/http/access.js';
import { SettleFurtherDocument } from '../../tickets/index.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, type RedirectTo } from '../kit/http/routes.js';
import { done } from '../account/flash-messages.js';
import { settlingFurther } from './ticket-further.js';
import type { Posted } from '../kit/form/posted-form.js';

/** What becomes of a document that came after its ticket had ended. */
@Controller()
@Allow(['registryClerk'])
export class TicketFurtherController {
  constructor(private readonly settleFurtherDocument: SettleFurtherDocument) {}

  @Act('phieu/:id/gui-them/:documentId')
  async settle(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') ticketId: string,
    @Param('documentId') documentId: string,
    @Body(settlingFurther.pipe) form: Posted<typeof settlingFurther>,
  ): Promise<RedirectTo> {
    const id = await this.settleFurtherDocument.settle(actor, { ticketId, documentId, ...form });
    return done(request, 'Đã ghi cách xử lý văn bản gửi thêm.', `/phieu/${id}`);
  }
}
