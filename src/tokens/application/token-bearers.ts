import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory } from '../../organisation/index.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Scope } from '../domain/scopes.js';
import { hashOfSecret, standingOf } from '../domain/token.js';
import { ApiTokenEntity } from '../persistence/api-token.entity.js';

/** A program that called with a live token. */
export interface TokenBearer {
  readonly tokenId: string;
  /** The owner as they are now; the name says which program acts. */
  readonly actor: Actor;
  readonly scopes: readonly Scope[];
}

const USE_NOTED_EVERY_MS = 60_000;
const MAX_ACTOR_NAME_LENGTH = 100;

/** Finds out who calls with a secret. */
@Injectable()
export class TokenBearers {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly staff: StaffDirectory,
  ) {}

  /** @returns null for a secret that gives no access: unknown, not agreed to, expired, revoked, or of somebody who has left */
  async find(secret: string): Promise<TokenBearer | null> {
    const tokens = this.database.reader.getRepository(ApiTokenEntity);
    const token = await tokens.findOneBy({ hash: hashOfSecret(secret) });
    const now = this.clock.now();
    if (!token || standingOf(token, now) !== 'live') return null;
    const owner = await this.ownerOf(token);
    if (!owner) return null;
    await this.noteUse(token, now);
    const name = `${owner.name} (${token.name})`.slice(0, MAX_ACTOR_NAME_LENGTH);
    return { tokenId: token.id, actor: { ...owner, name }, scopes: token.scopes };
  }

  private async ownerOf({ ownerId }: ApiTokenEntity): Promise<Actor | null> {
    try {
      return (await this.staff.person(ownerId)).actor;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'not-found') return null;
      throw error;
    }
  }

  private async noteUse({ id, lastUsedAt }: ApiTokenEntity, now: Date): Promise<void> {
    if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < USE_NOTED_EVERY_MS) return;
    await this.uow.run((tx) => tx.update(ApiTokenEntity, { id }, { lastUsedAt: now }));
  }
}
