import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOOKS_MS = 5;
const NANOSECONDS = 1e6;
const SETTLED_MS = 15;

/**
 * The longest time on the processor that the main thread of this process took between two turns of its event loop. Its own time is counted, not that of
 * the clock: what other processes of a busy machine do is not blamed on the app. The collection of rubbish in the test's own heap is seen too, so a
 * long hold is measured again before it is believed.
 */
export class LoopWatch {
  private last = ranFor();
  private longest = 0;
  private readonly timer: NodeJS.Timeout;

  private constructor() {
    this.timer = setInterval(() => this.look(), LOOKS_MS);
  }

  /** @returns milliseconds */
  static async over(act: () => Promise<unknown>): Promise<number> {
    await pause(SETTLED_MS);
    const watch = new LoopWatch();
    try {
      await act();
      await pause(SETTLED_MS);
    } finally {
      clearInterval(watch.timer);
    }
    return watch.longest / NANOSECONDS;
  }

  private look(): void {
    const now = ranFor();
    this.longest = Math.max(this.longest, now - this.last);
    this.last = now;
  }
}

/** Nanoseconds that the main thread has run. */
export function ranFor(): number {
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ')[0]);
}
