/**
 * The national peak hour, in a bounded run: a department of 5,000 tickets, the application and the simulated e-office each in a process of its own, five minutes
 * of the nation's arrivals in the peak hour of its peak day, letters made by LibreOffice, signed and sent, and then a minute of 25 times a usual peak hour at once;
 * meanwhile a clerk looks at a work list five times a second.
 *
 *   npm run bench:peak                            a table
 *   npm run bench:peak -- --minutes 1             fewer arrivals; --letters N, --surge SECONDS, --tickets N likewise
 *   npm run bench:peak -- --kept FOLDER           the department is made there once; each run works on a copy
 *
 * Judged are shares of a core, a ratio of waits, and whether anything is lost. Ends with status 1 when one falls short.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { openUseCases } from '../../../dist/src/bootstrap/start.js';
import { Stage } from '../../../dist/src/cli/demo/stage.js';
import { readSettings } from '../../../dist/src/config/settings.js';
import { chainEnds, differences } from './both-sides.mjs';
import { layOut } from './department.mjs';
import { Hotline } from './hotline.mjs';
import { AppProcess } from './processes.mjs';
import { Visitor } from './visitor.mjs';

/** 100,000 tickets on the nation's peak day, a fifth of them in its peak hour; a usual peak hour has 1.1 a second, and its surge 25 times as many. */
const NATION = { perSecond: 5.6, surgePerSecond: 28, byLetter: 0.3 };
const GOALS = { arrivals: 0.25, withLetters: 0.5, p99: 2, lost: 0 };
/** What is compiled and cached at first is no part of a price. */
const WARM_UP = { perSecond: 2, seconds: 60, letters: 24 };
const QUIET_MS = 60_000;
const PATIENCE_MS = 1_800_000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    letters: { type: 'string', default: '40' },
    surge: { type: 'string', default: '60' },
    tickets: { type: 'string', default: '5000' },
    kept: { type: 'string' },
  },
});
const [minutes, letters, surge] = [values.minutes, values.letters, values.surge].map(Number);
const directory = mkdtempSync(join(tmpdir(), 'hoi-am-peak-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
process.once('SIGTERM', () => process.exit(143));
tell(`A department of ${values.tickets} tickets …`);
await layOut({ directory, ...values });
const stage = await Stage.at(directory, 'dist', { app: 0, eOffice: 0 });
await stage.startEOffice();
// The demonstration looks every other second.
const { E_OFFICE_POLL_SECONDS: _, ...environment } = { ...stage.environment, HOI_AM_LOG: 'error' };
const ends = await withUseCases(chainEnds);
const app = await AppProcess.start({ url: stage.url, environment });
process.on('exit', () => {
  app.child.kill('SIGKILL');
  void stage.stop();
});
const sqlite = new Sqlite(join(directory, 'du-lieu', 'hoi-am.db'), { readonly: true });
const hotline = new Hotline(stage.eOfficeUrl);
const { cookie } = await Visitor.signedIn(stage.url, 'vanthu');
const clerk = fork(fileURLToPath(new URL('clerk.mjs', import.meta.url)), [`${stage.url}/`, cookie, String(app.pid)]);

tell('Warming up …');
await hotline.send(WARM_UP);
await drained();
const codesOf = (messages) => messages.map(({ hotlineCode }) => hotlineCode);
const warm = letters === 0 ? [] : codesOf(hotline.accepted.slice(0, WARM_UP.letters));
await answer(warm);
tell('Quiet …');
const quiet = await phase(() => pause(QUIET_MS));
tell(`${minutes} minutes of the nation's arrivals …`);
const hour = await phase(async () => {
  await hotline.send({ perSecond: NATION.perSecond, seconds: minutes * 60 });
  await drained();
});
tell(`${letters} letters …`);
const answered = codesOf(hotline.accepted.slice(hotline.accepted.length - letters));
const written = await phase(() => answer(answered));
tell('Quiet again …');
const quietAgain = await phase(() => pause(QUIET_MS));
tell(`${surge} seconds of the surge …`);
const flood = await phase(async () => {
  await hotline.send({ perSecond: NATION.surgePerSecond, seconds: surge });
  await drained();
});
clerk.kill();
const peer = await (await fetch(`${stage.eOfficeUrl}/api/ledger`)).json();
await app.stop();
const { accepted } = hotline;
const lost = await withUseCases((context) =>
  differences(context, { accepted, letters: [...warm, ...answered], ends, peer }),
);
await stage.stop();
report();
process.exit();

function report() {
  const [resting] = [quiet, quietAgain].map(({ own, ms }) => own / ms).toSorted((one, other) => one - other);
  const perArrival = (hour.own - resting * hour.ms) / hour.arrivals;
  const perLetter = letters === 0 ? 0 : (written.own - resting * written.ms) / letters;
  const shares = {
    arrivals: (perArrival * NATION.perSecond) / 1000,
    withLetters: ((perArrival + NATION.byLetter * perLetter) * NATION.perSecond) / 1000,
  };
  const still = [...quiet.looks, ...quietAgain.looks];
  const p99 = part(flood.looks, 0.99) / part(still, 0.99);
  const begun = letters === 0 ? 0 : written.begun / letters;
  const rate = (flood.arrivals / flood.ms) * 1000;
  // The table that the command is for.
  console.log(
    [
      `load at the end ${loadavg()[0].toFixed(1)}; ${accepted.length} messages, ${letters} letters`,
      `an arrival ${perArrival.toFixed(1)} CPU ms; a letter ${perLetter.toFixed(0)} CPU ms, and ${begun.toFixed(0)} in programs that the application begins (LibreOffice)`,
      `at rest, with the clerk's looks, ${resting.toFixed(3)} of a core`,
      row('arrivals, share of a core', shares.arrivals, GOALS.arrivals),
      row('with letters, share of a core', shares.withLetters, GOALS.withLetters),
      row('p99 of the list, surge : quiet', p99, GOALS.p99),
      row('lost, doubled or broken', lost.length, GOALS.lost),
      ...lost.slice(0, 20).map((what) => `    ${what}`),
      `surge: ${flood.arrivals} messages in ${surge} s, all worked off ${(flood.ms / 1000).toFixed(0)} s after the first, ${rate.toFixed(1)}/s, ${(flood.own / flood.ms).toFixed(2)} of a core`,
      ...Object.entries({ quiet, hour, letters: written, 'quiet again': quietAgain, surge: flood })
        .filter(([, { looks: seen }]) => seen.length > 0)
        .map(waits),
    ].join('\n'),
  );
  if (shares.arrivals > GOALS.arrivals || shares.withLetters > GOALS.withLetters || p99 > GOALS.p99 || lost.length > 0)
    process.exitCode = 1;
}

function row(what, figure, goal) {
  return `${what.padEnd(34)}${figure.toFixed(2).padStart(8)}   <= ${String(goal).padEnd(6)}${figure <= goal ? 'yes' : 'short'}`;
}

function waits([name, { looks: seen, load }]) {
  const wall = seen.map(({ ms }) => ({ ownMs: ms }));
  const both = [0.5, 0.99].map((share) => `${part(seen, share).toFixed(0)} (${part(wall, share).toFixed(0)})`);
  const odd = seen.map(({ status }) => status).filter((status) => status !== 200);
  const unanswered = odd.length === 0 ? '' : `; ${odd.length} not answered: ${[...new Set(odd)].join(', ')}`;
  return `list, ${name}: ${seen.length} looks, p50 ${both[0]} ms, p99 ${both[1]} ms, by the clock in brackets; load ${load}${unanswered}`;
}

/** The wait that so large a part of the looks stays below, without the time in which other programs had the processor. */
function part(seen, share) {
  const sorted = seen.map(({ ownMs }) => ownMs).toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** What the application and its clerk went through while something happened. */
async function phase(happen) {
  await looks();
  const [from, began, arrived] = [app.cpuMs(), performance.now(), hotline.accepted.length];
  await happen();
  const [to, ms] = [app.cpuMs(), performance.now() - began];
  const load = loadavg()[0].toFixed(1);
  const spent = { own: to.own - from.own, begun: to.begun - from.begun };
  return { ...spent, ms, load, arrivals: hotline.accepted.length - arrived, looks: await looks() };
}

async function looks() {
  clerk.send('take');
  const [{ looks: seen }] = await once(clerk, 'message');
  return seen;
}

/** Every message has its ticket, and no job is open. */
async function drained() {
  const open = sqlite.prepare('SELECT count(*) FROM outbox WHERE finishedAt IS NULL').pluck();
  const known = sqlite.prepare('SELECT count(*) FROM ticket WHERE hotlineCode = ?').pluck();
  const patience = AbortSignal.timeout(PATIENCE_MS);
  for (let owed = hotline.accepted; !patience.aborted; await pause(500)) {
    owed = owed.filter(({ hotlineCode }) => known.get(hotlineCode) === 0);
    if (owed.length === 0 && open.get() === 0) return;
  }
  throw new Error(`${open.get()} jobs are still open after ${PATIENCE_MS / 60_000} minutes.`);
}

/** People of the department and the leader of the e-office, in a process of their own. */
async function answer(codes) {
  if (codes.length === 0) return;
  const people = fork(fileURLToPath(new URL('people.mjs', import.meta.url)), [], {
    env: { ...process.env, ...environment },
  });
  people.send({ url: stage.url, eOfficeUrl: stage.eOfficeUrl, codes });
  await once(people, 'exit');
  if (people.exitCode !== 0) throw new Error('Not all letters were answered.');
  await drained();
}

async function withUseCases(look) {
  const context = await openUseCases(readSettings(environment));
  try {
    return await look(context);
  } finally {
    await context.close();
  }
}

/** A quarter of an hour passes; the table is on standard output. */
function tell(line) {
  console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);
}
