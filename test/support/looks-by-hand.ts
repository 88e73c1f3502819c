import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { WrittenSince } from '../../src/platform/database/written-since.js';

const EVERY_MS = 1_000;
const REST_MS = 5;
/** Longer than what is written stands before it is taken for seen. */
const SEEN_AFTER_MS = 120;

const ALL_BUT_INTERVALS = [
  ...(['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
  ...(['setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] as const),
];

/** Looks that come when a test says so instead of once a second. */
export class LooksByHand {
  private readonly asked = jest.spyOn(WrittenSince.prototype, 'isPossible');
  private readonly taken = jest.spyOn(WrittenSince.prototype, 'inAnyCase');

  constructor() {
    jest.useFakeTimers({ doNotFake: ALL_BUT_INTERVALS });
  }

  /** A look from its beginning to its end. @returns whether there was anything to ask */
  async look(): Promise<boolean> {
    const [asked, taken] = [this.asked.mock.calls.length, this.taken.mock.calls.length];
    const isTaken = (): boolean => this.taken.mock.calls.length > taken;
    jest.advanceTimersByTime(EVERY_MS);
    while (this.asked.mock.calls.length === asked && !isTaken()) await pause(REST_MS);
    if (!isTaken() && (await this.asked.mock.results.at(-1)?.value) === false) return false;
    while (!isTaken()) await pause(REST_MS);
    await this.taken.mock.results.at(-1)?.value;
    return true;
  }

  async untilNothingIsNew(): Promise<void> {
    while (await this.look()) await pause(SEEN_AFTER_MS);
  }

  end(): void {
    jest.useRealTimers();
    this.asked.mockRestore();
    this.taken.mockRestore();
  }
}
