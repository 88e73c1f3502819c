import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { NameQueries } from '../../organisation/index.js';
import { GUARD_WORDS, type TicketInView } from '../../tickets/domain/guards.js';
import { WITHHELD_WORDS } from '../../tickets/domain/identity/identity.js';
import { partiesOf, type Barrier } from '../../tickets/domain/deadlines/policy.js';
import { barrierToAct, decisionWords } from '../../tickets/domain/decisions/who-decides.js';
import { ACT_NAMES, TICKET_ACTS, type ActName } from '../../tickets/domain/ticket-acts.js';
import { DecisionRights, type SeenTicket } from '../../tickets/index.js';
import type { DecisionPowers } from '../../delegation/domain/decision-authority.js';
import type { Answer } from '../http/endpoint.js';
import type { ticketFacts } from '../shapes/tickets.js';

type Facts = Answer<{ readonly answer: typeof ticketFacts }>;

const BARRIER_WORDS = {
  state: 'Phiếu đang ở bước khác.',
  party: 'Việc này thuộc người hoặc đơn vị khác.',
  ...GUARD_WORDS,
} as const satisfies Readonly<Record<Barrier, string>>;

/** Acts that a person may do; the application does the others by itself. */
export const ACTS_OF_PEOPLE: readonly ActName[] = ACT_NAMES.filter((name) =>
  TICKET_ACTS[name].by.some((party) => party !== 'system'),
);

/** A ticket as the API answers it: what one person may read of it and do with it. */
@Injectable()
export class TicketFacts {
  constructor(
    private readonly clock: Clock,
    private readonly names: NameQueries,
    private readonly rights: DecisionRights,
  ) {}

  /** The sender is masked; `acts` says of each act whether it is possible now, and why not. */
  async of(actor: Actor, ticket: SeenTicket): Promise<Facts> {
    const { complainedUnitId, leadUnitId, officerId, coordinators } = ticket;
    const [units, people] = await Promise.all([
      this.names.units([complainedUnitId, leadUnitId, ...coordinators]),
      this.names.people([officerId]),
    ]);
    const { masked, withheld } = ticket.sender;
    const unit = (id: string): Facts['coordinators'][number] => ({ id, name: units.get(id) ?? '' });
    return Object.assign({}, ticket, {
      sender: {
        masked,
        withheld,
        why: withheld === null ? null : WITHHELD_WORDS[withheld],
        keepSecret: ticket.keepSecret,
        anonymous: ticket.anonymous,
      },
      aboutNoUnit: ticket.aboutNoUnitAt !== null,
      complainedUnit: complainedUnitId === null ? null : unit(complainedUnitId),
      leadUnit: leadUnitId === null ? null : unit(leadUnitId),
      officer: officerId === null ? null : { id: officerId, name: people.get(officerId)?.fullName ?? '' },
      coordinators: coordinators.map(unit),
      acts: actsOf(actor, ticket, { now: this.clock.now(), powers: await this.rights.powersOf(actor) }),
    });
  }
}

function actsOf(
  actor: Actor,
  ticket: TicketInView,
  { now, powers }: { readonly now: Date; readonly powers: DecisionPowers },
): Facts['acts'] {
  const attempt = { ticket, actor, parties: partiesOf(actor, ticket), now };
  return ACTS_OF_PEOPLE.map((act) => {
    const barrier = barrierToAct(act, attempt, powers);
    const why = barrier === null ? null : whyNot(act, barrier);
    return { act, words: TICKET_ACTS[act].words, possible: barrier === null, barrier, why };
  });
}

function whyNot(act: ActName, barrier: Barrier | 'decision'): string {
  return barrier === 'decision' ? decisionWords(act) : BARRIER_WORDS[barrier];
}
