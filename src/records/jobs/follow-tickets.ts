import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Log } from '../../platform/telemetry/log.js';
import { TicketTouches, type Touch } from '../../tickets/index.js';
import { settledUpTo } from '../../tickets/domain/settled-touches.js';
import { CountPages } from '../application/count-pages.js';
import { GatherPapers } from '../application/gather-papers.js';
import { PaperReader } from '../application/paper-reader.js';
import { RecordQueries } from '../persistence/record-queries.js';
import { RecordWatchEntity } from '../persistence/records.entities.js';
import { GATHER_PAPERS } from './jobs.js';

/** Lines of courses that one turn follows; after a long stop the rest comes with the next turns. */
const BATCH = 500;
const WATCH = { id: 1 };

/**
 * Each minute: takes into the files of tickets what was done since the last turn. It goes by the lines of the courses, so that nothing in the life
 * of a ticket need know of files, and what was there before there were files gets its own.
 */
@Injectable()
export class FollowTickets implements JobHandler<typeof GATHER_PAPERS> {
  readonly job = GATHER_PAPERS;

  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly database: Database,
    private readonly touches: TicketTouches,
    private readonly gatherPapers: GatherPapers,
    private readonly queries: RecordQueries,
    private readonly reader: PaperReader,
    private readonly pages: CountPages,
    private readonly outbox: Outbox,
    private readonly log: Log,
  ) {}

  /** @returns how many tickets were looked at */
  async run(): Promise<number> {
    const from = (await this.database.reader.manager.findOneBy(RecordWatchEntity, WATCH))?.seq ?? 0;
    const touches = await this.touches.since(from, BATCH);
    const tickets = [...new Set(touches.map(({ ticketId }) => ticketId))];
    for (const ticketId of tickets) await this.follow(ticketId, touches.at(-1)?.seq ?? from);
    await this.advance(from, touches);
    return tickets.length;
  }

  /** What could not be gathered in its turn. */
  async handle({ ticketId }: PayloadOf<typeof GATHER_PAPERS>): Promise<void> {
    const { ticket } = await this.gatherPapers.gather(ticketId);
    const file = await this.queries.ofTicket(ticketId);
    const papers = await this.reader.of(SYSTEM, ticket, file === null ? [] : await this.queries.papersIn(file.id));
    await this.pages.count(papers.flatMap(({ files }) => files));
  }

  /** One ticket; whatever goes wrong with it, the next one gets its turn, and its gathering is enqueued for later. */
  private async follow(ticketId: string, upTo: number): Promise<void> {
    try {
      await this.handle({ ticketId });
    } catch (error) {
      this.log.warn('file.not-gathered', { ticketId, error });
      await this.uow.run((tx) => this.outbox.enqueue(tx, GATHER_PAPERS.of({ ticketId }, upTo)));
    }
  }

  private async advance(from: number, touches: readonly Touch[]): Promise<void> {
    const seq = settledUpTo(from, touches, this.clock.now());
    if (seq === from) return;
    await this.uow.run(async (tx) => {
      const { affected } = await tx.update(RecordWatchEntity, WATCH, { seq });
      if (affected !== 1) await tx.insert(RecordWatchEntity, { ...WATCH, seq });
    });
  }
}
