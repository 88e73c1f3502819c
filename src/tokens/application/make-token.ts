import { Injectable } from '@nestjs/common';
import { Journal, sealRecords } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireMakeTokens } from '../domain/policy.js';
import { hashOfSecret, newSecret, requireWish, type TokenWish } from '../domain/token.js';
import { ApiTokenEntity } from '../persistence/api-token.entity.js';
import { SEALED_TOKEN } from '../persistence/sealed-tokens.js';

export interface MakeTokenCommand extends TokenWish {
  /** For whom the program will act. */
  readonly ownerId: string;
}

export interface MadeToken {
  readonly id: string;
  /** Shown this once; only its hash is kept. */
  readonly secret: string;
  readonly name: string;
  readonly ownerName: string;
  readonly expiresAt: Date;
  /** Whether the owner still has to agree. */
  readonly waits: boolean;
}

/** Makes an API token for a program. It gives no access before its owner has agreed, unless the owner makes it. */
@Injectable()
export class MakeToken {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly staff: StaffDirectory,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`, `input-invalid`, `not-found` when there is no such owner */
  async make(actor: Actor, { ownerId, ...wish }: MakeTokenCommand): Promise<MadeToken> {
    requireMakeTokens(actor);
    const now = this.clock.now();
    const { name, scopes, expiresAt } = requireWish(wish, now);
    const owner = await this.staff.person(ownerId);
    const [id, secret] = [newId(), newSecret()];
    const confirmedAt = owner.id === actor.id ? now : null;
    await this.uow.run(async (tx) => {
      await tx.insert(ApiTokenEntity, {
        id,
        name,
        hash: hashOfSecret(secret),
        scopes,
        ownerId: owner.id,
        expiresAt,
        confirmedAt,
        createdById: actor.id,
        createdByName: actor.name,
        createdAt: now,
        lastUsedAt: null,
        revokedAt: null,
        revokedByName: null,
      });
      await sealRecords(tx, SEALED_TOKEN, [id]);
      const detail = { name, ownerId: owner.id, scopes, expiresAt: expiresAt.toISOString() };
      await this.journal.record(tx, actor, { action: 'apiToken.make', objectKind: 'apiToken', objectId: id, detail });
    });
    return { id, secret, name, ownerName: owner.fullName, expiresAt, waits: confirmedAt === null };
  }
}
