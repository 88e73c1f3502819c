/**
 * A clerk who looks at a work list every 200 ms, in a process of its own. Sent `take`, it answers with how long each look since the last `take` has lasted: by
 * the clock, and without the time in which the application's main thread or this process could have run and other programs had the processor.
 *
 * node clerk.mjs URL COOKIE PID
 */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

const EVERY_MS = 200;
const NANOSECONDS = 1e6;

const [url, cookie, pid] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
let looks = [];
let asked = 0;
const open = new Set();
setInterval(() => {
  const look = once().finally(() => open.delete(look));
  open.add(look);
}, EVERY_MS);
process.once('disconnect', () => process.exit());
process.on('message', async () => {
  await Promise.all(open);
  process.send({ looks, asked });
  [looks, asked] = [[], 0];
});

async function once() {
  asked += 1;
  const [clock, waited] = [performance.now(), waitedFor()];
  const status = await answerOf();
  const ms = performance.now() - clock;
  looks.push({ ms, ownMs: Math.max(0, ms - (waitedFor() - waited)), status });
}

function answerOf() {
  return new Promise((resolve) => {
    const headers = { accept: 'text/html', 'accept-encoding': 'gzip', cookie };
    const asking = request(url, { agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    asking.on('error', ({ code }) => resolve(code));
    asking.end();
  });
}

/** Milliseconds in which either main thread could have run and had no processor. */
function waitedFor() {
  return [pid, process.pid].reduce(
    (sum, one) =>
      sum + Number(readFileSync(`/proc/${one}/task/${one}/schedstat`, 'latin1').split(' ')[1]) / NANOSECONDS,
    0,
  );
}
