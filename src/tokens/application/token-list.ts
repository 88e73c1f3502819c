import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { mayMakeTokens } from '../domain/policy.js';
import { ApiTokenEntity } from '../persistence/api-token.entity.js';

/** Tokens as those see them who may; never what they open with. */
@Injectable()
export class TokenList {
  constructor(private readonly database: Database) {}

  /** Newest first: all for administrators, for everybody else those in the own name. */
  of(actor: Actor): Promise<readonly Omit<ApiTokenEntity, 'hash'>[]> {
    return this.database.reader.getRepository(ApiTokenEntity).find({
      where: mayMakeTokens(actor) ? {} : { ownerId: actor.id },
      order: { createdAt: 'DESC', id: 'ASC' },
    });
  }
}
