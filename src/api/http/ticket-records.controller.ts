import { Controller } from '@nestjs/common';
import { STAFF, type Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { ProveDeadline, TicketReader } from '../../tickets/index.js';
import { deadlines, life, proof } from '../shapes/life.js';
import { Asked, Endpoint } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';

const DEADLINES = endpoint({
  method: 'get',
  path: 'tickets/{ticket}/deadlines',
  status: 200,
  scope: 'tickets.read',
  summary: 'Every legal period of a ticket as it was counted, with its lines; those a recount replaced too.',
  answer: deadlines,
});

const PROOF = endpoint({
  method: 'get',
  path: 'tickets/{ticket}/proof',
  status: 200,
  scope: 'tickets.read',
  summary: 'Why the ticket is due when it is, as a document that stands by itself and carries its hash.',
  answer: proof,
});

const LIFE = endpoint({
  method: 'get',
  path: 'tickets/{ticket}/life',
  status: 200,
  scope: 'tickets.read',
  summary: 'Pauses, extensions, coordination, answers, publication, ratings, files, parts and merged tickets.',
  answer: life,
});

/** What is kept of a ticket besides its own facts. */
@Controller(API_ROOT)
@Allow(STAFF)
export class ApiTicketRecordsController {
  constructor(
    private readonly tickets: TicketReader,
    private readonly proveDeadline: ProveDeadline,
  ) {}

  @Endpoint(DEADLINES)
  async deadlines(@CurrentActor() actor: Actor, @Asked(DEADLINES) { path }: Asked<typeof DEADLINES>): Promise<unknown> {
    const ticket = await this.tickets.one(actor, path['ticket'] ?? '');
    return { deadlines: await this.tickets.deadlinesOf(ticket) };
  }

  @Endpoint(PROOF)
  async proof(@CurrentActor() actor: Actor, @Asked(PROOF) { path }: Asked<typeof PROOF>): Promise<unknown> {
    const { id } = await this.tickets.one(actor, path['ticket'] ?? '');
    return this.proveDeadline.prove(actor, id);
  }

  @Endpoint(LIFE)
  async life(@CurrentActor() actor: Actor, @Asked(LIFE) { path }: Asked<typeof LIFE>): Promise<unknown> {
    const ticket = await this.tickets.one(actor, path['ticket'] ?? '');
    const [life, furtherDocuments] = await Promise.all([
      this.tickets.lifeOf(actor, ticket),
      this.tickets.furtherDocumentsOf(actor, ticket),
    ]);
    return { ...life, furtherDocuments };
  }
}
