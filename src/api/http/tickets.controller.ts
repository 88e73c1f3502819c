import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { STAFF, type Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import {
  RevealIdentity,
  TakeFeedback,
  TicketListReader,
  TicketReader,
  type TicketFilter,
} from '../../tickets/index.js';
import { NO_QUESTION, questionFlaws } from '../../tickets/domain/search/search-question.js';
import { DomainError } from '../../kernel/domain-error.js';
import { TicketFacts } from '../readings/ticket-facts.js';
import {
  course,
  foundTickets,
  intakeBody,
  listQuery,
  purposeBody,
  revealedReply,
  searchQuery,
  takenReply,
  ticketFacts,
  ticketList,
} from '../shapes/tickets.js';
import { readCursor, writeCursor } from './cursor.js';
import { Asked, Endpoint, type Answer } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';

const PAGE = 50;

const LIST = endpoint({
  method: 'get',
  path: 'tickets',
  status: 200,
  scope: 'tickets.read',
  summary: 'Tickets that you may see, soonest deadline first.',
  query: listQuery,
  answer: ticketList,
});

const SEARCH = endpoint({
  method: 'get',
  path: 'search',
  status: 200,
  scope: 'tickets.read',
  summary: 'Tickets by words, codes, people, units and days, newest first; accents may be left out.',
  query: searchQuery,
  answer: foundTickets,
});

const ONE = endpoint({
  method: 'get',
  path: 'tickets/{ticket}',
  status: 200,
  scope: 'tickets.read',
  summary: 'One ticket by id or code: its facts without its sender, and what you may do with it now.',
  answer: ticketFacts,
});

const COURSE = endpoint({
  method: 'get',
  path: 'tickets/{ticket}/course',
  status: 200,
  scope: 'tickets.read',
  summary: 'What has happened to a ticket, the last line first.',
  answer: course,
});

const TAKE = endpoint({
  method: 'post',
  path: 'tickets',
  status: 201,
  scope: 'tickets.take',
  summary: 'Enters feedback that a clerk took from a caller or a visitor.',
  body: intakeBody,
  answer: takenReply,
  key: 'required',
});

const REVEAL = endpoint({
  method: 'post',
  path: 'tickets/{ticket}/identity',
  status: 200,
  scope: 'tickets.identity',
  summary: 'Shows the whole sender once, for a purpose that the journal keeps.',
  body: purposeBody,
  answer: revealedReply,
});

const listPlace = z.strictObject({ dueAt: z.iso.datetime().transform((text) => new Date(text)), id: z.string() });
const searchPlace = z.strictObject({ received: z.int(), no: z.int() });

@Controller(API_ROOT)
@Allow(STAFF)
export class ApiTicketsController {
  constructor(
    private readonly tickets: TicketReader,
    private readonly lists: TicketListReader,
    private readonly facts: TicketFacts,
    private readonly takeFeedback: TakeFeedback,
    private readonly revealIdentity: RevealIdentity,
  ) {}

  @Endpoint(LIST)
  async list(
    @CurrentActor() actor: Actor,
    @Asked(LIST) { query: { open, state, size = PAGE, cursor, ...asked } }: Asked<typeof LIST>,
  ): Promise<Answer<typeof LIST>> {
    const filter: TicketFilter = {
      ...asked,
      ...(open === undefined ? {} : { open: open === 'true' }),
      ...(state === undefined ? {} : { states: state }),
    };
    const place = readCursor(listPlace, cursor);
    const after = place && { at: place.dueAt, id: place.id };
    const [total, found] = await Promise.all([
      this.lists.count(actor, filter),
      this.lists.page(actor, filter, after, size + 1),
    ]);
    const tickets = found.slice(0, size);
    const last = found.length > size ? tickets.at(-1) : undefined;
    return { total, tickets, next: last === undefined ? null : writeCursor({ dueAt: last.dueAt, id: last.id }) };
  }

  @Endpoint(SEARCH)
  async search(
    @CurrentActor() actor: Actor,
    @Asked(SEARCH) { query: { state = [], size = PAGE, cursor, ...asked } }: Asked<typeof SEARCH>,
  ): Promise<Answer<typeof SEARCH>> {
    const question = { ...NO_QUESTION, ...asked, states: state };
    const [flaw] = questionFlaws(question);
    if (flaw) throw new DomainError('input-invalid', { field: flaw.field });
    const from = readCursor(searchPlace, cursor);
    const { exact, typed, rows, more, stoppedAt } = await this.lists.search(actor, question, {
      from,
      direction: 'older',
      size,
    });
    const goesOnAt = more ? (rows.at(-1)?.foundAt ?? null) : stoppedAt;
    return { exact: [...exact, ...typed], tickets: [...rows], next: goesOnAt === null ? null : writeCursor(goesOnAt) };
  }

  @Endpoint(ONE)
  async one(@CurrentActor() actor: Actor, @Asked(ONE) { path }: Asked<typeof ONE>): Promise<Answer<typeof ONE>> {
    return this.facts.of(actor, await this.tickets.one(actor, path['ticket'] ?? ''));
  }

  @Endpoint(COURSE)
  async course(
    @CurrentActor() actor: Actor,
    @Asked(COURSE) { path }: Asked<typeof COURSE>,
  ): Promise<Answer<typeof COURSE>> {
    const lines = await this.tickets.courseOf(actor, await this.tickets.one(actor, path['ticket'] ?? ''));
    return {
      lines: lines.map(({ id, at, actorName, kind, title, text, toHotline }) => ({
        id,
        at,
        by: actorName,
        kind,
        title,
        text,
        toHotline,
      })),
    };
  }

  @Endpoint(TAKE)
  @Allow(['registryClerk'])
  take(@CurrentActor() actor: Actor, @Asked(TAKE) { body }: Asked<typeof TAKE>): Promise<Answer<typeof TAKE>> {
    return this.takeFeedback.take(actor, { token: newId(), feedback: body, files: [] });
  }

  @Endpoint(REVEAL)
  async reveal(
    @CurrentActor() actor: Actor,
    @Asked(REVEAL) { path, body }: Asked<typeof REVEAL>,
  ): Promise<Answer<typeof REVEAL>> {
    const { id } = await this.tickets.one(actor, path['ticket'] ?? '');
    return this.revealIdentity.reveal(actor, id, body.purpose);
  }
}
