import { Injectable } from '@nestjs/common';
import { OutgoingRegister, RegisterQueries } from '../../../documents/index.js';
import { printedCode } from '../../../documents/domain/register.js';
import { ReviewDraft, tellCase } from '../../../drafting/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { requireRelease } from '../../domain/policy.js';
import { SignatureRequests } from '../signature-requests.js';
import { TAKE_BACK } from '../../jobs/jobs.js';

/** Room for it in the register. */
const MAX_REASON_LENGTH = 480;

/**
 * The registry gives up the number of a letter that gets no good seal: the number stays in the register with its reason, the e-office is told
 * to drop the letter, and the letter goes back to its author, to be signed again and numbered again.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15: a number once given is not given again.
 */
@Injectable()
export class VoidNumber {
  constructor(
    private readonly register: OutgoingRegister,
    private readonly registers: RegisterQueries,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
    private readonly review: ReviewDraft,
  ) {}

  /** @throws DomainError `forbidden`, `input-invalid` without a reason, `signature-transition-refused`, `changed-meanwhile` */
  async void(actor: Actor, requestId: string, given: string): Promise<void> {
    const reason = given.trim();
    if (reason.length > MAX_REASON_LENGTH) {
      const message = `Lý do dài nhất ${String(MAX_REASON_LENGTH)} ký tự; viết gọn lại.`;
      throw new DomainError('input-invalid', { field: 'reason', message });
    }
    if (reason === '') {
      throw new DomainError('input-invalid', { field: 'reason', message: 'Viết lý do hủy số; lý do được ghi vào sổ.' });
    }
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      requireRelease(actor, request);
      if (request.state !== 'sealFailed') {
        throw new DomainError('signature-transition-refused', { from: request.state, to: 'cancelled' });
      }
      const outgoing = await this.registers.outgoingById(request.outgoingDocumentId ?? '');
      if (!outgoing) throw new DomainError('not-found', { what: 'outgoingDocument' });
      await this.register.voidNumber(tx, actor, outgoing.id, reason);
      const said = `Hủy số ${printedCode(outgoing.number, outgoing.notation)}: ${reason}`;
      await this.requests.move(tx, actor, request, { to: 'cancelled', change: { comment: said, withdrawal: 'asked' } });
      await this.review.backFromSigning(tx, actor, request.draftId, said);
      await this.outbox.enqueue(tx, TAKE_BACK.of({ requestId: request.id }));
      await tellCase(this.outbox, tx, actor, { draftId: request.draftId, what: 'numberVoided', detail: said });
    });
  }
}
