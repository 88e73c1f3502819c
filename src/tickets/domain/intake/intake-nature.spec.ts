import { GUARDS } from '../guards.js';
import { DIVERSIONS } from './intake-nature.js';
import { requireReturn } from '../refusal.js';
import { ACT_NAMES, TICKET_ACTS } from '../ticket-acts.js';
import { NATURES, type Nature, type TicketState } from '../ticket-state.js';

const OTHERS = NATURES.filter((nature) => nature !== 'feedback');

describe('a return of what is no feedback', () => {
  it.each(OTHERS)('rule 7: for %s a return is prepared that may be sent', (nature) => {
    expect(requireReturn(DIVERSIONS[nature])).toEqual(DIVERSIONS[nature]);
  });
});

/** Everywhere a ticket can go from a state, by anybody, when every condition but its nature lets it. */
function reachable(from: TicketState, nature: Nature): ReadonlySet<TicketState> {
  const barred = nature === 'feedback' ? null : 'isFeedback';
  const seen = new Set<TicketState>([from]);
  for (const state of seen) {
    for (const name of ACT_NAMES) {
      const { moves, guards } = TICKET_ACTS[name];
      const target = moves[state];
      if (target !== undefined && !guards.some((guard) => guard === barred)) seen.add(target);
    }
  }
  return seen;
}

describe('content that is no feedback', () => {
  it('rule 7: the table asks for the nature wherever a ticket is handed out or taken', () => {
    expect(GUARDS.isFeedback).toBeDefined();
    expect(reachable('classified', 'feedback')).toContain('processing');
  });

  it.each(OTHERS)('rule 7: %s never comes to be processed, whatever is done with it', (nature) => {
    const states = reachable('classified', nature);
    expect([...states].filter((state) => ['assigned', 'verifying', 'processing'].includes(state))).toEqual([]);
    expect(states).toContain('returned');
  });
});
