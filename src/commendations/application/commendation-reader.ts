import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { cutList } from '../../platform/cut-lists.js';
import { Database } from '../../platform/database/database.js';
import { TicketReader, type SeenTicket } from '../../tickets/index.js';
import { requireReader } from '../domain/policy.js';
import { byRank, rankOf, type Ranked } from '../domain/ranking.js';
import { CommendationProposalEntity, MeritEntity } from '../persistence/commendations.entities.js';

/** A merit with its ticket, as one person may see it. */
export interface SeenMerit {
  readonly merit: MeritEntity;
  readonly ticket: Pick<SeenTicket, 'id' | 'code' | 'subject' | 'sender' | 'keepSecret'>;
  readonly ranked: Ranked;
}

export interface SeenProposal {
  readonly proposal: CommendationProposalEntity;
  readonly lines: readonly SeenMerit[];
}

/** So many merits wait at most; an agency has some dozens a year. */
const MAX_WAITING = 500;
const LISTED = 100;

/** Merits and proposals for the people who may see them: a merit for those who see its ticket, a proposal for the Office and those who watch. */
@Injectable()
export class CommendationReader {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketReader,
  ) {}

  /** On no list yet, weightiest first; of tickets that the actor sees. */
  async waiting(actor: Actor): Promise<readonly SeenMerit[]> {
    const merits = await cutList(
      { name: 'Trường hợp chờ vào danh sách', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
      this.merits.findAndCount({
        where: { withdrawnAt: IsNull(), proposalId: IsNull() },
        order: { flaggedAt: 'DESC' },
        take: MAX_WAITING,
      }),
    );
    return this.seen(actor, merits);
  }

  /** @throws DomainError `not-found`, also where the actor does not see the ticket */
  async one(actor: Actor, id: string): Promise<SeenMerit> {
    const merit = await this.merits.findOneBy({ id });
    const [seen] = merit === null ? [] : await this.seen(actor, [merit]);
    if (!seen) throw new DomainError('not-found', { what: 'merit' });
    return seen;
  }

  /** The last hundred, newest first, without those that were given up. @throws DomainError `forbidden` */
  async proposals(actor: Actor): Promise<readonly CommendationProposalEntity[]> {
    requireReader(actor);
    return cutList(
      { name: 'Danh sách đề nghị khen thưởng', how: 'Hiện các dòng mới nhất.' },
      this.rows.findAndCount({
        where: { state: Not('dropped') },
        order: { createdAt: 'DESC', id: 'DESC' },
        take: LISTED,
      }),
    );
  }

  /** @throws DomainError `forbidden`, `not-found` */
  async proposal(actor: Actor, id: string): Promise<SeenProposal> {
    requireReader(actor);
    const proposal = await this.rows.findOneBy({ id });
    if (!proposal) throw new DomainError('not-found', { what: 'proposal' });
    return { proposal, lines: await this.seen(actor, await this.merits.findBy({ proposalId: id })) };
  }

  private async seen(actor: Actor, merits: readonly MeritEntity[]): Promise<readonly SeenMerit[]> {
    const found = await this.tickets.byIds(actor, [...new Set(merits.map(({ ticketId }) => ticketId))]);
    const byId = new Map(found.map((ticket) => [ticket.id, ticket]));
    return merits
      .flatMap((merit): SeenMerit[] => {
        const ticket = byId.get(merit.ticketId);
        if (ticket === undefined) return [];
        const { id, code, subject, sender, keepSecret, kind, rating } = ticket;
        const { kind: about, effect, reach, documentSymbol } = merit;
        const isPetition = kind === 'petition';
        const ranked = rankOf({ kind: about, effect, reach, documentSymbol, isPetition, rating });
        return [{ merit, ticket: { id, code, subject, sender, keepSecret }, ranked }];
      })
      .sort((one, other) => byRank(placeOf(one), placeOf(other)));
  }

  private get merits() {
    return this.database.reader.getRepository(MeritEntity);
  }

  private get rows() {
    return this.database.reader.getRepository(CommendationProposalEntity);
  }
}

function placeOf({ merit, ranked }: SeenMerit) {
  return { points: ranked.points, flaggedAt: merit.flaggedAt };
}
