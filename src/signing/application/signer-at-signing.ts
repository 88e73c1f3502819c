import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { SigningAuthorities } from '../../delegation/index.js';
import { OutgoingDocumentEntity } from '../../documents/index.js';
import { printedCode } from '../../documents/domain/register.js';
import { DraftQueries, ReviewDraft, tellCase, type DraftEntity } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { SignatureRequestEntity } from '../persistence/signing.entities.js';
import { SignatureRequests } from './signature-requests.js';

/** Proofs of before it was kept say no time. */
const proved = z.object({ signedAt: z.iso.datetime().nullable() });

/**
 * Asks once more, before a letter gets its number, whether its signer might sign it on the day on which he did, and whether what it amends still stands.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13, Điều 15 và Điều 18.
 */
@Injectable()
export class SignerAtSigning {
  constructor(
    private readonly authorities: SigningAuthorities,
    private readonly drafts: DraftQueries,
    private readonly review: ReviewDraft,
    private readonly requests: SignatureRequests,
    private readonly outbox: Outbox,
  ) {}

  /** A letter whose signer might not, or whose original was recalled, goes back to its author. @returns why; null for one that goes on */
  async giveBackUnlessAllowed(
    tx: EntityManager,
    actor: Actor,
    request: SignatureRequestEntity,
  ): Promise<string | null> {
    const draft = await this.drafts.byId(request.draftId);
    const detail = (await whyNotAmending(tx, draft)) ?? (await this.whyNotSigned(request, draft));
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
    const answer = await this.authorities.ask(leaderId, draft?.template ?? '', day);
    return 'refusal' in answer ? `Người ký không có thẩm quyền vào ngày ký. ${answer.refusal}` : null;
  }
}

/** What was recalled is amended by nothing, not even by what was signed before. */
async function whyNotAmending(tx: EntityManager, draft: DraftEntity | null): Promise<string | null> {
  const amended = await tx.findOneBy(OutgoingDocumentEntity, { id: draft?.amendsId ?? '' });
  if (amended === null || amended.recalledAt === null) return null;
  return `Văn bản số ${printedCode(amended.number, amended.notation)} mà công văn này đính chính, thay thế đã thu hồi.`;
}
