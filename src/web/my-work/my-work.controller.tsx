import { Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { faultsView } from './administrators-home.js';
import { myWorkView } from './my-work-view.js';
import { MyWorkPage, type MyWorkView } from './my-work-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { hasRole } from '../../kernel/actor.js';
import { ownGuide } from '../guide/words/all.js';
import { SafetyPageQuery } from '../system/safety-page-query.js';
import { CalendarPageQuery } from '../calendar/calendar-page-query.js';
import { PresentDay } from '../kit/http/present-day.js';
import { readCursor, WorkPageQuery } from './work-page-query.js';
import { CurrentContext, Page } from '../kit/http/routes.js';

const word = z.string().max(200).catch('');
const address = z.object({ 'danh-sach': word, phieu: word, trang: word });

@Controller()
@Allow('signedIn')
export class MyWorkController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly day: PresentDay,
    private readonly work: WorkPageQuery,
    private readonly calendar: CalendarPageQuery,
    private readonly safety: SafetyPageQuery,
  ) {}

  @Page('/')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(address)) { phieu, trang, 'danh-sach': list }: z.infer<typeof address>,
  ): Promise<string> {
    const today = await this.day.now();
    const request = { list, selected: phieu, cursor: readCursor(trang) };
    // Together: what both count is one statement.
    const [reading, frame] = await Promise.all([
      this.work.read(context.actor, request, today),
      this.pageContext.of(context),
    ]);
    const warnings = await this.calendar.toSeeTo(context.actor);
    const view = { ...myWorkView(reading, today), warnings, ...(await this.besides(context)) };
    return renderPage(<MyWorkPage frame={frame} view={view} />);
  }

  /** What stands above the work: the steps of the first day, and what an administrator has to see to. */
  private async besides({ actor, request }: RequestContext): Promise<Pick<MyWorkView, 'firstDay' | 'faults'>> {
    const isOwn = actor.onBehalfOf === undefined;
    return {
      firstDay: isOwn && request.session.firstDay === true ? ownGuide(actor.roles) : null,
      faults: isOwn && hasRole(actor, 'administrator') ? faultsView(await this.safety.read()) : null,
    };
  }
}
