import {
  currentStep,
  isWalkable,
  mayBecome,
  type RouteStep,
  statusAfterStep,
  type StepAction,
} from './signature-route.js';

const step = (stepOrder: number, action: StepAction, status: RouteStep['status'] = 'waiting'): RouteStep => ({
  stepOrder,
  userCode: `user-${stepOrder}`,
  action,
  status,
});

describe('the route of a letter', () => {
  it.each([
    ['one leader signs', [step(1, 'sign')], true],
    ['initials, a signature, the seal', [step(1, 'initial'), step(2, 'sign'), step(3, 'seal')], true],
    ['a seal without a signature', [step(1, 'seal')], false],
    ['a seal before the signature', [step(1, 'seal'), step(2, 'sign')], false],
    ['two seals', [step(1, 'sign'), step(2, 'seal'), step(3, 'seal')], false],
    ['two steps with one order', [step(1, 'sign'), step(1, 'seal')], false],
  ])('is walkable or not: %s', (_route, steps, walkable) => {
    expect(isWalkable(steps)).toBe(walkable);
  });

  it('gives the turn to the first who has not acted, never to the seal', () => {
    expect(currentStep([step(1, 'initial', 'done'), step(2, 'sign'), step(3, 'seal')])?.stepOrder).toBe(2);
    expect(currentStep([step(1, 'sign', 'done'), step(2, 'seal')])).toBeUndefined();
  });

  it('is signed with the last leader, in progress before', () => {
    expect(statusAfterStep([step(1, 'initial'), step(2, 'sign'), step(3, 'seal')])).toBe('inProgress');
    expect(statusAfterStep([step(1, 'initial', 'done'), step(2, 'sign'), step(3, 'seal')])).toBe('signed');
  });

  it.each([
    ['a letter given back is never signed', 'returned', 'signed', false],
    ['a letter is not sealed before it is signed', 'received', 'sealed', false],
    ['a sealed letter is not withdrawn', 'sealed', 'cancelled', false],
    ['a signed letter may be withdrawn', 'signed', 'cancelled', true],
  ] as const)('%s', (_rule, from, to, allowed) => {
    expect(mayBecome(from, to)).toBe(allowed);
  });
});
