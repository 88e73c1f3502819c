import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { NoticeQueries } from '../../notices/index.js';
import { Mailer } from '../../notices/ports/mailer.port.js';
import { StandIns } from '../../substitution/index.js';
import { TicketReader } from '../../tickets/index.js';
import type { NoticesReading } from './notices-view.js';

const PAGE = 50;

/** Reads one's notices, and which of their tickets one may still see. */
@Injectable()
export class NoticesPageQuery {
  constructor(
    private readonly notices: NoticeQueries,
    private readonly tickets: TicketReader,
    private readonly mailer: Mailer,
    private readonly standIns: StandIns,
  ) {}

  /** @param before number of the last notice of the page before; null for the first page */
  async read(actor: Actor, before: number | null): Promise<NoticesReading> {
    const [found, unread, quiet] = await Promise.all([
      this.notices.page(actor.id, before, PAGE + 1),
      this.notices.unread(actor.id),
      this.notices.quiet(actor.id),
    ]);
    const shown = found.slice(0, PAGE);
    return {
      notices: shown,
      unread,
      quiet,
      visible: await this.visible(
        actor,
        shown.flatMap(({ ticketId }) => ticketId ?? []),
      ),
      older: found.length > PAGE ? (shown.at(-1)?.seq ?? null) : null,
      isMailed: this.mailer.available,
      mail: hasRole(actor, 'administrator') ? await this.mail() : null,
    };
  }

  private async visible(actor: Actor, named: readonly string[]): Promise<NoticesReading['visible']> {
    const ids = [...new Set(named)];
    if (ids.length === 0) return new Map();
    const readers = [actor, ...(await this.standIns.of(actor)).map((one) => one.actor)];
    const rows = await Promise.all(readers.map((reader) => this.tickets.byIds(reader, ids)));
    // What this person reads masked stays so, whatever those read whom this person may stand in for.
    return new Map(rows.toReversed().flatMap((seen) => seen.map(({ id, subject }) => [id, subject])));
  }

  private async mail(): Promise<NonNullable<NoticesReading['mail']>> {
    return { available: this.mailer.available, refused: (await this.notices.refusedDigests()).length };
  }
}
