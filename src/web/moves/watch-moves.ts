import { AsyncResource } from 'node:async_hooks';
import type { Readable } from 'node:stream';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { NoticeQueries } from '../../notices/index.js';
import { Database } from '../../platform/database/database.js';
import { WrittenSince } from '../../platform/database/written-since.js';
import { ActorSource } from '../../platform/http/access.js';
import { Leaving } from '../../platform/leaving.js';
import { LiveSessions } from '../../platform/sessions/live-sessions.js';
import { Log } from '../../platform/telemetry/log.js';
import { TicketReader, TicketTouches, type Touch } from '../../tickets/index.js';
import { mayMoveListsOf } from '../../tickets/domain/deadlines/policy.js';
import { OpenPages, type Move, type OpenPage } from './open-pages.js';
import { goOn, placeAt, type PlaceInCourse } from './place-in-course.js';

/** What another process commits is seen so much later at most. */
const ASKED_EVERY_MS = 1_000;
/** What this process commits, so much: acts that come together are told together. */
const AFTER_COMMIT_MS = 100;
/** Where nobody has written, only a session can have come to its end. */
const ASKED_UNWRITTEN_MS = 30_000;
/** Ended sessions are looked for so far back: clocks of servers differ. */
const ENDED_WITHIN_MS = 60_000;
/** Rows that one look takes. Where a minute brings more, as an import does, the rest is told as soon as that minute is over. */
const BATCH = 2_000;

/** Up to where it was told. */
interface Told {
  readonly tickets: PlaceInCourse;
  readonly notices: PlaceInCourse;
}

/** What a page shows, as it says itself. */
export interface Shown {
  /** Empty where it shows none. */
  readonly ticketId: string;
  /** The last line of the ticket's course that it shows. */
  readonly line: number;
}

/**
 * Tells the pages that are being looked at that something has moved. What was committed, by whichever process, is found by the numbers of the rows that
 * every act leaves: one question a second for all pages, and none while nobody looks or, on SQLite, nobody writes.
 */
@Injectable()
export class WatchMoves implements BeforeApplicationShutdown {
  private readonly pages = new OpenPages();
  private readonly writtenSince: WrittenSince;
  private told: Promise<Told> | null = null;
  private askedAt = 0;
  private turn: NodeJS.Timeout | undefined;
  private soon: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private isWaiting = false;
  /** A look belongs to no request, although it begins where a page was opened, or where somebody has just written. */
  private readonly look = AsyncResource.bind(() => this.lookInTurn());
  private readonly lookSoon = AsyncResource.bind(() => this.lookAfterCommit());

  constructor(
    database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly sessions: LiveSessions,
    private readonly actors: ActorSource,
    private readonly notices: NoticeQueries,
    private readonly touches: TicketTouches,
    private readonly tickets: TicketReader,
    leaving: Leaving,
  ) {
    leaving.onLast(() => this.pages.close());
    this.writtenSince = new WrittenSince(database);
    database.onCommit(this.lookSoon);
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.soon);
    this.pages.close();
    this.rest();
  }

  /** @param sessionRow the row of the session @returns null where no more connections are kept */
  async open(actor: Actor, sessionRow: string, { ticketId: id, line }: Shown): Promise<Readable | null> {
    const ticketId = id !== '' && (await this.tickets.find(actor, id)) !== null ? id : null;
    const page = { actor, sessionRow, ticketId };
    // Nobody hears what came before.
    if (this.pages.isEmpty) this.told = null;
    const stream = this.pages.open(page);
    if (stream === null) return null;
    this.turn ??= setInterval(this.look, ASKED_EVERY_MS).unref();
    try {
      await this.standing();
      if (ticketId !== null) await this.tellIfBehind(page, ticketId, line);
      return stream;
    } catch (error) {
      stream.destroy();
      throw error;
    }
  }

  /** Up to where it was told; where nobody has looked yet, up to now. */
  private standing(): Promise<Told> {
    this.told ??= this.begin().catch((error: unknown) => {
      this.told = null;
      throw error;
    });
    return this.told;
  }

  private async begin(): Promise<Told> {
    const [tickets, notices] = await Promise.all([this.touches.last(), this.notices.last()]);
    return { tickets: placeAt(tickets), notices: placeAt(notices) };
  }

  /** The ticket may have moved while its page was on its way. */
  private async tellIfBehind(page: OpenPage, id: string, shown: number): Promise<void> {
    const line = await this.touches.lastOf(id);
    if (line > shown) this.pages.tell((one) => (one === page ? [{ kind: 'ticket', id, line }] : []));
  }

  private lookAfterCommit(): void {
    if (this.pages.isEmpty) return;
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      this.look();
    }, AFTER_COMMIT_MS).unref();
  }

  /** After the look under way, where there is one: a database that is slow for a minute has one look waiting, not sixty. */
  private lookInTurn(): void {
    if (this.pages.isEmpty) {
      this.rest();
      return;
    }
    if (this.isWaiting) return;
    this.isWaiting = true;
    this.looking = this.looking
      .then(() => {
        this.isWaiting = false;
        return this.lookIfWritten();
      })
      .catch((error: unknown) => this.log.warn('moves.not-told', { error }));
  }

  /** While nobody looks. What is told from then on begins with the next page. */
  private rest(): void {
    clearInterval(this.turn);
    this.turn = undefined;
    this.told = null;
  }

  private async lookIfWritten(): Promise<void> {
    const now = performance.now();
    if (now - this.askedAt < ASKED_UNWRITTEN_MS && !(await this.writtenSince.isPossible())) return;
    this.askedAt = now;
    await this.writtenSince.inAnyCase(() => this.tell());
  }

  private async tell(): Promise<void> {
    const standing = this.standing();
    const { tickets, notices } = await standing;
    const now = this.clock.now();
    const [touched, noticed, ended] = await Promise.all([
      this.touches.sinceIfAny(tickets.from, BATCH),
      this.notices.toldSince(notices.from, BATCH),
      this.sessions.endedSince(new Date(now.getTime() - ENDED_WITHIN_MS)),
    ]);
    const [moved, heard] = [goOn(tickets, touched, now), goOn(notices, noticed, now)];
    this.pages.endOf(ended);
    const readers = new Set(heard.fresh.map(({ staffId }) => staffId));
    const ofTickets = await this.ofTickets(moved.fresh);
    // All who looked have left meanwhile, and others have begun.
    if (this.told !== standing) return;
    this.told = Promise.resolve({ tickets: moved.place, notices: heard.place });
    this.pages.tell((page) => [
      ...(readers.has(page.actor.id) ? [{ kind: 'counts' as const }] : []),
      ...ofTickets(page),
    ]);
  }

  private async ofTickets(touches: readonly Touch[]): Promise<(page: OpenPage) => readonly Move[]> {
    if (touches.length === 0) return () => [];
    const lines = new Map(touches.map(({ ticketId, seq }) => [ticketId, seq]));
    const units = [...(await this.touches.unitsOf([...lines.keys()])).values()];
    const seen = new Map<OpenPage, Move>();
    for (const page of this.pages.all()) {
      const { ticketId: id } = page;
      const line = id === null ? undefined : lines.get(id);
      if (id !== null && line !== undefined && (await this.maySee(page.actor, id)))
        seen.set(page, { kind: 'ticket', id, line });
    }
    return (page) => [
      ...(units.some((ids) => mayMoveListsOf(page.actor, ids)) ? [{ kind: 'list' as const }] : []),
      ...[seen.get(page)].filter((move) => move !== undefined),
    ];
  }

  /** Judged anew: who looks may have lost the ticket, a role or the place of somebody else since the page was opened. */
  private async maySee({ id, onBehalfOf }: Actor, ticketId: string): Promise<boolean> {
    const person = await this.actors.find(id);
    const actor = person && onBehalfOf ? await this.actors.inPlaceOf(person, onBehalfOf.id) : person;
    return actor !== null && (await this.tickets.find(actor, ticketId)) !== null;
  }
}
