import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { STAFF, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { ActOnUnchangedTicket, TicketReader } from '../../tickets/index.js';
import { TicketActDoors } from '../acts/act-doors.js';
import { standingReply } from '../shapes/tickets.js';
import { number } from '../shapes/wire.js';
import { Asked, Endpoint, type Answer } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';
import { readShape } from './read-shape.js';

/** One endpoint for all acts on a ticket; the OpenAPI document describes each act separately, with its own body (`DescribedPlans`). */
export const ACT = endpoint({
  method: 'post',
  path: 'tickets/{ticket}/acts/{act}',
  status: 200,
  scope: 'tickets.act.{act}',
  summary: 'Does one act of the table with a ticket.',
  answer: standingReply,
  key: 'accepted',
});

/** A multipart form sends the version as text. */
const body = z.looseObject({ version: z.union([z.int().positive(), number]).optional() });

@Controller(API_ROOT)
@Allow(STAFF)
export class ApiTicketActsController {
  constructor(
    private readonly tickets: TicketReader,
    private readonly doors: TicketActDoors,
    private readonly actOnUnchangedTicket: ActOnUnchangedTicket,
  ) {}

  @Endpoint(ACT)
  @TakesFiles()
  async act(
    @CurrentActor() actor: Actor,
    @Asked(ACT) { path }: Asked<typeof ACT>,
    @Req() request: FastifyRequest,
  ): Promise<Answer<typeof ACT>> {
    const { id: ticketId } = await this.tickets.one(actor, path['ticket'] ?? '');
    const door = this.doors.find(path['act']);
    if (door === undefined) throw new DomainError('not-found', { what: 'act' });
    const { version, ...given } = readShape(body, request.body ?? {});
    return this.actOnUnchangedTicket.act(actor, { ticketId, seen: version }, () => door.enter(actor, ticketId, given));
  }
}
