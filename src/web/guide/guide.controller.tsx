import { Controller, Param } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { FirstDays } from '../../organisation/index.js';
import { Allow, OwnAffairs } from '../../platform/http/access.js';
import { done } from '../account/flash-messages.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { AllPagesPage } from './all-pages-page.js';
import { GuidePage } from './guide-page.js';
import { guideFor } from './words/all.js';

/** How to work with the program, by one's own roles or those of the principal whom one stands in for; and the steps of one's own first day. */
@Controller()
@Allow('signedIn')
export class GuideController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly firstDays: FirstDays,
  ) {}

  @Page('huong-dan')
  own(@CurrentContext() context: RequestContext): Promise<string> {
    return this.draw(context, null);
  }

  @Page('huong-dan/:role')
  ofRole(@CurrentContext() context: RequestContext, @Param('role') address: string): Promise<string> {
    return this.draw(context, address);
  }

  @Page('cac-trang')
  async pages(@CurrentContext() context: RequestContext): Promise<string> {
    return renderPage(<AllPagesPage frame={await this.pageContext.of(context)} />);
  }

  /** Until the next sign-in. */
  @Act('bat-dau/de-sau')
  @OwnAffairs()
  later(@CurrentContext() { request }: RequestContext): RedirectTo {
    delete request.session.firstDay;
    return done(request, 'Phần Bắt đầu hiện lại ở lần đăng nhập sau.', '/');
  }

  @Act('bat-dau/khong-hien-nua')
  @OwnAffairs()
  async leave(@CurrentContext() { actor, request }: RequestContext): Promise<RedirectTo> {
    await this.firstDays.leave(actor);
    delete request.session.firstDay;
    return done(request, 'Phần Bắt đầu không hiện nữa. Xem lại ở trang Hướng dẫn.', '/');
  }

  @Act('bat-dau/mo-lai')
  @OwnAffairs()
  again(@CurrentContext() { request }: RequestContext): RedirectTo {
    request.session.firstDay = true;
    return { url: '/' };
  }

  private async draw(context: RequestContext, address: string | null): Promise<string> {
    const guide = guideFor(context.actor.roles, address);
    if (guide === null) throw new DomainError('not-found', { what: 'guide' });
    return renderPage(<GuidePage frame={await this.pageContext.of(context)} guide={guide} />);
  }
}
