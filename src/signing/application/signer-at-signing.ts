import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { SigningAuthorities } from '../../delegation/index.js';
import { DraftQueries, ReviewDraft, tellCase } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { SignatureRequestEntity } from '../persistence/signing.entities.js';
import { SignatureRequests } from './signature-requests.js';

/** Proofs of before it was kept say no time. */
const proved = z.object({ signedAt: z.iso.datetime().nullable() });

/**
 * Asks once more, before a letter gets its number, whether its signer might sign it on the day on which he did.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13 và Điều 15.
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

  /** A letter whose signer might not goes back to its author. @returns why; null for one that goes on */
  async giveBackUnlessAllowed(
    tx: EntityManager,
    actor: Actor,
    request: SignatureRequestEntity,
  ): Promise<string | null> {
    const draft = await this.drafts.byId(request.draftId);
    const { signedAt } = proved.safeParse(request.proof).data ?? { signedAt: null };
    const day = signedAt === null ? undefined : civilDateOf(new Date(signedAt));
    const answer = await this.authorities.ask(request.leaderId, draft?.template ?? '', day);
    if (!('refusal' in answer)) return null;
    const detail = `Người ký không có thẩm quyền vào ngày ký. ${answer.refusal}`;
    await this.requests.move(tx, actor, request, { to: 'proofFailed', change: { comment: detail } });
    await this.review.backFromSigning(tx, actor, request.draftId, detail);
    await tellCase(this.outbox, tx, actor, { draftId: request.draftId, what: 'proofFailed', detail });
    return detail;
  }
}
