import { Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { myWorkView } from './my-work.js';
import { MyWorkPage } from './my-work-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { CalendarPageQuery } from '../calendar/calendar-page-query.js';
import { PresentDay } from '../kit/http/present-day.js';
import { readCursor, WorkPageQuery } from './work-page-query.js';
import { CurrentVisit, Page } from '../kit/http/routes.js';

const word = z.string().max(200).catch('');
const address = z.object({ 'danh-sach': word, phieu: word, trang: word });

@Controller()
@Allow('signedIn')
export class MyWorkController {
  constructor(
    private readonly frames: Frames,
    private readonly day: PresentDay,
    private readonly work: WorkPageQuery,
    private readonly calendar: CalendarPageQuery,
  ) {}

  @Page('/')
  async page(
    @CurrentVisit() visit: Visit,
    @Query(new FormPipe(address)) { phieu, trang, 'danh-sach': list }: z.infer<typeof address>,
  ): Promise<string> {
    const today = await this.day.now();
    const request = { list, selected: phieu, cursor: readCursor(trang) };
    const reading = await this.work.read(visit.actor, request, today);
    const frame = await this.frames.of(visit);
    const warnings = await this.calendar.toSeeTo(visit.actor);
    return renderPage(<MyWorkPage frame={frame} view={{ ...myWorkView(reading, today), warnings }} />);
  }
}
