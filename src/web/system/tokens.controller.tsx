import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { Allow, OwnAffairs } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { TOKEN_MAKERS } from '../../tokens/domain/policy.js';
import { KeepTokens, MakeToken } from '../../tokens/index.js';
import { madeTokenView, TOKENS, tokensView } from './tokens.js';
import { renderPage } from '../kit/render-page.js';
import { MadeTokenPage, TokensPage } from './tokens-page.js';
import { FormPipe, lines, needed, optional } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { TokensPageQuery } from './tokens-page-query.js';
import { Act, Answer, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedForm } from '../account/session-words.js';

const wish = z.object({
  name: optional(),
  ownerId: needed('Chọn người chịu trách nhiệm.'),
  days: z.coerce.number('Ghi số ngày.').catch(0).default(0),
  scopes: lines(),
});

/** Everybody sees the programs that act in the own name; administrators make them and see all. */
@Controller('ma-truy-cap')
@Allow('signedIn')
@OwnAffairs()
export class TokensController {
  constructor(
    private readonly frames: Frames,
    private readonly tokens: TokensPageQuery,
    private readonly makeToken: MakeToken,
    private readonly keep: KeepTokens,
  ) {}

  @Page('')
  async page(@CurrentVisit() visit: Visit): Promise<string> {
    const refused = takeRefusedForm(visit.request, TOKENS);
    const view = tokensView(await this.tokens.read(visit.actor), refused);
    return renderPage(<TokensPage frame={await this.frames.of(visit)} view={view} />);
  }

  /** Answers with the page itself: an address under which a secret can be read again must not exist. */
  @Answer('')
  @Allow(TOKEN_MAKERS)
  @AskAgain()
  async make(@CurrentVisit() visit: Visit, @Body(new FormPipe(wish)) command: z.infer<typeof wish>): Promise<string> {
    const made = await this.makeToken.make(visit.actor, command);
    return renderPage(<MadeTokenPage frame={await this.frames.of(visit)} view={madeTokenView(made)} />);
  }

  @Act(':id/dong-y')
  @AskAgain()
  async confirm(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    await this.keep.confirm(actor, id);
    leaveNotice(request, 'done', 'Đã đồng ý; chương trình dùng được mã này.');
    return { url: TOKENS };
  }

  @Act(':id/thu-hoi')
  async revoke(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    await this.keep.revoke(actor, id);
    leaveNotice(request, 'done', 'Đã thu hồi mã; chương trình không vào được nữa.');
    return { url: TOKENS };
  }
}
