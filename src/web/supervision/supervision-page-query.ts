import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf, DAY_MS, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import { ProposalQueries } from '../../proposals/index.js';
import { FileStore } from '../../platform/files/file-store.js';
import { SupervisionBoard, SupervisionQueries, type BoardQuestion } from '../../supervision/index.js';
import { isAsDrawn } from '../../supervision/domain/draw.js';
import { DIRECTORS, INSPECTORS } from '../../supervision/domain/policy.js';
import { placeOf, TicketListReader, TicketReader, WorkQueries } from '../../tickets/index.js';
import { manyActsOf } from '../many-tickets/many-acts.js';
import type { Watched } from '../../tickets/domain/deadlines/watched.js';
import type { BoardReading, WatchedListReading } from './supervision-view.js';
import type { KeptFile } from '../ticket-files/kept-files.js';
import { PresentDay } from '../kit/http/present-day.js';
import { readCursor, writeCursor } from '../my-work/work-page-query.js';
import type { Names } from '../kit/names.js';

const PAGE = 50;
/** Months of the table that says how often proposals were right. */
const HITS_SHOWN_MS = 92 * DAY_MS;

/** Reads the board, the lists behind its numbers, samples, and what supervision knows of one ticket. */
@Injectable()
export class SupervisionPageQuery {
  constructor(
    private readonly supervision: SupervisionBoard,
    private readonly queries: SupervisionQueries,
    private readonly tickets: TicketReader,
    private readonly lists: TicketListReader,
    private readonly work: WorkQueries,
    private readonly staff: StaffDirectory,
    private readonly names: NameQueries,
    private readonly files: FileStore,
    private readonly presentDay: PresentDay,
    private readonly clock: Clock,
    private readonly proposals: ProposalQueries,
  ) {}

  today(): CivilDate {
    return civilDateOf(this.clock.now());
  }

  async board(actor: Actor, question: BoardQuestion): Promise<BoardReading> {
    const today = this.today();
    const [board, trends, units, openDirectives, overdueDirectives, proposedLetters, hits] = await Promise.all([
      this.supervision.read(actor, question),
      this.supervision.trends(actor, question),
      this.staff.handlingUnits(),
      this.queries.directiveCount('every', 'open'),
      this.queries.overdueDirectives('every', today),
      this.queries.proposedLetters(),
      this.proposals.hitsSince(new Date(this.clock.now().getTime() - HITS_SHOWN_MS)),
    ]);
    const unitNames = await this.names.units([...board.units.keys(), ...hits.map(({ unitId }) => unitId)]);
    return {
      question,
      board,
      trends,
      units,
      unitNames,
      openDirectives,
      overdueDirectives,
      proposedLetters,
      hits,
      mayInspect: hasRole(actor, ...INSPECTORS),
      mayDirect: hasRole(actor, ...DIRECTORS),
      today,
    };
  }

  async list(actor: Actor, question: BoardQuestion, what: Watched, place: string): Promise<WatchedListReading> {
    const filter = await this.supervision.filterOf(question, what);
    const after = readCursor(place);
    const [found, total, today] = await Promise.all([
      this.supervision.page(actor, filter, { after, size: PAGE + 1 }),
      this.supervision.count(actor, filter),
      this.presentDay.now(),
    ]);
    const rows = found.slice(0, PAGE);
    const [first] = rows;
    const last = found.length > PAGE ? rows.at(-1) : undefined;
    const before = after === null || !first ? 0 : await this.lists.countBefore(actor, filter, first);
    const [units, pausedUntil] = await Promise.all([
      this.names.units([...rows.map(({ leadUnitId }) => leadUnitId), question.unitId ?? null]),
      this.work.pausedUntil(rows.filter(({ pausedAt }) => pausedAt !== null).map(({ id }) => id)),
    ]);
    return {
      question,
      what,
      rows,
      total,
      before,
      today,
      pausedUntil,
      names: { units, people: new Map() },
      cursor: last === undefined ? null : writeCursor(placeOf(filter, last)),
      mayInspect: hasRole(actor, ...INSPECTORS),
      manyActs: manyActsOf(actor),
    };
  }

  async samples() {
    const samples = await this.queries.samples();
    const units = await this.names.units(samples.map(({ drawnFrom }) => drawnFrom.unitId ?? null));
    return { samples, units };
  }

  /** @throws DomainError `not-found` */
  async sample(actor: Actor, id: string) {
    const sample = await this.queries.sample(id);
    if (!sample) throw new DomainError('not-found', { what: 'inspectionSample' });
    const [rows, noted, today] = await Promise.all([
      this.lists.page(actor, { ids: sample.chosen }, null, sample.chosen.length),
      this.queries.notedIn(id),
      this.presentDay.now(),
    ]);
    const units = await this.names.units([
      ...rows.map(({ leadUnitId }) => leadUnitId),
      sample.drawnFrom.unitId ?? null,
    ]);
    const asDrawn = isAsDrawn(sample, sample.populationSha256);
    const names: Names = { units, people: new Map() };
    return { sample, rows, noted, today, asDrawn, names };
  }

  /** @param sampleId the sample from which somebody comes; null from elsewhere @throws DomainError `not-found` */
  async ticket(actor: Actor, id: string, sampleId: string | null) {
    const ticket = await this.tickets.one(actor, id);
    const [notes, directives, offered, sample] = await Promise.all([
      this.queries.notesOf(ticket.id),
      this.queries.directivesAbout(ticket.id),
      this.staff.handlingUnits(),
      sampleId === null ? null : this.queries.sample(sampleId),
    ]);
    const units = await this.names.units([ticket.leadUnitId, ...directives.map(({ unitId }) => unitId)]);
    return {
      ticket,
      notes,
      directives,
      offered,
      units,
      today: await this.presentDay.now(),
      sampleId: sample?.chosen.includes(ticket.id) === true ? sample.id : null,
      mayInspect: hasRole(actor, ...INSPECTORS),
      mayDirect: hasRole(actor, ...DIRECTORS),
    };
  }

  /** A file that proves what was found. @throws DomainError `not-found` */
  async file(id: string): Promise<KeptFile> {
    const file = await this.queries.file(id);
    if (!file) throw new DomainError('not-found', { what: 'file' });
    return { content: await this.files.get(file.sha256), name: file.name, type: file.mediaType };
  }
}

export type SampleReading = Awaited<ReturnType<SupervisionPageQuery['sample']>>;

export type SamplesReading = Awaited<ReturnType<SupervisionPageQuery['samples']>>;

export type WatchedTicketReading = Awaited<ReturnType<SupervisionPageQuery['ticket']>>;
