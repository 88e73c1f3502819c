import { builtInCalendar } from '../../calendar/index.js';
import type { KeptProposal } from '../../proposals/domain/kept-proposal.js';
import { aTicket } from '../../../test/support/a-ticket.js';
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
    ['may be marked by those who assign', true, PROPOSAL, true],
    ['are not marked by those for whom there is no page that assigns', false, PROPOSAL, false],
    ['are not marked where nobody is proposed', true, { ...PROPOSAL, units: [] }, false],
  ])('%s', (_rule, assigns, proposal, choosable) => {
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
        assigns,
        rows: [aTicket({ id: 't-1' })],
        before: 0,
        proposals: new Map([['t-1', proposal]]),
      },
      today,
    );
    expect(view.rows.map((row) => row.choosable)).toEqual([choosable]);
  });
});
