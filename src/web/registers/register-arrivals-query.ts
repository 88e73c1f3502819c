import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { isOfTickets } from '../../correspondence/domain/policy.js';
import {
  GivenNumberQueries,
  RegisterQueries,
  SecretLines,
  type IncomingDocumentEntity,
} from '../../documents/index.js';
import type { Actor } from '../../kernel/actor.js';
import { NameQueries } from '../../organisation/index.js';
import { TicketReader } from '../../tickets/index.js';
import { seesEveryUnit } from '../../tickets/domain/deadlines/policy.js';
import type { BookPage } from './book-rows.js';
import { REGISTER_PAGE } from './register-page-view.js';

/** Reads the lines of a page of the incoming book, or of the tracking of it. */
@Injectable()
export class RegisterArrivalsQuery {
  constructor(
    private readonly registers: RegisterQueries,
    private readonly given: GivenNumberQueries,
    private readonly tickets: TicketReader,
    private readonly names: NameQueries,
    private readonly settings: Settings,
    private readonly secret: SecretLines,
  ) {}

  /** How many lines of the book wait for their number; none of the outgoing book does. */
  awaitingOf(code: BookPage['code'], year: number): Promise<number> {
    return code === 'di' ? Promise.resolve(0) : this.given.awaitingOf(year);
  }

  async page(
    actor: Actor,
    code: 'den' | 'theo-doi',
    asked: { year: number; before: number | undefined; awaiting: number },
  ): Promise<BookPage> {
    const rows = await this.secret.withheld(await this.linesOf(asked));
    const ids = rows.map(({ id }) => id);
    const joined = await this.registers.joinedBy(rows);
    const [replies, tickets, signed, same, amended] = await Promise.all([
      this.registers.repliesTo([...ids, ...joined.map(({ id }) => id)]),
      this.tickets.ofDocuments(actor, ids),
      this.registers.signedFilesOf(ids),
      this.registers.sameNumbers(rows),
      this.registers.amendedBy(rows),
    ]);
    const [units, people] = await Promise.all([
      this.names.units(tickets.map(({ leadUnitId }) => leadUnitId)),
      this.names.people(tickets.map(({ officerId }) => officerId)),
    ]);
    const handled = seesEveryUnit(actor)
      ? rows.filter((row) => !isOfTickets(row.senderCode, this.settings.hotline.code))
      : [];
    return {
      code,
      rows,
      replies,
      joined,
      same,
      amended,
      tickets,
      signed,
      names: { units, people },
      handled: new Set(handled.map(({ id }) => id)),
    };
  }

  /** What waits for its number stands before the newest. */
  private async linesOf({
    year,
    before,
    awaiting,
  }: {
    readonly year: number;
    readonly before: number | undefined;
    readonly awaiting: number;
  }): Promise<readonly IncomingDocumentEntity[]> {
    const numbered = await this.registers.incomingPage(year, before, REGISTER_PAGE);
    if (awaiting === 0 || before !== undefined) return numbered;
    return [...(await this.given.awaitingPage(year, REGISTER_PAGE)), ...numbered];
  }
}
