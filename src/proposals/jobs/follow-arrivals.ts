import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TicketTouches, type Touch } from '../../tickets/index.js';
import { settledUpTo } from '../../tickets/domain/settled-touches.js';
import { standingLines } from '../../tickets/domain/undo.js';
import { MakeProposals } from '../application/make-proposals.js';
import { RecordDecisions } from '../application/record-decisions.js';
import { ProposalWatchEntity } from '../persistence/proposal.entities.js';

/** Lines of courses that one turn follows; after a long stop the rest comes with the next turns. */
const BATCH = 300;
const WATCH = { id: 1 };
/** Of tickets that were there before proposals were made, so many lines are gone by. */
const LOOKED_BACK = 2_000;
const CLASSIFIED = 'classified';
/** Lines by which it is decided where a ticket goes. */
const DECISIONS: readonly string[] = ['assigned', 'returned'];

/**
 * Goes by the lines of the courses, so that nothing in the life of a ticket need know of proposals: makes one for what arrived, and notes what was decided.
 * Each worker goes by itself, for one look at what is new costs less than claiming a turn; what another has done already is done once.
 */
@Injectable()
export class FollowArrivals {
  /** Up to which line this process has followed; null until it has looked. */
  private followed: number | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly database: Database,
    private readonly touches: TicketTouches,
    private readonly makeProposals: MakeProposals,
    private readonly recordDecisions: RecordDecisions,
  ) {}

  /** @returns how many proposals were made */
  async run(): Promise<number> {
    const from = (this.followed ??= await this.begin());
    const touches = await this.touches.since(from, BATCH);
    if (touches.length === 0) return 0;
    const made = await this.makeProposals.make([...new Set(touches.map(({ ticketId }) => ticketId))]);
    await this.makeProposals.remake(touches.filter(({ kind }) => kind === CLASSIFIED).map(({ ticketId }) => ticketId));
    const standing = standingLines(touches, this.clock.now());
    await this.recordDecisions.record(standing.filter(({ kind }) => DECISIONS.includes(kind)));
    await this.advance(from, touches);
    return made;
  }

  private async begin(): Promise<number> {
    const watch = await this.database.reader.manager.findOneBy(ProposalWatchEntity, WATCH);
    return watch?.seq ?? Math.max(0, (await this.touches.last()) - LOOKED_BACK);
  }

  private async advance(from: number, touches: readonly Touch[]): Promise<void> {
    const seq = settledUpTo(from, touches, this.clock.now());
    if (seq === from) return;
    this.followed = seq;
    await this.uow.run(async (tx) => {
      const watch = await tx.findOneBy(ProposalWatchEntity, WATCH);
      if (watch === null) await tx.insert(ProposalWatchEntity, { ...WATCH, seq });
      else await tx.update(ProposalWatchEntity, { ...WATCH, seq: LessThan(seq) }, { seq });
    });
  }
}
