import { Injectable } from '@nestjs/common';
import { HandlingReader } from '../../correspondence/index.js';
import type { Actor } from '../../kernel/actor.js';
import { addDays, civilDateOf, yearOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { NameQueries } from '../../organisation/index.js';
import { mayHold, mayTakeOver } from '../../records/domain/hand-over.js';
import { WARNED_DAYS_BEFORE } from '../../records/domain/retention.js';
import {
  type FilePlace,
  type RecordFileEntity,
  CountPages,
  mayPutInOrder,
  PaperReader,
  ReadExport,
  RecordFiles,
  RecordQueries,
} from '../../records/index.js';
import { TicketReader } from '../../tickets/index.js';
import type { RecordFileReading } from './record-file-reading.js';
import type { RecordFilesReading } from './record-files-view.js';
import type { FileList } from './record-files-view.js';
import type { RefusedAct } from '../kit/refused-values.js';

/** Reads files, each for those who see its ticket, or work in its unit. */
@Injectable()
export class RecordFilesPageQuery {
  constructor(
    private readonly files: RecordFiles,
    private readonly queries: RecordQueries,
    private readonly reader: PaperReader,
    private readonly pages: CountPages,
    private readonly contents: ReadExport,
    private readonly tickets: TicketReader,
    private readonly names: NameQueries,
    private readonly clock: Clock,
    private readonly handlings: HandlingReader,
  ) {}

  async list(
    actor: Actor,
    asked: { readonly list: FileList; readonly year: number | null; readonly after: string },
  ): Promise<RecordFilesReading> {
    const today = civilDateOf(this.clock.now());
    const year = asked.year ?? yearOf(today);
    const found = await this.found(actor, asked.list, { year, notation: asked.after, today });
    const tickets = await this.tickets.byIds(
      actor,
      found.flatMap(({ ticketId }) => ticketId ?? []),
    );
    const files = found.filter(({ ticketId }) => ticketId === null || tickets.some(({ id }) => id === ticketId));
    const units = await this.names.units(files.map(({ unitId }) => unitId));
    return { ...asked, year, today, files, tickets, units, found: found.length, last: found.at(-1)?.notation ?? null };
  }

  private found(
    actor: Actor,
    list: FileList,
    { today, ...place }: FilePlace & { readonly today: CivilDate },
  ): Promise<RecordFileEntity[]> {
    if (list === 'toHandOver') return this.queries.toHandOver(actor, addDays(today, WARNED_DAYS_BEFORE));
    if (list === 'pastRetention') return this.queries.pastRetention(actor, today);
    return this.queries.page(actor, list, place);
  }

  /** @throws DomainError `not-found`, also for those who may not see it */
  async one(actor: Actor, id: string, refused: RefusedAct | null): Promise<RecordFileReading> {
    const { file, ticket } = await this.files.requireVisible(actor, id);
    const lines = await this.queries.papersIn(id, true);
    const papers = await this.reader.of(actor, ticket, lines);
    const [pages, alsoIn, people, units] = await Promise.all([
      this.pages.known(papers.flatMap(({ files }) => files.map(({ sha256 }) => sha256))),
      this.queries.alsoIn(
        id,
        lines.map(({ sourceId }) => sourceId),
      ),
      this.names.people([file.closedById, ticket?.officerId ?? null, ...lines.map(({ removedById }) => removedById)]),
      this.names.units([file.unitId]),
    ]);
    const may = { keep: mayPutInOrder(actor, { file, ticket }), takeOver: mayTakeOver(actor), hold: mayHold(actor) };
    const contents = await this.contents.ofRead(actor, { file, ticket }, papers);
    const exported = contents && { flaws: contents.flaws, latest: await this.queries.latestExport(id) };
    const handled = this.handlings.ofLines(papers.flatMap(({ incoming }) => incoming ?? []));
    return { file, ticket, papers, handled, pages, alsoIn, names: { people, units }, may, exported, refused };
  }
}
