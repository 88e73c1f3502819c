import { Injectable } from '@nestjs/common';
import { writeXlsx } from '../../../files/index.js';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { inTurns, nextTurn, stepsOf } from '../../../kernel/turns.js';
import { NameQueries } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { TicketQuestion } from '../../domain/search/search-question.js';
import type { SearchOrder } from '../../persistence/search/ordered-search.js';
import { placeOf, type TicketCursor, type TicketFilter, type TicketRow } from '../../persistence/ticket-list.js';
import { TicketListReader } from './ticket-list-reader.js';

/** Words for people that the pages hold. */
export interface ListWords {
  readonly state: (row: TicketRow) => string;
  readonly channel: (row: TicketRow) => string;
  readonly deadline: (row: TicketRow) => string;
  readonly day: (moment: Date) => string;
}

interface SheetLine {
  readonly row: TicketRow;
  readonly unit: string;
}

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly text: (line: SheetLine, words: ListWords) => string;
}

/** What the list itself shows of a ticket: no sender, no words. */
const COLUMNS: readonly Column[] = [
  { heading: 'Mã phiếu', width: 21, text: ({ row }) => row.code },
  { heading: 'Ngày tiếp nhận', width: 12, text: ({ row }, { day }) => day(row.startedAt) },
  { heading: 'Nội dung', width: 50, text: ({ row }) => row.subject },
  { heading: 'Kênh tiếp nhận', width: 18, text: ({ row }, { channel }) => channel(row) },
  { heading: 'Đơn vị chủ trì', width: 26, text: ({ unit }) => unit },
  { heading: 'Tình trạng', width: 18, text: ({ row }, { state }) => state(row) },
  { heading: 'Diễn biến mới nhất', width: 30, text: ({ row }) => row.latest },
  { heading: 'Thời hạn giải quyết', width: 12, text: ({ row }, { day }) => day(row.dueAt) },
  { heading: 'Tình trạng thời hạn', width: 20, text: ({ row }, { deadline }) => deadline(row) },
];

/** Rows of one sheet: a longer list is narrowed first. */
const MOST_EXPORTED = 5000;
const AT_ONCE = 400;

/** A list as one person sees it, as a workbook: the same rows, in the same words. The journal records who took it out of the agency. */
@Injectable()
export class TicketListExport {
  constructor(
    private readonly lists: TicketListReader,
    private readonly names: NameQueries,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `input-invalid` when the list is too long for one sheet */
  async list(
    actor: Actor,
    { name, filter }: { readonly name: string; readonly filter: TicketFilter },
    words: ListWords,
  ): Promise<Buffer> {
    const rows: TicketRow[] = [];
    for (let after: TicketCursor | null = null; ;) {
      const page = await this.lists.page(actor, filter, after, AT_ONCE);
      rows.push(...page);
      if (rows.length > MOST_EXPORTED) throw tooLong('danh-sach');
      const last = page.at(-1);
      if (last === undefined || page.length < AT_ONCE) break;
      after = placeOf(filter, last);
      await nextTurn();
    }
    return this.written(actor, { name, rows }, words);
  }

  /** What a search found, in its order. @throws DomainError `input-invalid` when it found too much for one sheet, or is too wide to be gone through */
  async found(
    actor: Actor,
    { question, order }: { readonly question: TicketQuestion; readonly order: SearchOrder },
    words: ListWords,
  ): Promise<Buffer> {
    const places = await this.lists.everyPlace(actor, question, { order, most: MOST_EXPORTED });
    if (places === null) throw tooLong('tim');
    const rows: TicketRow[] = [];
    for (let from = 0; from < places.length; from += AT_ONCE) {
      rows.push(...(await this.lists.at(actor, places.slice(from, from + AT_ONCE))));
      await nextTurn();
    }
    // What was asked may name a citizen, and is no part of the record.
    return this.written(actor, { name: 'tim-kiem', rows }, words);
  }

  private async written(
    actor: Actor,
    { name, rows }: { readonly name: string; readonly rows: readonly TicketRow[] },
    words: ListWords,
  ): Promise<Buffer> {
    const units = await this.names.units(rows.map(({ leadUnitId }) => leadUnitId));
    await this.uow.run((tx) =>
      this.journal.record(tx, actor, {
        action: 'ticket.exportList',
        objectKind: 'ticket',
        objectId: name,
        detail: { rows: rows.length },
      }),
    );
    const lineOf = (row: TicketRow): SheetLine => ({ row, unit: units.get(row.leadUnitId ?? '') ?? '' });
    return writeXlsx({
      head: COLUMNS.map(({ heading }) => heading),
      rows: await inTurns(stepsOf(rows, (row) => COLUMNS.map(({ text }) => text(lineOf(row), words)))),
      widths: COLUMNS.map(({ width }) => width),
      wraps: 'all',
      landscape: true,
      sticksHead: true,
    });
  }
}

function tooLong(field: string): DomainError {
  return new DomainError('input-invalid', {
    field,
    message: `Danh sách có hơn ${MOST_EXPORTED.toLocaleString('vi-VN')} phiếu hoặc điều kiện tìm quá rộng; thêm điều kiện rồi xuất lại.`,
  });
}
