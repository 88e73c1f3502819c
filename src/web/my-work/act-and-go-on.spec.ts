import { builtInCalendar } from '../../calendar/index.js';
import type { Actor } from '../../kernel/actor.js';
import type { TicketFilter } from '../../tickets/index.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { ActAndGoOn } from './act-and-go-on.js';

const today = { now: new Date('2026-03-19T02:00:00Z'), calendar: builtInCalendar() };
const clerk: Actor = { id: 'a', name: 'A', unitId: 'u', roles: ['registryClerk'] };

describe('an act beside a home that names no list', () => {
  it('leads on in the list that the home shows: the first that holds the ticket', async () => {
    let owed = ['41', '42'];
    const isOwed = ({ furtherOwed }: TicketFilter): boolean => furtherOwed === true;
    const lists = {
      page: (_: Actor, filter: TicketFilter) =>
        Promise.resolve((filter.ids ?? (isOwed(filter) ? owed : [])).map((id) => ({ id }))),
      placeIn: (_: Actor, filter: TicketFilter, { id }: { id: string }) =>
        Promise.resolve(isOwed(filter) && owed.includes(id) ? { nextId: '42' } : null),
      count: (_: Actor, filter: TicketFilter) => Promise.resolve(isOwed(filter) ? owed.length : 0),
    };
    const onward = new ActAndGoOn(
      lists as never,
      { now: () => Promise.resolve(today) } as never,
      {} as never,
      {} as never,
    );
    // Of a request only these are read.
    const request = { session: {}, host: 'hoi-am', headers: { referer: 'http://hoi-am/' } };
    const act = { ticketId: '41', done: 'Đã ghi.' };
    const led = await onward.act({ actor: clerk, request } as unknown as RequestContext, act, () => {
      owed = ['42'];
      return Promise.resolve();
    });
    expect(led.url).toBe('/?danh-sach=gui-them&phieu=42');
  });
});
