import { atOnce, inTurns, type Steps } from './turns.js';

function* counted(steps: number, each: () => void): Steps<number> {
  for (let at = 0; at < steps; at += 1) {
    each();
    yield;
  }
  return steps;
}

describe('work in steps', () => {
  it('lets others have their turns while it goes on', async () => {
    let others = 0;
    let isOver = false;
    const count = (): void => {
      others += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const busy = (): void => {
      for (const until = performance.now() + 4; performance.now() < until;);
    };
    expect(await inTurns(counted(20, busy))).toBe(20);
    isOver = true;
    expect(others).toBeGreaterThan(2);
  });

  it('is done without a break where it is short', () => {
    expect(atOnce(counted(3, () => undefined))).toBe(3);
  });

  it('fails as its step does', async () => {
    const failing = (): never => {
      throw new RangeError('injected');
    };
    await expect(inTurns(counted(1, failing))).rejects.toThrow('injected');
  });
});
