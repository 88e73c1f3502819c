import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { KeepTokens } from './application/keep-tokens.js';
import { MakeToken } from './application/make-token.js';
import { TokenBearers } from './application/token-bearers.js';
import { TokenList } from './application/token-list.js';

@Module({
  imports: [JournalModule, OrganisationModule],
  providers: [MakeToken, KeepTokens, TokenList, TokenBearers],
  exports: [MakeToken, KeepTokens, TokenList, TokenBearers],
})
export class TokensModule {}
