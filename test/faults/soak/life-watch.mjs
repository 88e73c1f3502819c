// Loaded into a program before its own code: writes down, while it lives, how long its main thread goes without a turn and how much memory it takes.
// A line each few seconds, so that a killed process leaves what it had seen. Two figures of lag: by the clock, and by its own time on the processor, so
// that other processes of a busy machine are not blamed on it. Two of memory: what the process takes, and what was left after the last full collection.
import { appendFileSync, readFileSync } from 'node:fs';
import { constants, PerformanceObserver } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const LOOKS_MS = 5;
const LINE_MS = 2000;
const NANOSECONDS = 1e6;
const MEBIBYTE = 2 ** 20;
const file = process.env['SOAK_WATCH'];

if (isMainThread && file) {
  let [clock, ran] = [performance.now(), ranFor()];
  let [byClock, byProcessor] = [{}, {}];
  let leftMiB = null;
  new PerformanceObserver((list) => {
    if (!list.getEntries().some(({ detail }) => detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR)) return;
    const { heapUsed, external } = process.memoryUsage();
    leftMiB = (heapUsed + external) / MEBIBYTE;
  }).observe({ entryTypes: ['gc'] });
  setInterval(() => {
    const [nowClock, nowRan] = [performance.now(), ranFor()];
    count(byClock, nowClock - clock);
    count(byProcessor, nowRan - ran);
    [clock, ran] = [nowClock, nowRan];
  }, LOOKS_MS).unref();
  setInterval(() => {
    const rssMiB = process.memoryUsage.rss() / MEBIBYTE;
    const line = { pid: process.pid, at: Date.now(), rssMiB, leftMiB, byClock, byProcessor };
    appendFileSync(file, `${JSON.stringify(line)}\n`);
    [byClock, byProcessor] = [{}, {}];
  }, LINE_MS).unref();
}

/** Whole milliseconds beyond the pause between two looks, each with how often it came. */
function count(lags, tookMs) {
  const lag = Math.max(0, Math.round(tookMs - LOOKS_MS));
  lags[lag] = (lags[lag] ?? 0) + 1;
}

/** Milliseconds that the main thread has run. */
function ranFor() {
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ')[0]) / NANOSECONDS;
}
