import { Controller, Get, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { TicketListExport, type ListWords } from '../../tickets/index.js';
import { asksSomething } from '../../tickets/domain/search/search-question.js';
import { ticketPill, type Today } from '../deadlines/ticket-deadline.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PresentDay } from '../kit/http/present-day.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { fullDay } from '../kit/words/time.js';
import { download, XLSX } from '../ticket-files/file-answer.js';
import { channelWords } from '../tickets/ticket-words.js';
import { readSearchForm, searchAddress, type SearchAddress } from './search-form-view.js';
import { readOrder } from './search-order.js';
import { WorkPageQuery } from './work-page-query.js';

const address = z.object({ 'danh-sach': z.string().max(200).catch('') });

/** Lists of tickets as workbooks, as the person who asks sees them. */
@Controller()
@Allow('signedIn')
export class ListSheetsController {
  constructor(
    private readonly day: PresentDay,
    private readonly work: WorkPageQuery,
    private readonly sheets: TicketListExport,
  ) {}

  @Get('viec-cua-toi.xlsx')
  async list(
    @CurrentActor() actor: Actor,
    @Query(new FormPipe(address)) { 'danh-sach': code }: z.infer<typeof address>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const today = await this.day.now();
    const { base: name, filter } = await this.work.list(actor, code, today);
    const content = await this.sheets.list(actor, { name, filter }, wordsOn(today));
    return download(reply, { content, name: `${name}-${civilDateOf(today.now)}.xlsx`, type: XLSX });
  }

  @Get('tim-kiem.xlsx')
  async search(
    @CurrentActor() actor: Actor,
    @Query(new FormPipe(searchAddress)) asked: SearchAddress,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const today = await this.day.now();
    const { question, errors } = readSearchForm(asked);
    const [error] = errors;
    if (error !== undefined) throw new DomainError('input-invalid', { field: error.field, message: error.text });
    if (!asksSomething(question)) {
      throw new DomainError('input-invalid', { field: 'tim', message: 'Nhập ít nhất một điều kiện tìm.' });
    }
    const content = await this.sheets.found(actor, { question, order: readOrder(asked.xep) }, wordsOn(today));
    return download(reply, { content, name: `tim-kiem-${civilDateOf(today.now)}.xlsx`, type: XLSX });
  }
}

function wordsOn(today: Today): ListWords {
  return {
    state: ({ state }) => ticketStateLabel(state),
    channel: ({ channel }) => channelWords(channel),
    deadline: (row) => ticketPill(row, today).words,
    day: (moment) => fullDay(civilDateOf(moment)),
  };
}
