import { deskOwes, judgingAct } from './judging.js';
import { NATURES, type TicketState } from './ticket-state.js';

const OTHER = NATURES.filter((nature) => nature !== 'feedback');

describe('judging a ticket', () => {
  it.each<[string, TicketState, 'classify' | 'divert']>([
    ['at the desk judges it', 'received', 'classify'],
    ['at the desk judges it again', 'classified', 'classify'],
    ['that a unit was given takes it away', 'assigned', 'divert'],
    ['that a unit verifies takes it away', 'verifying', 'divert'],
    ['that a unit works on takes it away', 'processing', 'divert'],
    ['that came back takes it away', 'reopened', 'divert'],
  ])('rule 7: as no feedback, %s', (_what, state, act) => {
    expect(OTHER.map((nature) => judgingAct(state, nature))).toEqual(OTHER.map(() => act));
    expect(judgingAct(state, 'feedback')).toBe('classify');
  });

  it('says what the desk owes: a unit to feedback, a way out to everything else', () => {
    expect(NATURES.map((nature) => deskOwes({ nature }))).toEqual(['assign', ...OTHER.map(() => 'returnNotCompetent')]);
  });
});
