import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { STAFF, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { CATEGORIES, LEVELS } from '../../law/index.js';
import { NoticeQueries, ReadNotices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { SavedSearches } from '../../tickets/index.js';
import { NO_QUESTION } from '../../tickets/domain/search/search-question.js';
import { TICKET_STATES } from '../../tickets/domain/ticket-state.js';
import { cursorText, day, instant, next, text } from '../shapes/wire.js';
import { readCursor, writeCursor } from './cursor.js';
import { Asked, Endpoint } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';

const PAGE = 50;

const UNITS = endpoint({
  method: 'get',
  path: 'units',
  status: 200,
  scope: 'units.read',
  summary: 'Units that handle tickets, each with its contact officers.',
  answer: z.object({
    units: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        name: z.string(),
        officers: z.array(z.object({ id: z.string(), fullName: z.string() })),
      }),
    ),
  }),
});

const question = z.strictObject({
  words: text.optional(),
  code: text.optional(),
  person: text.optional(),
  unitId: z.string().optional(),
  from: day.nullable().optional(),
  to: day.nullable().optional(),
  states: z.array(z.enum(TICKET_STATES)).optional(),
  category: z.enum(['', ...CATEGORIES]).optional(),
  level: z.enum(['', ...LEVELS]).optional(),
});

const named = z.strictObject({ name: text });

const SEARCHES = endpoint({
  method: 'get',
  path: 'saved-searches',
  status: 200,
  summary: 'Searches that you kept, by name.',
  answer: z.object({
    searches: z.array(z.object({ id: z.string(), name: z.string(), question: z.object(question.shape) })),
  }),
});

const KEEP = endpoint({
  method: 'post',
  path: 'saved-searches',
  status: 201,
  summary: 'Keeps a search under a name.',
  body: named.extend({ question }),
  answer: z.object({ id: z.string() }),
  key: 'accepted',
});

const RENAME = endpoint({
  method: 'patch',
  path: 'saved-searches/{search}',
  status: 204,
  summary: 'Gives a saved search another name.',
  body: named,
});

const REMOVE = endpoint({
  method: 'delete',
  path: 'saved-searches/{search}',
  status: 204,
  summary: 'Drops a saved search.',
});

const NOTICES = endpoint({
  method: 'get',
  path: 'notices',
  status: 200,
  summary: 'What you were told, newest first.',
  query: z.strictObject({ cursor: cursorText }),
  answer: z.object({
    unread: z.int().meta({ description: '100 at most.' }),
    notices: z.array(
      z.object({
        seq: z.int(),
        kind: z.enum(['reminder', 'overdue', 'news']),
        ticketId: z.string().nullable(),
        code: z.string().nullable(),
        words: z.string(),
        at: instant,
        readAt: instant.nullable(),
      }),
    ),
    next,
  }),
});

const READ = endpoint({
  method: 'post',
  path: 'notices/{seq}/read',
  status: 204,
  summary: 'Marks a notice of yours as read.',
});

/** What a person keeps at the desk: notices and searches of one's own, and who works where. */
@Controller(API_ROOT)
@Allow('signedIn')
export class ApiDeskController {
  constructor(
    private readonly directory: StaffDirectory,
    private readonly saved: SavedSearches,
    private readonly notices: NoticeQueries,
    private readonly readNotices: ReadNotices,
  ) {}

  @Endpoint(UNITS)
  @Allow(STAFF)
  async units(): Promise<unknown> {
    const [units, officers] = await Promise.all([this.directory.handlingUnits(), this.directory.contactOfficers()]);
    return { units: units.map((unit) => ({ ...unit, officers: officers.filter(({ unitId }) => unitId === unit.id) })) };
  }

  @Endpoint(SEARCHES)
  async searches(@CurrentActor() actor: Actor): Promise<unknown> {
    return { searches: await this.saved.of(actor) };
  }

  @Endpoint(KEEP)
  async keep(@CurrentActor() actor: Actor, @Asked(KEEP) { body }: Asked<typeof KEEP>): Promise<unknown> {
    return { id: await this.saved.save(actor, body.name, { ...NO_QUESTION, ...body.question }) };
  }

  @Endpoint(RENAME)
  async rename(@CurrentActor() actor: Actor, @Asked(RENAME) { path, body }: Asked<typeof RENAME>): Promise<void> {
    await this.saved.rename(actor, path['search'] ?? '', body.name);
  }

  @Endpoint(REMOVE)
  async remove(@CurrentActor() actor: Actor, @Asked(REMOVE) { path }: Asked<typeof REMOVE>): Promise<void> {
    await this.saved.remove(actor, path['search'] ?? '');
  }

  @Endpoint(NOTICES)
  async told(@CurrentActor() actor: Actor, @Asked(NOTICES) { query }: Asked<typeof NOTICES>): Promise<unknown> {
    const before = readCursor(z.int().positive().max(2_147_483_647), query.cursor);
    const [found, unread] = await Promise.all([
      this.notices.page(actor.id, before, PAGE + 1),
      this.notices.unread(actor.id),
    ]);
    const notices = found.slice(0, PAGE);
    const last = found.length > PAGE ? notices.at(-1) : undefined;
    return { unread, notices, next: last === undefined ? null : writeCursor(last.seq) };
  }

  @Endpoint(READ)
  async read(@CurrentActor() actor: Actor, @Asked(READ) { path }: Asked<typeof READ>): Promise<void> {
    const seq = path['seq'] ?? '';
    if (!/^\d{1,10}$/u.test(seq)) throw new DomainError('not-found', { what: 'notice' });
    await this.readNotices.one(actor, Number(seq));
  }
}
