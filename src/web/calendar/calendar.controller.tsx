import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { ConfirmCalendar, ProposeCalendar, ProposeFromFeed, ProposeShippedCalendar } from '../../calendar/index.js';
import { Allow } from '../../platform/http/access.js';
import { AskAgain } from '../../platform/http/ask-again.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { calendarView, proposalView } from './calendar-view.js';
import { CalendarPage } from './calendar-page.js';
import { CalendarProposalPage } from './calendar-proposal-page.js';
import { renderPage } from '../kit/render-page.js';
import {
  againstForm,
  type AgainstForm,
  type AskedChange,
  bringingFile,
  dayPipe,
  fetching,
  hoursPipe,
} from './calendar-forms.js';
import type { Posted } from '../kit/form/posted-form.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { CalendarPageQuery } from './calendar-page-query.js';
import { Act, CurrentContext, type RedirectTo, Page } from '../kit/http/routes.js';
import { done, takeRefusedAct } from '../account/flash-messages.js';

const number = (least: number, most: number): z.ZodType<number | null> =>
  z.coerce.number().int().min(least).max(most).nullable().catch(null).default(null);

const address = z.object({ nam: number(2000, 2999), ban: number(1, 1_000_000) });

/** Who may change the calendar is asked by the use cases; everybody may read it. */
@Controller()
@Allow('signedIn')
export class CalendarController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly calendar: CalendarPageQuery,
    private readonly proposeCalendar: ProposeCalendar,
    private readonly feed: ProposeFromFeed,
    private readonly proposeShippedCalendar: ProposeShippedCalendar,
    private readonly confirm: ConfirmCalendar,
  ) {}

  @Page('lich-lam-viec')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(address)) { nam, ban }: z.infer<typeof address>,
  ): Promise<string> {
    const refused = takeRefusedAct(context.request, '/lich-lam-viec');
    const view = calendarView(await this.calendar.read(context.actor, ban), nam, refused);
    return renderPage(<CalendarPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page('lich-lam-viec/de-nghi/:id')
  async proposal(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const view = proposalView(await this.calendar.proposal(context.actor, id));
    return renderPage(<CalendarProposalPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('lich-lam-viec/tep')
  @TakesFiles()
  async file(
    @CurrentContext() { actor }: RequestContext,
    @Body(bringingFile.pipe) { file, ...origin }: Posted<typeof bringingFile>,
  ): Promise<RedirectTo> {
    return toProposal(
      await this.proposeCalendar.fromFile(actor, { ...origin, name: file.name, content: file.content }),
    );
  }

  @Act('lich-lam-viec/dia-chi')
  async address(
    @CurrentContext() { actor }: RequestContext,
    @Body(fetching.pipe) asked: Posted<typeof fetching>,
  ): Promise<RedirectTo> {
    return toProposal(await this.feed.fromAddress(actor, asked));
  }

  @Act('lich-lam-viec/ngay')
  async day(@CurrentContext() { actor }: RequestContext, @Body(dayPipe) asked: AskedChange): Promise<RedirectTo> {
    return toProposal(await this.proposeCalendar.propose(actor, asked));
  }

  @Act('lich-lam-viec/gio')
  async hours(@CurrentContext() { actor }: RequestContext, @Body(hoursPipe) asked: AskedChange): Promise<RedirectTo> {
    return toProposal(await this.proposeCalendar.propose(actor, asked));
  }

  @Act('lich-lam-viec/di-kem')
  async shipped(@CurrentContext() { actor }: RequestContext): Promise<RedirectTo> {
    return toProposal(await this.proposeShippedCalendar.propose(actor));
  }

  @Act('lich-lam-viec/de-nghi/:id/xac-nhan')
  @AskAgain()
  async confirmed(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') proposalId: string,
    @Body(new FormPipe(againstForm)) { against }: AgainstForm,
  ): Promise<RedirectTo> {
    const version = await this.confirm.confirm(actor, { proposalId, against });
    return done(request, `Bản lịch ${version} đang dùng.`, '/lich-lam-viec');
  }

  @Act('lich-lam-viec/de-nghi/:id/bo')
  async dropped(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') proposalId: string,
  ): Promise<RedirectTo> {
    await this.confirm.drop(actor, proposalId);
    return done(request, 'Đã bỏ đề nghị.', '/lich-lam-viec');
  }
}

function toProposal(id: string): RedirectTo {
  return { url: `/lich-lam-viec/de-nghi/${id}` };
}
