import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { cutList } from '../../../platform/cut-lists.js';
import { seesEveryUnit } from '../../domain/deadlines/policy.js';
import { ticketAbilities } from '../../domain/decisions/abilities.js';
import type { ActName } from '../../domain/ticket-acts.js';
import { hasProposed, type Proposers } from '../../domain/decisions/proposed-decision.js';
import { isAuthorisedByName, type DecidedAct } from '../../domain/decisions/who-decides.js';
import type { ProposedDecisionEntity } from '../../persistence/proposed-decision.entity.js';
import type {
  TicketAnswerEntity,
  TicketExtensionEntity,
  TicketPublicationEntity,
} from '../../persistence/life.entities.js';
import { DecisionQueries } from '../../persistence/decision-queries.js';
import type { SeenTicket } from '../reading/seen-ticket.js';
import { TicketReader } from '../reading/ticket-reader.js';
import { DecisionRights } from './decision-rights.js';

/** Something that this person may decide, with its ticket as they may read it. */
export type WaitingItem = { readonly ticket: SeenTicket; readonly id: string; readonly at: Date } & (
  | { readonly kind: 'proposal'; readonly proposal: ProposedDecisionEntity }
  | { readonly kind: 'extension'; readonly extension: TicketExtensionEntity }
  | { readonly kind: 'publication'; readonly publication: TicketPublicationEntity }
  | { readonly kind: 'answer'; readonly answer: TicketAnswerEntity }
);

type Unread = (ticket: SeenTicket) => WaitingItem;

/** Something that waits, before anybody has looked whether this person may decide it. */
interface Waiting {
  readonly ticketId: string;
  readonly act: DecidedAct | 'approveAnswer';
  /** Null where the table of acts asks who it was. */
  readonly proposers: Proposers | null;
  readonly itemOf: Unread;
}

const SHOWN = 50;
const CUT = {
  name: 'Đề xuất, đề nghị chờ quyết định',
  how: 'Hiện 50 việc chờ lâu nhất; quyết định bớt rồi mở lại trang.',
};

/** What waits for a person to decide, the longest first. */
@Injectable()
export class DecisionQueue {
  constructor(
    private readonly clock: Clock,
    private readonly waiting: DecisionQueries,
    private readonly tickets: TicketReader,
    private readonly rights: DecisionRights,
  ) {}

  /** As many as a page shows; the page says where there are more. */
  async of(actor: Actor): Promise<readonly WaitingItem[]> {
    const items = await this.decidable(actor, this.all());
    return cutList(CUT, Promise.resolve([items.slice(0, SHOWN), items.length] as const));
  }

  /** What waits at some tickets, also direct answers: as a rule a unit's head approves those, so the queue of leaders leaves them out. */
  among(actor: Actor, ticketIds: readonly string[]): Promise<readonly WaitingItem[]> {
    return this.decidable(actor, this.waitingAt(new Set(ticketIds)));
  }

  /** How many wait for this person; null for those before whom nothing is laid, and who do not see the matters of every unit any more. */
  async countOf(actor: Actor): Promise<number | null> {
    if (!seesEveryUnit(actor)) return null;
    if (!hasRole(actor, 'leader') && !isAuthorisedByName(await this.rights.powersOf(actor))) return null;
    return (await this.decidable(actor, this.all())).length;
  }

  private async decidable(actor: Actor, waiting: Promise<readonly Waiting[]>): Promise<WaitingItem[]> {
    const [all, powers] = await Promise.all([waiting, this.rights.powersOf(actor)]);
    const found = all.filter(({ proposers }) => proposers === null || !hasProposed(actor, proposers));
    const tickets = await this.tickets.byIds(actor, [...new Set(found.map(({ ticketId }) => ticketId))]);
    const now = this.clock.now();
    const seen = new Map(
      tickets.map((ticket) => [ticket.id, { ticket, ...ticketAbilities(actor, ticket, { now, powers }) }]),
    );
    return found
      .flatMap(({ ticketId, act, itemOf }) => {
        const one = seen.get(ticketId);
        // Who follows the standing table may hand out some work, and lays other work before a leader.
        const proposes: ReadonlySet<ActName> = one?.proposes ?? new Set();
        return one?.acts.has(act) === true && !proposes.has(act) ? [itemOf(one.ticket)] : [];
      })
      .toSorted((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1));
  }

  private async waitingAt(ticketIds: ReadonlySet<string>): Promise<readonly Waiting[]> {
    const [all, answers] = await Promise.all([this.all(), this.waiting.answersTo([...ticketIds])]);
    return [
      ...all.filter(({ ticketId }) => ticketIds.has(ticketId)),
      ...answers.map((one) => {
        const { ticketId } = one;
        return { ticketId, act: 'approveAnswer' as const, proposers: null, itemOf: ofAnswer(one) };
      }),
    ];
  }

  private async all(): Promise<readonly Waiting[]> {
    const [proposals, extensions, publications] = await Promise.all([
      this.waiting.proposals(),
      this.waiting.extensions(),
      this.waiting.publications(),
    ]);
    const ofProposal = (proposal: ProposedDecisionEntity): Unread => {
      const { id, proposedAt: at } = proposal;
      return (ticket) => ({ kind: 'proposal', id, at, ticket, proposal });
    };
    const ofExtension = (extension: TicketExtensionEntity): Unread => {
      const { id, askedAt: at } = extension;
      return (ticket) => ({ kind: 'extension', id, at, ticket, extension });
    };
    const ofPublication = (publication: TicketPublicationEntity): Unread => {
      const { id, askedAt: at } = publication;
      return (ticket) => ({ kind: 'publication', id, at, ticket, publication });
    };
    return [
      ...proposals.map((one) => {
        const { ticketId, act } = one;
        return { ticketId, act, proposers: one, itemOf: ofProposal(one) };
      }),
      ...extensions.map((one) => ({
        ticketId: one.ticketId,
        act: 'grantExtension' as const,
        proposers: null,
        itemOf: ofExtension(one),
      })),
      ...publications.map((one) => ({
        ticketId: one.ticketId,
        act: 'approvePublication' as const,
        proposers: null,
        itemOf: ofPublication(one),
      })),
    ];
  }
}

function ofAnswer(answer: TicketAnswerEntity): Unread {
  const { id, proposedAt: at } = answer;
  return (ticket) => ({ kind: 'answer', id, at, ticket, answer });
}
