export { KeepTokens } from './application/keep-tokens.js';
export { MakeToken, type MadeToken, type MakeTokenCommand } from './application/make-token.js';
export { TokenBearers } from './application/token-bearers.js';
export { TokenList } from './application/token-list.js';
export { ApiTokenEntity } from './persistence/api-token.entity.js';
export { SEALED_TOKEN } from './persistence/sealed-tokens.js';
export { TokensModule } from './tokens.module.js';
