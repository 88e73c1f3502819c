import { Body, Controller, Param } from '@nestjs/common';
import { Allow, OwnAffairs } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { TOKEN_MAKERS } from '../../tokens/domain/policy.js';
import { KeepTokens, MakeToken } from '../../tokens/index.js';
import { madeTokenView, making, TOKENS, tokensView } from './tokens-view.js';
import { renderPage } from '../kit/render-page.js';
import { MadeTokenPage, TokensPage } from './tokens-page.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { TokensPageQuery } from './tokens-page-query.js';
import { Act, Answer, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

/** Everybody sees the programs that act in the own name; administrators make them and see all. */
@Controller('ma-truy-cap')
@Allow('signedIn')
@OwnAffairs()
export class TokensController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly tokens: TokensPageQuery,
    private readonly makeToken: MakeToken,
    private readonly keep: KeepTokens,
  ) {}

  @Page('')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const refused = takeRefusedForm(context.request, TOKENS);
    const view = tokensView(await this.tokens.read(context.actor), refused);
    return renderPage(<TokensPage frame={await this.pageContext.of(context)} view={view} />);
  }

  /** Answers with the page instead of a redirect, since the secret must not be readable at a URL. */
  @Answer('')
  @Allow(TOKEN_MAKERS)
  @AskAgain()
  async make(
    @CurrentContext() context: RequestContext,
    @Body(making.pipe) command: Posted<typeof making>,
  ): Promise<string> {
    const made = await this.makeToken.make(context.actor, command);
    return renderPage(<MadeTokenPage frame={await this.pageContext.of(context)} view={madeTokenView(made)} />);
  }

  @Act(':id/dong-y')
  @AskAgain()
  async confirm(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.keep.confirm(actor, id);
    return done(request, 'Đã đồng ý; chương trình dùng được mã này.', TOKENS);
  }

  @Act(':id/thu-hoi')
  async revoke(@CurrentContext() { actor, request }: RequestContext, @Param('id') id: string): Promise<RedirectTo> {
    await this.keep.revoke(actor, id);
    return done(request, 'Đã thu hồi mã; chương trình không vào được nữa.', TOKENS);
  }
}
