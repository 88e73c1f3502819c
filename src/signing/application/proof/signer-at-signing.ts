import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { SigningAuthorities } from '../../../delegation/index.js';
import { OutgoingDocumentEntity } from '../../../documents/index.js';
import { printedCode } from '../../../documents/domain/register.js';
import { leftOverIn } from '../../../drafting/domain/letter/left-over.js';
import { yearOfIssue } from '../../../drafting/domain/letter/written-letter.js';
import { DraftQueries, ReviewDraft, tellCase, type DraftEntity } from '../../../drafting/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { SignatureRequests } from '../signature-requests.js';

/** Proofs of before it was kept say no time. */
const proved = z.object({ signedAt: z.iso.datetime().nullable() });

/**
 * Asks once more, before a letter gets its number, whether its signer might sign it on the day on which he did, whether what it amends still stands, and
 * whether it can be issued in the year that it bears, and whether something in it was left to be replaced: a letter may have been submitted before that was
 * looked for.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13, Điều 15 và Điều 18; Phụ lục I, phần I, mục II, khoản 4 (the date is the day of issue).
 */
@Injectable()
export class SignerAtSigning {
  constructor(
    private readonly authorities: SigningAuthorities,
    private readonly drafts: DraftQueries,
    private readonly review: ReviewDraft,
    private readonly requests: SignatureRequests,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A letter whose signer might not, whose original was recalled, or that is not finished goes back to its author. @returns why; null for one that goes on */
  async giveBackUnlessAllowed(
    tx: EntityManager,
    actor: Actor,
    request: SignatureRequestEntity,
  ): Promise<string | null> {
    const draft = await this.drafts.byId(request.draftId);
    const detail =
      (await whyNotAmending(tx, draft)) ??
      (await this.whyNotSigned(request, draft)) ??
      (await this.whyNotThisYear(request)) ??
      (await this.whyNotFinished(request));
    if (detail === null) return null;
    await this.requests.move(tx, actor, request, { to: 'proofFailed', change: { comment: detail } });
    await this.review.backFromSigning(tx, actor, request.draftId, detail);
    await tellCase(this.outbox, tx, actor, { draftId: request.draftId, what: 'proofFailed', detail });
    return detail;
  }

  private async whyNotSigned(
    { proof, leaderId }: SignatureRequestEntity,
    draft: DraftEntity | null,
  ): Promise<string | null> {
    const { signedAt } = proved.safeParse(proof).data ?? { signedAt: null };
    const day = signedAt === null ? undefined : civilDateOf(new Date(signedAt));
    const answer = await this.authorities.ask(leaderId, draft ?? { template: '', unitId: '' }, day);
    return 'refusal' in answer ? `Người ký không có thẩm quyền vào ngày ký. ${answer.refusal}` : null;
  }

  /** Day and month are filled in with the number, the year stands in what was signed. */
  private async whyNotThisYear({
    draftId,
    draftRevision,
    outgoingDocumentId,
  }: SignatureRequestEntity): Promise<string | null> {
    const written = outgoingDocumentId === null ? await this.drafts.revision(draftId, draftRevision) : null;
    const year = written && yearOfIssue(written);
    const today = String(yearOf(civilDateOf(this.clock.now())));
    if (year === null || year === today) return null;
    return `Văn bản ghi năm ${year}, nay là năm ${today}: lưu lại bản thảo để ghi năm nay, rồi trình ký lại.`;
  }

  private async whyNotFinished({ draftId, draftRevision }: SignatureRequestEntity): Promise<string | null> {
    const written = await this.drafts.revision(draftId, draftRevision);
    const [leftOver] = written === null ? [] : leftOverIn(written);
    return leftOver?.message ?? null;
  }
}

/** What was recalled is amended by nothing, not even by what was signed before. */
async function whyNotAmending(tx: EntityManager, draft: DraftEntity | null): Promise<string | null> {
  const amended = await tx.findOneBy(OutgoingDocumentEntity, { id: draft?.amendsId ?? '' });
  if (amended === null || amended.recalledAt === null) return null;
  return `Văn bản số ${printedCode(amended.number, amended.notation)} mà công văn này đính chính, thay thế đã thu hồi.`;
}
