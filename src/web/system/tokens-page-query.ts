import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import { mayMakeTokens } from '../../tokens/domain/policy.js';
import { TokenList } from '../../tokens/index.js';
import type { TokensReading } from './tokens-view.js';

/** Reads the tokens that somebody may see. */
@Injectable()
export class TokensPageQuery {
  constructor(
    private readonly list: TokenList,
    private readonly names: NameQueries,
    private readonly staff: StaffDirectory,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<TokensReading> {
    const tokens = await this.list.of(actor);
    const [owners, people] = await Promise.all([
      this.names.people(tokens.map(({ ownerId }) => ownerId)),
      mayMakeTokens(actor) ? this.staff.people() : [],
    ]);
    const names = new Map([...owners].map(([id, { fullName }]) => [id, fullName]));
    return { actor, tokens, names, people, now: this.clock.now() };
  }
}
