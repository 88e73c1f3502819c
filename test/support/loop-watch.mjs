// Loaded into a server before its own code: how long its main thread goes on without a turn, and how much memory it takes.
// Asked for over the channel to the parent. Its own time on the processor is counted, so that other processes of a busy
// machine are not blamed on it.
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const LOOKS_MS = 5;
const NANOSECONDS = 1e6;

if (isMainThread && process.send) {
  let last = ranFor();
  let longest = 0;
  let first = 0;
  let highest = 0;
  setInterval(() => {
    const now = ranFor();
    longest = Math.max(longest, now - last);
    last = now;
    highest = Math.max(highest, process.memoryUsage.rss());
  }, LOOKS_MS).unref();
  process.on('message', (asked) => {
    if (asked === 'begin') {
      first = process.memoryUsage.rss();
      [last, longest, highest] = [ranFor(), 0, first];
      process.send({ begun: true });
    } else if (asked.holdUp) {
      for (const until = ranFor() + asked.holdUp * NANOSECONDS; ranFor() < until;);
      process.send({ heldUp: true });
    } else process.send({ longestMs: longest / NANOSECONDS, grownBytes: highest - first });
  });
  process.channel.unref();
}

/** Nanoseconds that the main thread has run. */
function ranFor() {
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ')[0]);
}
