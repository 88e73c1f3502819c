import { BodiesAtOnce } from './bodies-at-once.js';

describe('what is under way at once', () => {
  it('is bounded for one sender and for all together, and given back once', () => {
    const bodies = new BodiesAtOnce({ ofOne: 2, ofAll: 3 });
    const [first, second] = [bodies.take('a'), bodies.take('a')];
    expect([bodies.take('a'), bodies.take('b') === null, bodies.take('c')]).toEqual([null, false, null]);
    first?.();
    first?.();
    expect([bodies.take('c') === null, bodies.take('a')]).toEqual([false, null]);
    second?.();
    expect(bodies.take('a')).not.toBeNull();
  });

  it('counts by weight', () => {
    const bodies = new BodiesAtOnce({ ofOne: 10, ofAll: 15 });
    expect([bodies.take('a', 8) === null, bodies.take('a', 3), bodies.take('b', 8)]).toEqual([false, null, null]);
    expect(bodies.take('b', 7)).not.toBeNull();
  });
});
