import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NameQueries } from '../../organisation/index.js';
import { GUARD_WORDS, type TicketInView } from '../../tickets/domain/guards.js';
import { identityOf, WITHHELD_WORDS, wordsFor } from '../../tickets/domain/identity.js';
import { barrierOf, partiesOf, seesTicket, type Barrier } from '../../tickets/domain/policy.js';
import { ACT_NAMES, TICKET_ACTS, type ActName } from '../../tickets/domain/ticket-acts.js';
import { TicketQueries, TicketRules, type TicketEntity } from '../../tickets/index.js';
import type { Answer } from '../http/endpoint.js';
import type { ticketFacts } from '../shapes/tickets.js';

type Facts = Answer<{ readonly answer: typeof ticketFacts }>;

const BARRIER_WORDS = {
  state: 'Phiếu đang ở bước khác.',
  party: 'Việc này thuộc người hoặc đơn vị khác.',
  ...GUARD_WORDS,
} as const satisfies Readonly<Record<Barrier, string>>;

/** Acts that are done by a person; the others are the house's own. */
export const ACTS_OF_PEOPLE: readonly ActName[] = ACT_NAMES.filter((name) =>
  TICKET_ACTS[name].by.some((party) => party !== 'house'),
);

/** Reads tickets as one person may see them. */
@Injectable()
export class SeenTickets {
  constructor(
    private readonly clock: Clock,
    private readonly tickets: TicketQueries,
    private readonly rules: TicketRules,
    private readonly names: NameQueries,
  ) {}

  /** @param idOrCode `PAKN.20260318.0001` as well @throws DomainError `not-found`, also for those who may not see it */
  async one(actor: Actor, idOrCode: string | undefined): Promise<TicketEntity> {
    const wanted = idOrCode ?? '';
    const ticket = (await this.tickets.byId(wanted)) ?? (await this.tickets.byCode(wanted));
    if (!ticket || !seesTicket(actor, ticket)) throw new DomainError('not-found', { what: 'ticket' });
    return ticket;
  }

  /** The ticket without who wrote it, and what this person may do with it now. */
  async facts(actor: Actor, ticket: TicketEntity): Promise<Facts> {
    const { complainedUnitId, leadUnitId, officerId, coordinators } = ticket;
    const [policy, units, people] = await Promise.all([
      this.rules.policyOf(ticket),
      this.names.units([complainedUnitId, leadUnitId, ...coordinators]),
      this.names.people([officerId]),
    ]);
    const rule = policy.categories[ticket.category];
    const { masked, withheld } = identityOf(actor, ticket, rule);
    const unit = (id: string): Facts['coordinators'][number] => ({ id, name: units.get(id) ?? '' });
    return Object.assign({}, ticket, {
      words: wordsFor(actor, ticket, rule),
      sender: {
        masked,
        withheld,
        why: withheld === null ? null : WITHHELD_WORDS[withheld],
        keepSecret: ticket.keepSecret,
        anonymous: ticket.anonymous,
      },
      complainedUnit: complainedUnitId === null ? null : unit(complainedUnitId),
      leadUnit: leadUnitId === null ? null : unit(leadUnitId),
      officer: officerId === null ? null : { id: officerId, name: people.get(officerId)?.fullName ?? '' },
      coordinators: coordinators.map(unit),
      acts: actsOf(actor, ticket, this.clock.now()),
    });
  }
}

function actsOf(actor: Actor, ticket: TicketInView, now: Date): Facts['acts'] {
  const attempt = { ticket, actor, parties: partiesOf(actor, ticket), now };
  return ACTS_OF_PEOPLE.map((act) => {
    const barrier = barrierOf(act, attempt);
    const why = barrier === null ? null : BARRIER_WORDS[barrier];
    return { act, words: TICKET_ACTS[act].words, possible: barrier === null, barrier, why };
  });
}
