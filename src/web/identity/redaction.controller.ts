import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../../kernel/domain-error.js';
import { inTurns } from '../../kernel/turns.js';
import { clean } from '../../kernel/vietnamese.js';
import { Allow } from '../../platform/http/access.js';
import { MAX_MASKED_LENGTH, unsettledSteps } from '../../privacy/domain/clean-text.js';
import { redact } from '../../privacy/domain/find-private.js';
import { TicketReader } from '../../tickets/index.js';
import { linesOf } from './redaction-view.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { cameFrom } from '../kit/http/local-path.js';
import { Act, CurrentContext, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done, keepFormFor } from '../account/flash-messages.js';

const posted = z.record(z.string(), z.unknown());
const typed = z.string().catch('').transform(clean);
/** The form of a ticket's page, and its field; nothing but names. */
const place = z.object({
  id: z.string(),
  act: z.string().regex(/^[a-z][a-z-]{0,40}$/u),
  field: z.string().regex(/^[a-zA-Z]{1,40}$/u),
});

/** Returns a form with one of its texts masked, without storing or sending anything. */
@Controller()
@Allow(STAFF)
export class RedactionController {
  constructor(private readonly tickets: TicketReader) {}

  @Act('phieu/:id/che/:act/:field')
  async mask(
    @CurrentContext() { actor, request }: RequestContext,
    @Param(new FormPipe(place)) { id, act, field }: z.infer<typeof place>,
    @Body(new FormPipe(posted)) form: z.infer<typeof posted>,
  ): Promise<RedirectTo> {
    await this.tickets.one(actor, id);
    const text = shortEnough(field, typed.parse(form[field]));
    const findings = await inTurns(unsettledSteps(text, linesOf(typed.parse(form['left']))));
    keepFormFor(request, `/phieu/${id}/${act}`, { [field]: redact(text, findings) });
    return done(
      request,
      `Đã che ${String(findings.length)} chỗ, chưa gửi. Đọc lại rồi gửi.`,
      cameFrom(request) ?? `/phieu/${id}`,
    );
  }
}

/** @throws DomainError `input-invalid` */
function shortEnough(field: string, text: string): string {
  if (text.length <= MAX_MASKED_LENGTH) return text;
  const most = MAX_MASKED_LENGTH.toLocaleString('vi-VN');
  throw new DomainError('input-invalid', {
    field,
    message: `Viết gọn lại: nhiều nhất ${most} ký tự thì mới che được.`,
  });
}
