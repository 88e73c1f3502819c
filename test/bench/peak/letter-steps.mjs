/**
 * Where the CPU of a letter goes: several letters go through the pages of the application in step, from assignment to answer, and after each step its jobs are
 * waited for. What the application takes at rest is left out. The first rounds are told and not counted: code that ran a few times only is not compiled yet,
 * and costs up to twice as much.
 *
 *   npm run bench:letter                                 a table
 *   npm run bench:letter -- --rounds 3 --warm 6 --letters 8 --tickets 5000 --kept FOLDER
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { openUseCases } from '../../../dist/src/bootstrap/start.js';
import { Stage } from '../../../dist/src/cli/demo/stage.js';
import { readSettings } from '../../../dist/src/config/settings.js';
import { SYSTEM } from '../../../dist/src/kernel/actor.js';
import { TicketReader } from '../../../dist/src/tickets/index.js';
import { robotAtPages } from './at-the-pages.mjs';
import { layOut } from './department.mjs';
import { Hotline } from './hotline.mjs';
import { AppProcess } from './processes.mjs';

const PER_SECOND = 4;
const FIRST_SECONDS = 10;
const REST_MS = 15_000;
const LOOKED_EVERY_MS = 100;
/** So many looks after one another that find nothing to do. */
const QUIET_LOOKS = 2;
const TICK_MS = 10;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    warm: { type: 'string', default: '6' },
    letters: { type: 'string', default: '8' },
    tickets: { type: 'string', default: '5000' },
    kept: { type: 'string' },
  },
});
const [rounds, warm, letters] = [values.rounds, values.warm, values.letters].map(Number);
const directory = mkdtempSync(join(tmpdir(), 'hoi-am-letter-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
process.once('SIGTERM', () => process.exit(143));
await layOut({ directory, ...values });
const stage = await Stage.at(directory, 'dist', { app: 0, eOffice: 0 });
await stage.startEOffice();
// The demonstration looks every other second; here the e-office tells.
const { E_OFFICE_POLL_SECONDS: _, ...environment } = { ...stage.environment, HOI_AM_LOG: 'error' };
const app = await AppProcess.start({ url: stage.url, environment });
process.on('exit', () => {
  app.child.kill('SIGKILL');
  void stage.stop();
});
const sqlite = new Sqlite(join(directory, 'du-lieu', 'hoi-am.db'), { readonly: true });
const open = sqlite.prepare('SELECT count(*) FROM outbox WHERE finishedAt IS NULL').pluck();
const known = sqlite.prepare('SELECT count(*) FROM ticket WHERE hotlineCode = ?').pluck();
const context = await openUseCases(readSettings(environment));
const reader = context.get(TicketReader);
let act = '';
const robot = robotAtPages(context, { url: stage.url, eOfficeUrl: stage.eOfficeUrl, told: (what) => (act = what) });
const hotline = new Hotline(stage.eOfficeUrl);
let atRest = 0;
await arrive(FIRST_SECONDS);
const rest = await spent(() => pause(REST_MS));
atRest = rest.own / rest.ms;
const steps = new Map();
for (let round = 0; round < warm + rounds; round += 1) await answered(round >= warm);
report();
await app.stop();
await context.close();
await stage.stop();
process.exit();

async function answered(isCounted) {
  const from = hotline.accepted.length;
  const taken = new Map([['đến', await spent(() => arrive(letters / PER_SECOND))]]);
  const codes = hotline.accepted.slice(from).map(({ hotlineCode }) => hotlineCode);
  const before = threadsOf();
  let waiting = await Promise.all(codes.map(async (code) => (await reader.byHotlineCode(SYSTEM, code)).id));
  while (waiting.length > 0) {
    const left = [];
    const did = new Set();
    const step = await spent(async () => {
      for (const id of waiting) {
        act = '';
        const { state } = await robot.step(id);
        if (state !== 'answered') left.push(id);
        did.add(act);
      }
      await drained();
    });
    const name = [...did].filter((one) => one !== '').join(', ') || 'chờ';
    taken.set(name, sum(taken.get(name) ?? { own: 0, begun: 0 }, step));
    waiting = left;
  }
  tell(
    taken,
    Object.entries(threadsOf()).map(([name, ms]) => `${name} ${((ms - (before[name] ?? 0)) / letters).toFixed(0)}`),
  );
  if (isCounted) for (const [name, step] of taken) steps.set(name, [...(steps.get(name) ?? []), step]);
}

async function arrive(seconds) {
  await hotline.send({ perSecond: PER_SECOND, seconds });
  await drained();
}

async function drained() {
  const isQuiet = () => open.get() === 0 && hotline.accepted.every(({ hotlineCode }) => known.get(hotlineCode) > 0);
  for (let quiet = 0; quiet < QUIET_LOOKS; quiet = isQuiet() ? quiet + 1 : 0) await pause(LOOKED_EVERY_MS);
}

/** CPU ms of the application and of what it has begun, without what it takes at rest. */
async function spent(happen) {
  const [from, began] = [app.cpuMs(), performance.now()];
  await happen();
  const [to, ms] = [app.cpuMs(), performance.now() - began];
  return { own: to.own - from.own - atRest * ms, begun: to.begun - from.begun, ms };
}

function sum(one, other) {
  return { own: one.own + other.own, begun: one.begun + other.begun };
}

/** CPU ms of the main thread, and of the others by their names: compiling and clearing memory, file access, threads of our own. */
function threadsOf() {
  const named = {};
  for (const id of readdirSync(`/proc/${app.pid}/task`)) {
    const stat = readFileSync(`/proc/${app.pid}/task/${id}/stat`, 'latin1');
    const end = stat.lastIndexOf(')');
    const name = Number(id) === app.pid ? 'main' : stat.slice(stat.indexOf('(') + 1, end);
    const [user, system] = stat
      .slice(end + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    named[name] = (named[name] ?? 0) + (user + system) * TICK_MS;
  }
  return named;
}

function tell(taken, threads) {
  const { own, begun } = [...taken]
    .filter(([name]) => name !== 'đến')
    .map(([, step]) => step)
    .reduce(sum);
  const each = [own, begun].map((ms) => (ms / letters).toFixed(0));
  // Progress, beside the table: a round takes minutes.
  console.error(
    `a letter ${each[0]} CPU ms, and ${each[1]} in programs; load ${loadavg()[0].toFixed(1)}; threads: ${threads.join(', ')}`,
  );
}

function report() {
  const rows = [...steps].map(([name, taken]) => {
    const { own, begun } = taken.reduce(sum);
    const each = [own, begun].map((ms) => (ms / letters / rounds).toFixed(1).padStart(10));
    return `${name.padEnd(24)}${each.join('')}`;
  });
  const whole = [...steps.values()].flat().reduce(sum);
  const each = [whole.own, whole.begun].map((ms) => (ms / letters / rounds).toFixed(1).padStart(10));
  // The table that the command is for.
  console.log(
    [
      `${'step'.padEnd(24)}${'CPU ms'.padStart(10)}${'programs'.padStart(10)}`,
      ...rows,
      `${'arrival to answer'.padEnd(24)}${each.join('')}`,
    ].join('\n'),
  );
}
