import { Controller, Get, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { civilDate, civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import type { Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import {
  COUNTED_RECEIVED,
  TICKET_COLUMNS,
  TicketRegisterExport,
  type RegisterPeriod,
  type RegisterWords,
} from '../../tickets/index.js';
import { channelWords } from './ticket-words.js';
import { pagesOf } from '../kit/pages.js';
import { renderPage } from '../kit/render-page.js';
import { TicketRegisterPage } from './ticket-register-page.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { fullDay } from '../kit/words/time.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { chosenDay } from '../kit/http/optional-day.js';
import { PresentDay } from '../kit/http/present-day.js';
import { CurrentContext, Page, REGISTRY_AND_WATCH } from '../kit/http/routes.js';
import { download, XLSX } from '../ticket-files/file-answer.js';

const address = z.object({ tu: chosenDay, den: chosenDay, sau: z.string().max(20).catch('').default('') });

type Address = z.infer<typeof address>;

const PAGE = 50;

const WORDS: RegisterWords = {
  state: ({ state }) => ticketStateLabel(state),
  channel: ({ channel }) => channelWords(channel),
};

/** The register of tickets, for those who see every unit's. */
@Controller()
@Allow(REGISTRY_AND_WATCH)
export class TicketRegisterController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly day: PresentDay,
    private readonly register: TicketRegisterExport,
  ) {}

  @Page('so-tiep-nhan')
  async page(@CurrentContext() context: RequestContext, @Query(new FormPipe(address)) asked: Address): Promise<string> {
    const period = await this.periodOf(asked);
    const [found, held] = await Promise.all([
      this.register.page(context.actor, period, { after: asked.sau, size: PAGE + 1 }),
      this.register.held(period, asked.sau),
    ]);
    const lines = found.slice(0, PAGE);
    const { from, to } = period;
    const query = `tu=${from}&den=${to}`;
    const last = found.length > PAGE ? lines.at(-1) : undefined;
    const view = {
      from,
      to,
      period: `Từ ${fullDay(from)} đến ${fullDay(to)}`,
      headings: TICKET_COLUMNS.map(({ heading }) => heading),
      rows: lines.map((line) => ({
        id: line.id,
        code: line.code,
        cells: TICKET_COLUMNS.map(({ text }) => text(line, WORDS)),
      })),
      exportHref: `/so-tiep-nhan.xlsx?${query}`,
      pages: pagesOf({
        ...held,
        most: COUNTED_RECEIVED,
        shown: lines.length,
        firstHref: `/so-tiep-nhan?${query}`,
        nextHref: last === undefined ? null : `/so-tiep-nhan?${query}&sau=${last.code}`,
      }),
    };
    return renderPage(<TicketRegisterPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get('so-tiep-nhan.xlsx')
  async sheet(
    @CurrentActor() actor: Actor,
    @Query(new FormPipe(address)) asked: Address,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const period = await this.periodOf(asked);
    const content = await this.register.xlsx(actor, period, WORDS);
    return download(reply, { content, name: `so-tiep-nhan-${period.from}-${period.to}.xlsx`, type: XLSX });
  }

  /** The month so far, where nothing else is asked. */
  private async periodOf({ tu, den }: Address): Promise<RegisterPeriod> {
    const today = civilDateOf((await this.day.now()).now);
    return { from: tu ?? firstOfMonth(den ?? today), to: den ?? today };
  }
}

function firstOfMonth(of: CivilDate): CivilDate {
  return civilDate(`${of.slice(0, 8)}01`);
}
