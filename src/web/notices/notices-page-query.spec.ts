import type { Actor } from '../../kernel/actor.js';
import { NoticesPageQuery } from './notices-page-query.js';

const officer: Actor = { id: 'ngoc', name: 'Ngọc', unitId: 'u', roles: ['contactOfficer'] };
const head: Actor = { id: 'thang', name: 'Thắng', unitId: 'u', roles: ['unitHead'] };

it('a notice names its ticket as its reader reads it, also where the reader is the substitute of a person who reads more', async () => {
  const notices = {
    page: () =>
      Promise.resolve([
        { seq: 1, ticketId: 'both' },
        { seq: 2, ticketId: 'other' },
      ]),
    unread: () => Promise.resolve(2),
    quiet: () => Promise.resolve([]),
  };
  const subjects = (reader: Actor) =>
    reader === officer
      ? [{ id: 'both', subject: '[che]' }]
      : [
          { id: 'both', subject: 'Lớp 11A5' },
          { id: 'other', subject: 'Thu tiền' },
        ];
  const tickets = { byIds: (reader: Actor) => Promise.resolve(subjects(reader)) };
  const standIns = { of: () => Promise.resolve([{ actor: head }]) };
  const query = new NoticesPageQuery(notices as never, tickets as never, {} as never, standIns as never);
  const { visible } = await query.read(officer, null);
  expect(Object.fromEntries(visible)).toEqual({ both: '[che]', other: 'Thu tiền' });
});
