import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { CATEGORIES, LEVELS } from '../../law/index.js';
import { Allow } from '../../platform/http/access.js';
import { MergeTicket, SplitTicket } from '../../tickets/index.js';
import { MAX_MATTERS, type Matter } from '../../tickets/domain/split.js';
import { merging, splitPageView } from './ticket-merge-view.js';
import { renderPage } from '../kit/render-page.js';
import { SplitPage } from '../intake/split-page.js';
import { FormPipe, optional, seenVersion } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { PresentDay } from '../kit/http/present-day.js';
import { SplitPageQuery } from '../intake/split-page-query.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';

const PLACES = Array.from({ length: MAX_MATTERS - 1 }, (_, index) => String(index + 2));

const splitting = z
  .object({ seen: seenVersion() })
  .catchall(z.string())
  .transform(({ seen, ...fields }) => ({ seen, further: PLACES.flatMap((place) => matterAt(fields, place)) }));

const level = z.enum(LEVELS).catch('normal');
const category = z.enum(CATEGORIES).catch('other');

/** The matter at one place of the form; none where its subject is empty. */
function matterAt(fields: Readonly<Record<string, unknown>>, place: string): readonly Matter[] {
  const text = (name: string): string =>
    optional()
      .catch('')
      .parse(fields[name + place]);
  if (text('subject').trim() === '') return [];
  return [
    {
      subject: text('subject'),
      words: text('words').replaceAll('\r\n', '\n'),
      category: category.parse(text('category')),
      level: level.parse(text('level')),
    },
  ];
}

/** What a ticket has to do with others: several matters in one, or one matter in several. */
@Controller()
@Allow(STAFF)
export class TicketMergeController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly day: PresentDay,
    private readonly query: SplitPageQuery,
    private readonly splitTicket: SplitTicket,
    private readonly mergeTicket: MergeTicket,
  ) {}

  @Page('phieu/:id/tach')
  async splitPage(@CurrentContext() context: RequestContext, @Param('id') id: string): Promise<string> {
    const { now } = await this.day.now();
    const reading = await this.query.read(context.actor, id, now);
    const refused = takeRefusedForm(context.request, `/phieu/${id}/tach`);
    const frame = await this.pageContext.of(context);
    return renderPage(<SplitPage frame={frame} view={splitPageView(reading, refused)} />);
  }

  @Act('phieu/:id/tach')
  async split(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') ticketId: string,
    @Body(new FormPipe(splitting)) { further, seen }: z.infer<typeof splitting>,
  ): Promise<RedirectTo> {
    const parts = await this.splitTicket.split(actor, { ticketId, further, ...seen });
    return done(request, `Đã tách ra ${parts.map(({ code }) => code).join(', ')}.`, `/phieu/${ticketId}`);
  }

  /** Leads to the ticket that goes on. */
  @Act('phieu/:id/gop')
  async merge(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('id') ticketId: string,
    @Body(merging.pipe) { seen, ...form }: Posted<typeof merging>,
  ): Promise<RedirectTo> {
    const into = await this.mergeTicket.merge(actor, { ticketId, ...form, ...seen });
    return done(request, 'Đã gộp phiếu; người phản ánh ở cả hai phiếu cùng nhận kết quả.', `/phieu/${into}`);
  }
}
