import { builtInCalendar } from '../../calendar/index.js';
import type { KeptProposal } from '../../proposals/domain/kept-proposal.js';
import { aTicket } from '../../../test/support/a-ticket.js';
import { manyActsOf } from '../many-tickets/many-acts.js';
import { myWorkView } from './my-work-view.js';

const today = { now: new Date('2026-03-18T03:00:00Z'), calendar: builtInCalendar() };
const PROPOSAL: KeptProposal = {
  category: null,
  level: null,
  basis: null,
  agency: null,
  units: [{ unitId: 'gdtrh', officerId: 'ngoc', reason: 'Theo bảng phân công.', earlier: [] }],
};

describe('the rows of the work', () => {
  it.each([
    ['may be marked by those who do something with several', ['registryClerk'], true],
    ['are not marked by those who do not', ['formatChecker'], false],
  ] as const)('%s', (_rule, roles, choosable) => {
    const view = myWorkView(
      {
        groups: [],
        counts: new Map(),
        chosen: null,
        cursor: null,
        preview: null,
        standIns: [],
        names: { units: new Map(), people: new Map() },
        pausedUntil: new Map(),
        manyActs: manyActsOf({ id: 'a', name: 'A', unitId: null, roles }),
        rows: [aTicket({ id: 't-1' })],
        before: 0,
        proposals: new Map([['t-1', PROPOSAL]]),
      },
      today,
    );
    expect(view.rows.map((row) => row.choosable)).toEqual([choosable]);
  });
});
