import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Journal, noteTampers, sealRecords } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { seesToken, tokenAbilities, type TokenAbilities } from '../domain/policy.js';
import { ApiTokenEntity } from '../persistence/api-token.entity.js';
import { SEALED_TOKEN } from '../persistence/sealed-tokens.js';

/** Lends a token the rights of its owner, and takes them away again. */
@Injectable()
export class KeepTokens {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see it; `forbidden`, `changed-meanwhile` */
  async confirm(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, 'confirm', { confirmedAt: this.clock.now() });
  }

  /** From now on the token gives no access. @throws DomainError as `confirm` does */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, 'revoke', { revokedAt: this.clock.now(), revokedByName: actor.name });
  }

  private async change(
    actor: Actor,
    id: string,
    ability: keyof TokenAbilities,
    change: Partial<ApiTokenEntity>,
  ): Promise<void> {
    await this.uow.run(async (tx) => {
      const token = await this.requireVisible(tx, actor, id);
      if (!tokenAbilities(actor, token, this.clock.now())[ability]) throw new DomainError('forbidden', { ability });
      await noteTampers(tx, SEALED_TOKEN, [id]);
      const { affected } = await tx.update(ApiTokenEntity, { id, revokedAt: IsNull() }, change);
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'apiToken' });
      await sealRecords(tx, SEALED_TOKEN, [id]);
      const detail = { name: token.name, ownerId: token.ownerId };
      const act = { action: `apiToken.${ability}`, objectKind: 'apiToken', objectId: id, detail } as const;
      await this.journal.record(tx, actor, act);
    });
  }

  private async requireVisible(tx: EntityManager, actor: Actor, id: string): Promise<ApiTokenEntity> {
    const token = await tx.findOneBy(ApiTokenEntity, { id });
    if (!token || !seesToken(actor, token)) throw new DomainError('not-found', { what: 'apiToken' });
    return token;
  }
}
