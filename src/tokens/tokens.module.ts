import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { KeepTokens } from './application/keep-tokens.js';
import { MakeToken } from './application/make-token.js';
import { TokenBearers } from './application/token-bearers.js';
import { TokenList } from './application/token-list.js';

/** What other features, pages and commands use. */
const EXPORTED = [MakeToken, KeepTokens, TokenList, TokenBearers];

@Module({
  imports: [JournalModule, OrganisationModule],
  providers: EXPORTED,
  exports: EXPORTED,
})
export class TokensModule {}
