/**
 * Asks an app for pages, in a process of its own. The argument is JSON: {origin, paths, perMinute, seconds, addresses, cookie}.
 *
 * With `perMinute` requests begin at that rate, whatever becomes of those before, from so many addresses of this machine in turn; with 0 each begins
 * when the one before has ended, as one person reads. At the end one line of JSON: {asked, statuses, millis}.
 */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const { origin, paths, perMinute, seconds, addresses = 1, cookie = '' } = JSON.parse(process.argv[2]);
const TICK_MS = 20;
const REST_MS = 40;
const agents = Array.from({ length: addresses }, (_, at) => ({
  agent: new Agent({ keepAlive: true, maxSockets: 20 }),
  localAddress: `127.0.0.${String(at + 2)}`,
}));
const statuses = {};
const millis = [];
let asked = 0;

function ask() {
  const { agent, localAddress } = agents[asked % agents.length];
  const path = paths[asked % paths.length];
  asked += 1;
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { accept: 'text/html', 'accept-encoding': 'gzip', ...(cookie && { cookie }) };
    const asking = request(`${origin}${path}`, { agent, localAddress, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        millis.push(performance.now() - began);
        statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1;
        resolve();
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}

const end = performance.now() + seconds * 1000;
if (perMinute === 0) {
  while (performance.now() < end) {
    await ask();
    await pause(REST_MS);
  }
} else {
  const began = performance.now();
  const open = [];
  while (performance.now() < end) {
    const owed = Math.floor(((performance.now() - began) * perMinute) / 60_000) - asked;
    for (let step = 0; step < owed; step += 1) open.push(ask());
    await pause(TICK_MS);
  }
  await Promise.all(open);
}
for (const { agent } of agents) agent.destroy();
process.stdout.write(`${JSON.stringify({ asked, statuses, millis })}\n`);
