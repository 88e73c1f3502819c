import { routeAfter, routeHeard, routeOf, type RoutePerson, type RouteStep } from './signature-route.js';

const AT = new Date('2026-03-18T03:00:00Z');
const person = (id: string): RoutePerson => ({ id, name: id, position: null, eOfficeCode: id, insteadOf: null });
const step = (position: number, action: RouteStep['action'], status: RouteStep['status'] = 'waiting'): RouteStep => ({
  position,
  action,
  status,
  at: null,
  comment: null,
});
const ROUTE = [step(1, 'initial'), step(2, 'sign'), step(3, 'seal')];

describe('the route of a letter', () => {
  it.each([
    ['the leader and the seal alone', [], ['sign khanh', 'seal so']],
    ['initials first', ['thang', 'thuy'], ['initial thang', 'initial thuy', 'sign khanh', 'seal so']],
    ['one person once', ['thang', 'thang'], ['initial thang', 'sign khanh', 'seal so']],
    ['no initials of the leader', ['khanh'], ['sign khanh', 'seal so']],
  ])('is laid out: %s', (_rule, initials, expected) => {
    const desks = routeOf(initials.map(person), person('khanh'), person('so'));
    expect(desks.map(({ action, person: { id } }) => `${action} ${id}`)).toEqual(expected);
    expect(desks.map(({ position }) => position)).toEqual(expected.map((_, at) => at + 1));
  });

  it('follows what the e-office says of each desk, and nothing that it does not understand', () => {
    const news = [
      { order: 1, status: 'done', at: AT, comment: 'Đã xem.' },
      { order: 2, status: 'thinking' },
      { order: 9, status: 'done' },
    ];
    expect(routeHeard(ROUTE, news)).toEqual([{ position: 1, status: 'done', at: AT, comment: 'Đã xem.' }]);
  });

  it('does not come back to a desk that was left', () => {
    const left = [step(1, 'initial', 'done'), step(2, 'sign')];
    expect(
      routeHeard(left, [
        { order: 1, status: 'returned' },
        { order: 2, status: 'waiting' },
      ]),
    ).toEqual([]);
  });

  it.each([
    ['signed', ['1 done', '2 done']],
    ['sealed', ['1 done', '2 done', '3 done']],
    ['returned', ['1 returned', '2 cancelled', '3 cancelled']],
    ['rejected', ['1 returned', '2 cancelled', '3 cancelled']],
    ['cancelled', ['1 cancelled', '2 cancelled', '3 cancelled']],
    ['failed', ['1 cancelled', '2 cancelled', '3 cancelled']],
    ['proofFailed', ['1 cancelled', '2 cancelled', '3 cancelled']],
    ['sealing', []],
    ['submitted', []],
  ] as const)('ends with its letter: %s', (to, expected) => {
    const changes = routeAfter(ROUTE, to, { at: AT, comment: 'Sửa mục 2.' });
    expect(changes.map(({ position, status }) => `${String(position)} ${status}`)).toEqual(expected);
  });

  it('keeps the words of the person who gave the letter back at his desk', () => {
    const signed = [step(1, 'initial', 'done'), step(2, 'sign'), step(3, 'seal')];
    const [back] = routeAfter(signed, 'returned', { at: AT, comment: 'Sửa mục 2.' });
    expect(back).toEqual({ position: 2, status: 'returned', at: AT, comment: 'Sửa mục 2.' });
  });
});
