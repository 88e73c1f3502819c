import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { DomainError } from '../../kernel/domain-error.js';
import { Allow } from '../../platform/http/access.js';
import { DrawSample } from '../../supervision/index.js';
import { INSPECTORS, SUPERVISION_READERS } from '../../supervision/domain/policy.js';
import { sampleView, samplesView } from './inspection.js';
import { drawing, SAMPLES, supervisionView, watchedListView } from './supervision-view.js';
import { boardAddress, questionOf, watchedOf, type BoardAddress } from './supervision-address.js';
import { SamplePage, SamplesPage } from './inspection-pages.js';
import { renderPage } from '../kit/render-page.js';
import { SupervisionPage } from './supervision-page.js';
import { WatchedListPage } from './watched-list-page.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { SupervisionPageQuery } from './supervision-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';

const draw = boardAddress.extend(drawing.schema.shape);

/** The board of supervision, the lists behind its numbers, and samples drawn from them. */
@Controller('giam-sat')
@Allow(SUPERVISION_READERS)
export class SupervisionController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: SupervisionPageQuery,
    private readonly drawSample: DrawSample,
  ) {}

  @Page('')
  async board(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(boardAddress)) asked: BoardAddress,
  ): Promise<string> {
    const view = supervisionView(await this.query.board(context.actor, questionOf(asked, this.query.today())));
    return renderPage(<SupervisionPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page('danh-sach')
  async list(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(boardAddress)) asked: BoardAddress,
  ): Promise<string> {
    const today = this.query.today();
    const question = questionOf(asked, today);
    const reading = await this.query.list(context.actor, question, required(watchedOf(asked.so)), asked.trang);
    const view = watchedListView(reading, takeRefusedForm(context.request, SAMPLES), today);
    return renderPage(<WatchedListPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Page('mau')
  @Allow(INSPECTORS)
  async drawn(@CurrentContext() context: RequestContext): Promise<string> {
    const view = samplesView(await this.query.samples());
    return renderPage(<SamplesPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('mau')
  @Allow(INSPECTORS)
  async draw(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(draw)) { size, purpose, ...asked }: z.infer<typeof draw>,
  ): Promise<RedirectTo> {
    const question = questionOf(asked, this.query.today());
    const id = await this.drawSample.draw(actor, { question, what: required(watchedOf(asked.so)), size, purpose });
    return done(request, 'Đã rút mẫu.', `${SAMPLES}/${id}`);
  }

  @Page('mau/:id')
  @Allow(INSPECTORS)
  async sample(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const view = sampleView(await this.query.sample(context.actor, id));
    return renderPage(<SamplePage frame={await this.pageContext.of(context)} view={view} />);
  }
}

function required<T>(value: T | null): T {
  if (value === null) throw new DomainError('not-found', { what: 'page' });
  return value;
}
