import { Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { SyncAgencies } from '../../exchange/index.js';
import { Allow } from '../../platform/http/access.js';
import { AGENCIES, agenciesView } from './agencies.js';
import { AgenciesPage } from './agencies-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { AgenciesPageQuery } from './agencies-page-query.js';
import { Act, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';
import { leaveNotice } from '../account/session-words.js';

const LONGEST_QUESTION = 200;
const question = z.object({ tim: optional() });

/** The directory of agencies with which the agency exchanges messages. */
@Controller('trao-doi/co-quan')
@Allow(['registryClerk', 'administrator', 'leader', 'supervisor', 'formatChecker'])
export class AgenciesController {
  constructor(
    private readonly frames: Frames,
    private readonly agencies: AgenciesPageQuery,
    private readonly sync: SyncAgencies,
  ) {}

  @Page('')
  async page(
    @CurrentVisit() visit: Visit,
    @Query(new FormPipe(question)) { tim }: z.infer<typeof question>,
  ): Promise<string> {
    const view = agenciesView(visit.actor, await this.agencies.read(tim.slice(0, LONGEST_QUESTION)));
    return renderPage(<AgenciesPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act('dong-bo')
  @Allow(['registryClerk', 'administrator'])
  async delta(@CurrentVisit() { actor, request }: Visit): Promise<Onward> {
    await this.sync.ask(actor, 'delta');
    leaveNotice(request, 'done', 'Lượt đồng bộ sẽ chạy trong vòng một phút.');
    return { url: AGENCIES };
  }

  @Act('dong-bo-toan-bo')
  @Allow(['registryClerk', 'administrator'])
  async whole(@CurrentVisit() { actor, request }: Visit): Promise<Onward> {
    await this.sync.ask(actor, 'whole');
    leaveNotice(request, 'done', 'Lượt đồng bộ toàn bộ sẽ chạy trong vòng một phút.');
    return { url: AGENCIES };
  }

  @Act(':id/ngung')
  @Allow(['registryClerk', 'administrator'])
  async end(@CurrentVisit() { actor, request }: Visit, @Param('id') id: string): Promise<Onward> {
    await this.sync.endUnseen(actor, id);
    leaveNotice(request, 'done', 'Đã cho ngừng các cơ quan không còn trong danh mục của e-office.');
    return { url: AGENCIES };
  }
}
