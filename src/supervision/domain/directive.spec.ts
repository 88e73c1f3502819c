import { civilDate } from '../../kernel/civil-date.js';
import { DIRECTIVE_STATES, isOverdue, mayStep, requireDueOn, stepFrom, type DirectiveState } from './directive.js';

const TODAY = civilDate('2026-03-18');

describe('a directive', () => {
  it.each([
    ['answer', ['open']],
    ['return', ['answered']],
    ['close', ['open', 'answered']],
    ['handOver', ['open', 'answered']],
  ] as const)('takes the step “%s” from %s alone', (step, from) => {
    const possible = DIRECTIVE_STATES.filter((state) => mayStep(step, state));
    expect(possible).toEqual(from);
    for (const state of DIRECTIVE_STATES.filter((one) => !possible.includes(one))) {
      expect(() => stepFrom(step, state)).toThrow('changed-meanwhile');
    }
  });

  it.each<[DirectiveState, string, boolean]>([
    ['open', '2026-03-18', false],
    ['open', '2026-03-17', true],
    ['answered', '2026-03-17', false],
  ])('%s with the day %s is overdue: %s', (state, dueOn, overdue) => {
    expect(isOverdue({ state, dueOn: civilDate(dueOn) }, TODAY)).toBe(overdue);
  });

  it('has a day that is not over', () => {
    expect(requireDueOn(TODAY, TODAY)).toBe(TODAY);
    expect(() => requireDueOn(null, TODAY)).toThrow('input-invalid');
    expect(() => requireDueOn(civilDate('2026-03-17'), TODAY)).toThrow('input-invalid');
  });
});
