import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../../kernel/domain-error.js';
import { Allow } from '../../platform/http/access.js';
import { DrawSample } from '../../supervision/index.js';
import { INSPECTORS, SUPERVISION_READERS } from '../../supervision/domain/policy.js';
import { sampleView, samplesView } from './inspection.js';
import { SAMPLES, supervisionView, watchedListView } from './supervision-view.js';
import { boardAddress, questionOf, watchedOf, type BoardAddress } from './supervision-address.js';
import { SamplePage, SamplesPage } from './inspection-pages.js';
import { renderPage } from '../kit/render-page.js';
import { SupervisionPage, WatchedListPage } from './supervision-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { Frames, type Visit } from '../kit/http/frames.js';
import { SupervisionPageQuery } from './supervision-page-query.js';
import { Act, CurrentVisit, Page, type Onward } from '../kit/http/routes.js';
import { leaveNotice, takeRefusedForm } from '../account/session-words.js';

const draw = boardAddress.extend({ size: z.coerce.number().catch(0), purpose: optional() });

/** The board of supervision, the lists behind its numbers, and samples drawn from them. */
@Controller('giam-sat')
@Allow(SUPERVISION_READERS)
export class SupervisionController {
  constructor(
    private readonly frames: Frames,
    private readonly query: SupervisionPageQuery,
    private readonly drawSample: DrawSample,
  ) {}

  @Page('')
  async board(@CurrentVisit() visit: Visit, @Query(new FormPipe(boardAddress)) asked: BoardAddress): Promise<string> {
    const view = supervisionView(await this.query.board(visit.actor, questionOf(asked, this.query.today())));
    return renderPage(<SupervisionPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Page('danh-sach')
  async list(@CurrentVisit() visit: Visit, @Query(new FormPipe(boardAddress)) asked: BoardAddress): Promise<string> {
    const today = this.query.today();
    const question = questionOf(asked, today);
    const reading = await this.query.list(visit.actor, question, required(watchedOf(asked.so)), asked.trang);
    const view = watchedListView(reading, takeRefusedForm(visit.request, SAMPLES), today);
    return renderPage(<WatchedListPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Page('mau')
  @Allow(INSPECTORS)
  async drawn(@CurrentVisit() visit: Visit): Promise<string> {
    const view = samplesView(await this.query.samples());
    return renderPage(<SamplesPage frame={await this.frames.of(visit)} view={view} />);
  }

  @Act('mau')
  @Allow(INSPECTORS)
  async draw(
    @CurrentVisit() { actor, request }: Visit,
    @Body(new FormPipe(draw)) { size, purpose, ...asked }: z.infer<typeof draw>,
  ): Promise<Onward> {
    const question = questionOf(asked, this.query.today());
    const id = await this.drawSample.draw(actor, { question, what: required(watchedOf(asked.so)), size, purpose });
    leaveNotice(request, 'done', 'Đã rút mẫu.');
    return { url: `${SAMPLES}/${id}` };
  }

  @Page('mau/:id')
  @Allow(INSPECTORS)
  async sample(@CurrentVisit() visit: Visit, @Param('id') id: string): Promise<string> {
    const view = sampleView(await this.query.sample(visit.actor, id));
    return renderPage(<SamplePage frame={await this.frames.of(visit)} view={view} />);
  }
}

function required<T>(value: T | null): T {
  if (value === null) throw new DomainError('not-found', { what: 'page' });
  return value;
}
