import { Injectable } from '@nestjs/common';
import {
  RegisterClosingQueries,
  RegisterQueries,
  type RegisterClosing,
  type OutgoingDocumentEntity,
} from '../../documents/index.js';
import { AgencyQueries, ExchangeQueries, HandDeliveryQueries, LetterRecipients } from '../../exchange/index.js';
import { Settings } from '../../config/settings.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { NameQueries } from '../../organisation/index.js';
import { SignatureQueries, type SignatureRequestEntity } from '../../signing/index.js';
import { TicketReader } from '../../tickets/index.js';
import { releaseOwed } from '../../tickets/domain/reply/release-owed.js';
import { REGISTER_PAGE } from './register-page.js';
import type { BookPage, RegistersReading } from './registers-view.js';
import type { ReleaseReading } from '../signing/release.js';
import { NOT_WATCHED, RegisterWatchQuery } from './register-watch-query.js';
import { numberedBook, type RegisterCode } from './registers-words.js';
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

/** Under the registry's hand: from the proof of the signature until the letter is out. */
const RELEASING = ['verified', 'sealing', 'sealFailed', 'sealed'] as const;

type Waiting = RegistersReading['waiting'];

type Releases = Pick<RegistersReading, 'releasing' | 'release' | 'toSend'>;

const NO_RELEASES: Releases = { releasing: [], release: null, toSend: [] };

type Voids = Pick<RegistersReading, 'voids' | 'voided'>;

const NO_VOIDS: Voids = { voids: 0, voided: [] };

/** Reads one page of a register, and beside the outgoing one what waits to be released. */
@Injectable()
export class RegistersPageQuery {
  constructor(
    private readonly clock: Clock,
    private readonly registers: RegisterQueries,
    private readonly signatures: SignatureQueries,
    private readonly tickets: TicketReader,
    private readonly exchange: ExchangeQueries,
    private readonly names: NameQueries,
    private readonly closings: RegisterClosingQueries,
    private readonly settings: Settings,
    private readonly agencies: AgencyQueries,
    private readonly recipients: LetterRecipients,
    private readonly handDeliveries: HandDeliveryQueries,
    private readonly watch: RegisterWatchQuery,
  ) {}

  async read(actor: Actor, request: RegisterRequest): Promise<RegistersReading> {
    const { code, top } = request;
    const year = request.year ?? yearOf(civilDateOf(this.clock.now()));
    const book = code === 'di' ? 'outgoing' : 'incoming';
    const mayLook = hasRole(actor, ...REGISTRY_AND_WATCH);
    const before = top === null ? undefined : top + 1;
    const [years, next, lines, voids, waiting, closing] = await Promise.all([
      this.registers.yearsOf(book),
      this.registers.nextNumber(book, year),
      this.registers.linesOf(book, year),
      code === 'di' ? this.voidsIn(year) : NO_VOIDS,
      mayLook ? this.waiting() : [],
      this.closingOf(code, year),
    ]);
    return {
      year,
      years,
      page: code === 'di' ? await this.outgoing(year, before) : await this.incoming(actor, code, { year, before }),
      last: next - 1,
      lines,
      ...voids,
      waiting,
      closing,
      ...(mayLook ? await this.releases(actor, request, waiting) : NO_RELEASES),
      ...(mayLook ? await this.watch.of(book, year) : NOT_WATCHED),
    };
  }

  private async closingOf(code: RegisterCode, year: number): Promise<RegisterClosing | null> {
    const book = numberedBook(code);
    return book === null ? null : this.closings.of({ book, year });
  }

  private async voidsIn(year: number): Promise<Voids> {
    const [voids, voided] = await Promise.all([this.registers.voidsOf(year), this.registers.voidedIn(year)]);
    return { voids, voided };
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

  private async incoming(
    actor: Actor,
    code: 'den' | 'theo-doi',
    { year, before }: { year: number; before: number | undefined },
  ): Promise<BookPage> {
    const rows = await this.registers.incomingPage(year, before, REGISTER_PAGE);
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
    return { code, rows, replies, joined, same, amended, tickets, signed, names: { units, people } };
  }

  private async releases(actor: Actor, { code, release }: RegisterRequest, waiting: Waiting): Promise<Releases> {
    if (code !== 'di') return NO_RELEASES;
    const [releasing, toSend] = await Promise.all([this.releasing(), this.toSend()]);
    return { releasing, toSend, release: await this.releaseOf(actor, release, waiting) };
  }

  private async toSend(): Promise<RegistersReading['toSend']> {
    const owed = await this.handDeliveries.owed();
    const letters = await this.registers.outgoingByIds(owed.map(({ outgoingDocumentId }) => outgoingDocumentId));
    const known = new Map(letters.map((letter) => [letter.id, letter]));
    return owed.flatMap((delivery) => {
      const letter = known.get(delivery.outgoingDocumentId);
      return letter === undefined ? [] : [{ letter, delivery }];
    });
  }

  /** Letters that are signed and did not leave, oldest first, with the time in which they are to. */
  private async releasing(): Promise<RegistersReading['releasing']> {
    const requests = await this.signatures.inStates(RELEASING);
    const signed = await this.tickets.signedLetters(requests.map(({ caseId }) => caseId));
    return requests.map((request) => {
      const letter = signed.get(request.caseId);
      return { request, owed: letter ? releaseOwed(letter, this.settings.eOffice.urgentReleaseMinutes) : null };
    });
  }

  /** Letters that are signed and proved, oldest first. */
  private async waiting(): Promise<readonly SignatureRequestEntity[]> {
    return this.signatures.inStates(['verified']);
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
    const issued = await this.lineOf(request);
    const [steps, ticket, answers, nextNumber, annexes, others] = await Promise.all([
      this.signatures.stepsOf(request.id),
      this.tickets.find(actor, request.caseId),
      request.replyToId === null ? null : this.registers.incomingById(request.replyToId),
      this.registers.nextNumber('outgoing', yearOf(civilDateOf(this.clock.now()))),
      this.signatures.annexesOf(request.id),
      this.recipients.of(request.draftId),
    ]);
    const receiver = answers === null ? null : await this.agencies.standingOf(answers.senderCode);
    return {
      request,
      steps,
      ticket,
      answers,
      receiver,
      others,
      annexes: annexes.length,
      outgoing: issued,
      nextNumber,
      waiting,
    };
  }

  private async lineOf({ outgoingDocumentId }: SignatureRequestEntity): Promise<OutgoingDocumentEntity | null> {
    return outgoingDocumentId === null ? null : this.registers.outgoingById(outgoingDocumentId);
  }
}
