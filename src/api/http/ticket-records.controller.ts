import { Controller } from '@nestjs/common';
import { STAFF, type Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { isComplainedAbout } from '../../tickets/domain/identity.js';
import { ProveDeadline, TicketLife, TicketQueries, TicketRules } from '../../tickets/index.js';
import { SeenTickets } from '../readings/seen-tickets.js';
import { deadlines, life, proof } from '../shapes/life.js';
import { Asked, Endpoint } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';

const DEADLINES = endpoint({
  method: 'get',
  path: 'tickets/{ticket}/deadlines',
  status: 200,
  summary: 'Every legal period of a ticket as it was counted, with its lines; those a recount replaced too.',
  answer: deadlines,
});

const PROOF = endpoint({
  method: 'get',
  path: 'tickets/{ticket}/proof',
  status: 200,
  summary: 'Why the ticket is due when it is, as a document that stands by itself and carries its hash.',
  answer: proof,
});

const LIFE = endpoint({
  method: 'get',
  path: 'tickets/{ticket}/life',
  status: 200,
  summary: 'Pauses, extensions, coordination, answers, publication, ratings, files, parts and merged tickets.',
  answer: life,
});

/** What is kept of a ticket besides its own facts. */
@Controller(API_ROOT)
@Allow(STAFF)
export class ApiTicketRecordsController {
  constructor(
    private readonly seen: SeenTickets,
    private readonly tickets: TicketQueries,
    private readonly ticketLife: TicketLife,
    private readonly rules: TicketRules,
    private readonly proveDeadline: ProveDeadline,
  ) {}

  @Endpoint(DEADLINES)
  async deadlines(@CurrentActor() actor: Actor, @Asked(DEADLINES) { path }: Asked<typeof DEADLINES>): Promise<unknown> {
    const { id } = await this.seen.one(actor, path['ticket']);
    return { deadlines: await this.tickets.deadlinesOf(id) };
  }

  @Endpoint(PROOF)
  async proof(@CurrentActor() actor: Actor, @Asked(PROOF) { path }: Asked<typeof PROOF>): Promise<unknown> {
    const { id } = await this.seen.one(actor, path['ticket']);
    return this.proveDeadline.execute(actor, id);
  }

  @Endpoint(LIFE)
  async life(@CurrentActor() actor: Actor, @Asked(LIFE) { path }: Asked<typeof LIFE>): Promise<unknown> {
    const ticket = await this.seen.one(actor, path['ticket']);
    const [lived, policy] = await Promise.all([this.ticketLife.of(ticket), this.rules.policyOf(ticket)]);
    const withheld = isComplainedAbout(actor, ticket, policy.categories[ticket.category]);
    return { ...lived, files: lived.files.filter(({ purpose }) => purpose === 'evidence' || !withheld) };
  }
}
