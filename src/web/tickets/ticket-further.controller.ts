import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { SettleFurtherDocument } from '../../tickets/index.js';
import { FURTHER_DECISIONS } from '../../tickets/domain/intake/further-document.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, type RedirectTo } from '../kit/http/routes.js';
import { flash } from '../account/flash-messages.js';

const decided = z.object({
  decision: z.enum(FURTHER_DECISIONS, 'Chọn cách xử lý văn bản gửi thêm.'),
  reason: optional(),
});

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
    @Body(new FormPipe(decided)) form: z.infer<typeof decided>,
  ): Promise<RedirectTo> {
    const id = await this.settleFurtherDocument.settle(actor, { ticketId, documentId, ...form });
    flash(request, 'done', 'Đã ghi cách xử lý văn bản gửi thêm.');
    return { url: `/phieu/${id}` };
  }
}
