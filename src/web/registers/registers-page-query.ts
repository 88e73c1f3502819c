import { Injectable } from '@nestjs/common';
import { GivenNumberQueries, RegisterQueries } from '../../documents/index.js';
import { ExchangeQueries, HandDeliveryQueries } from '../../exchange/index.js';
import { Settings } from '../../config/settings.js';
import type { OwnedBook } from '../../agency-profile/domain/agency-profile.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { SignatureQueries, type SignatureRequestEntity } from '../../signing/index.js';
import { TicketReader } from '../../tickets/index.js';
import { releaseOwed } from '../../tickets/domain/reply/release-owed.js';
import { BookEndsQuery, type BookEnds } from './book-ends-query.js';
import { RegisterArrivalsQuery } from './register-arrivals-query.js';
import { ReleaseQuery } from './release-query.js';
import { REGISTER_PAGE } from './register-page-view.js';
import type { RegistersReading } from './registers-view.js';
import type { BookPage } from './book-rows.js';
import type { ReleaseReading } from '../signing/release-view.js';
import { NOT_WATCHED, RegisterWatchQuery } from './register-watch-query.js';
import { REGISTRY_AND_WATCH } from '../kit/http/routes.js';

export interface RegisterRequest {
  readonly code: BookPage['code'];
  /** Null = the present year. */
  readonly year: number | null;
  /** Largest number of the page; null = the newest. */
  readonly top: number | null;
  /** Id of the signature request to release; empty = the one that has waited longest. */
  readonly release: string;
}

/** States in which the registry acts: from the proof of the signature until the release. */
const RELEASING = ['verified', 'sealing', 'sealFailed', 'sealed'] as const;

type Releases = Pick<RegistersReading, 'releasing' | 'waiting' | 'release' | 'toSend'>;

const NO_RELEASES: Releases = { releasing: [], waiting: [], release: null, toSend: [] };

type Voids = Pick<RegistersReading, 'voids' | 'voided'>;

const NO_VOIDS: Voids = { voids: 0, voided: [] };

/** Reads one page of a register, and beside the outgoing one what waits to be released. */
@Injectable()
export class RegistersPageQuery {
  constructor(
    private readonly clock: Clock,
    private readonly registers: RegisterQueries,
    private readonly given: GivenNumberQueries,
    private readonly arrivals: RegisterArrivalsQuery,
    private readonly signatures: SignatureQueries,
    private readonly tickets: TicketReader,
    private readonly exchange: ExchangeQueries,
    private readonly ends: BookEndsQuery,
    private readonly settings: Settings,
    private readonly releaseQuery: ReleaseQuery,
    private readonly handDeliveries: HandDeliveryQueries,
    private readonly watch: RegisterWatchQuery,
  ) {}

  async read(actor: Actor, request: RegisterRequest): Promise<RegistersReading> {
    const { code, top } = request;
    const year = request.year ?? yearOf(civilDateOf(this.clock.now()));
    const book = code === 'di' ? 'outgoing' : 'incoming';
    const mayLook = hasRole(actor, ...REGISTRY_AND_WATCH);
    const before = top === null ? undefined : top + 1;
    const [books, lines, awaiting, voids, ends, watch, releases] = await Promise.all([
      this.registers.booksOf(book),
      this.registers.linesOf(book, year),
      this.arrivals.awaitingOf(code, year),
      code === 'di' ? this.voidsIn(year) : NO_VOIDS,
      this.ends.ofPage(code, year),
      mayLook ? this.watch.of(book, year) : NOT_WATCHED,
      mayLook && code === 'di' ? this.readReleases(actor, request) : NO_RELEASES,
    ]);
    const last = lastOf(books, year);
    return {
      year,
      years: books.map((one) => one.year),
      page:
        code === 'di'
          ? await this.outgoing(year, before)
          : await this.arrivals.page(actor, code, { year, before, awaiting }),
      last,
      missing: mayLook ? await this.missing(book, ends, { year, last, lines }) : null,
      lines,
      awaiting,
      ...voids,
      ...ends,
      ...watch,
      ...releases,
    };
  }

  /** Queried only where the e-office gave numbers of the year and the count shows that some have no line. */
  private async missing(
    book: OwnedBook,
    { hasOthers, start }: BookEnds,
    { year, last, lines }: Pick<RegistersReading, 'year' | 'last' | 'lines'>,
  ): Promise<RegistersReading['missing']> {
    if (!hasOthers) return null;
    const first = start?.first ?? 1;
    return lines === last - first + 1 ? [] : this.given.missingBetween(book, { year, first, last });
  }

  private async voidsIn(year: number): Promise<Voids> {
    const voids = await this.registers.voidsOf(year);
    return { voids, voided: voids === 0 ? [] : await this.registers.voidedIn(year) };
  }

  private async outgoing(year: number, before: number | undefined): Promise<BookPage> {
    const rows = await this.registers.outgoingPage(year, before, REGISTER_PAGE);
    const [answered, dispatches, deliveries, links] = await Promise.all([
      this.registers.incomingByIds(rows.map(({ replyToId }) => replyToId).filter((id) => id !== null)),
      this.exchange.dispatchesOfLetters(rows.map(({ id }) => id)),
      this.handDeliveries.ofLetters(rows.map(({ id }) => id)),
      this.registers.amendmentLinks(rows),
    ]);
    return { code: 'di', rows, answered, dispatches, deliveries, links };
  }

  private async readReleases(actor: Actor, { release }: RegisterRequest): Promise<Releases> {
    const [releasing, toSend] = await Promise.all([this.lettersToRelease(), this.toSend()]);
    const waiting = releasing.map(({ request }) => request).filter(({ state }) => state === 'verified');
    return { releasing, waiting, toSend, release: await this.releaseOf(actor, release, waiting) };
  }

  private async toSend(): Promise<RegistersReading['toSend']> {
    const owed = (await this.handDeliveries.owedCount()) === 0 ? [] : await this.handDeliveries.owed();
    const letters = await this.registers.outgoingByIds(owed.map(({ outgoingDocumentId }) => outgoingDocumentId));
    const known = new Map(letters.map((letter) => [letter.id, letter]));
    return owed.flatMap((delivery) => {
      const letter = known.get(delivery.outgoingDocumentId);
      return letter === undefined ? [] : [{ letter, delivery }];
    });
  }

  /** Letters that are signed and did not leave, oldest first, with the time in which they are to. */
  private async lettersToRelease(): Promise<RegistersReading['releasing']> {
    const requests = await this.signatures.inStates(RELEASING);
    const signed = await this.tickets.signedLetters(requests.map(({ caseId }) => caseId));
    return requests.map((request) => {
      const letter = request.caseKind === 'ticket' ? signed.get(request.caseId) : undefined;
      return { request, owed: letter ? releaseOwed(letter, this.settings.eOffice.urgentReleaseMinutes) : null };
    });
  }

  /** The letter asked for, as long as it is waiting or on its way; else the first that waits. */
  private async releaseOf(
    actor: Actor,
    id: string,
    waiting: readonly SignatureRequestEntity[],
  ): Promise<ReleaseReading | null> {
    const asked = id === '' ? null : await this.signatures.byId(id);
    const request = asked && RELEASING.some((state) => state === asked.state) ? asked : waiting[0];
    if (!request) return null;
    return { ...(await this.releaseQuery.read(actor, request)), waiting };
  }
}

/** The last number that was given in a year. */
function lastOf(books: readonly { readonly year: number; readonly last: number }[], year: number): number {
  return books.find((book) => book.year === year)?.last ?? 0;
}
