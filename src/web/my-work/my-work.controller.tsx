import { Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { myWorkView } from './my-work-view.js';
import { MyWorkPage } from './my-work-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
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
    return renderPage(<MyWorkPage frame={frame} view={{ ...myWorkView(reading, today), warnings }} />);
  }
}
