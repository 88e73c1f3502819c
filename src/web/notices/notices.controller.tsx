import { Controller, Param, ParseIntPipe, Query } from '@nestjs/common';
import type { z } from 'zod';
import { ReadNotices } from '../../notices/index.js';
import { Allow, OwnAffairs } from '../../platform/http/access.js';
import { noticesView } from './notices.js';
import { NoticesPage } from './notices-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, olderThan } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { NoticesPageQuery } from './notices-page-query.js';
import { Act, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';

@Controller('thong-bao')
@Allow('signedIn')
@OwnAffairs()
export class NoticesController {
  constructor(
    private readonly frames: Frames,
    private readonly query: NoticesPageQuery,
    private readonly notices: ReadNotices,
  ) {}

  @Page('')
  async page(
    @CurrentVisit() visit: Visit,
    @Query(new FormPipe(olderThan)) { truoc }: z.infer<typeof olderThan>,
  ): Promise<string> {
    const view = noticesView(await this.query.read(visit.actor, truoc));
    return renderPage(<NoticesPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act(':seq/da-doc')
  async one(@CurrentVisit() { actor }: Visit, @Param('seq', ParseIntPipe) seq: number): Promise<Onward> {
    await this.notices.one(actor, seq);
    return { url: '/thong-bao' };
  }

  @Act('den/:seq/da-doc')
  async all(@CurrentVisit() { actor }: Visit, @Param('seq', ParseIntPipe) seq: number): Promise<Onward> {
    await this.notices.upTo(actor, seq);
    return { url: '/thong-bao' };
  }
}
