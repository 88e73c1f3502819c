import { Injectable } from '@nestjs/common';
import { DraftQueries, ReviewDraft, tellCase } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { mayWithdraw } from '../domain/withdrawal.js';
import { SignatureRequests } from './signature-requests.js';
import { TAKE_BACK } from '../jobs/jobs.js';

const MIN_REASON_LENGTH = 10;

/** Room for it in what the draft and the e-office are told. */
const MAX_REASON_LENGTH = 480;

/**
 * Takes a letter back from signing before it has a number. It holds here at once, also while the e-office is unavailable; the e-office is told as soon as it
 * answers, and whatever is signed there meanwhile is kept and goes nowhere.
 */
@Injectable()
export class WithdrawLetter {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
    private readonly review: ReviewDraft,
    private readonly drafts: DraftQueries,
  ) {}

  /** @throws DomainError `not-found`, `input-invalid` without a reason, `forbidden`, `signature-transition-refused`, `changed-meanwhile` */
  async withdraw(actor: Actor, requestId: string, given: string): Promise<void> {
    const reason = requireReason(given);
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      const draft = await this.drafts.byId(request.draftId);
      if (!draft) throw new DomainError('not-found', { what: 'draft' });
      if (!mayWithdraw(actor, 'submitted', draft)) throw new DomainError('forbidden', { ability: 'withdraw' });
      if (!mayWithdraw(actor, request.state, draft))
        throw new DomainError('signature-transition-refused', { from: request.state, to: 'cancelled' });
      await this.requests.move(tx, actor, request, {
        to: 'cancelled',
        change: { comment: reason, withdrawal: 'asked' },
      });
      await this.review.backFromSigning(tx, actor, request.draftId, `Rút trình ký: ${reason}`);
      await this.outbox.enqueue(tx, TAKE_BACK.of({ requestId: request.id }));
      const told = { draftId: request.draftId, what: 'signatureWithdrawn', detail: reason } as const;
      await tellCase(this.outbox, tx, actor, told);
    });
  }
}

/** @throws DomainError `input-invalid` */
function requireReason(given: string): string {
  const reason = given.trim();
  if (reason.length >= MIN_REASON_LENGTH && reason.length <= MAX_REASON_LENGTH) return reason;
  const message =
    reason.length < MIN_REASON_LENGTH
      ? `Viết lý do rút, từ ${String(MIN_REASON_LENGTH)} ký tự; người ký và người soạn đọc được.`
      : `Lý do dài nhất ${String(MAX_REASON_LENGTH)} ký tự; viết gọn lại.`;
  throw new DomainError('input-invalid', { field: 'reason', message });
}
