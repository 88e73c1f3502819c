/**
 * Measures our hot paths against their limits, in the same run on the same machine.
 *
 *   npm run bench                          a table
 *   npm run -s bench -- --json             one line of JSON a bench: {bench, ratio, goal, ok, detail}
 *   npm run bench -- --only NAME           benches whose name begins with NAME
 *   npm run bench -- --rounds N            more rounds, steadier ratios (5 when left out)
 *
 * Ends with status 0 when every goal is met, 1 when something falls short of its own, 2 when it was asked for something it does not know.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import * as arrival from './arrival.bench.mjs';
import * as deadlineProof from './deadline.bench.mjs';
import { docxRender } from './docx-render.bench.mjs';
import { GOALS } from './goals.mjs';
import { idleCpu, idleMemory, idleStatements } from './idle.bench.mjs';
import { liveCpu, liveMemory } from './live.bench.mjs';
import * as pdfMake from './pdf-make.bench.mjs';
import { verify100KB, verify1MB, verify20MB } from './pdf-verify.bench.mjs';
import { fetching, taking } from './soap-memory.bench.mjs';
import { receive10MB, receive1MB, receive2KB, receive50MB, receiveParts10MB } from './soap-receive.bench.mjs';
import { send10MB, send1MB, send50MB } from './soap-send.bench.mjs';
import * as ticketCounters from './ticket-counters.bench.mjs';
import * as ticketList from './ticket-list.bench.mjs';
import * as ticketPages from './ticket-pages.bench.mjs';
import * as ticketSearch from './ticket-search.bench.mjs';
import * as ticketStatements from './ticket-statements.bench.mjs';

const BENCHES = [
  arrival,
  docxRender,
  pdfMake,
  receive2KB,
  receive1MB,
  receive10MB,
  receive50MB,
  receiveParts10MB,
  send1MB,
  send10MB,
  send50MB,
  fetching,
  taking,
  verify100KB,
  verify1MB,
  verify20MB,
  ticketList,
  ticketPages,
  ticketSearch,
  ticketCounters,
  ticketStatements,
  deadlineProof,
  idleStatements,
  idleCpu,
  idleMemory,
  liveCpu,
  liveMemory,
];
const UNITS = { MiB: 'MiB', Statements: 'stmts' };
const COLUMNS = [
  ['bench', 27],
  ['ours, CPU ms', 13],
  ['limit, CPU ms', 14],
  ['ratio', 8],
  ['goal', 8],
  ['ok', 7],
];

const { json, only, rounds } = options();
const benches = BENCHES.filter(({ name }) => name.startsWith(only));
if (benches.length === 0)
  refuse(`No bench begins with "${only}". There are: ${BENCHES.map(({ name }) => name).join(', ')}.`);

if (!json) printHead();
let allOk = true;
for (const bench of benches) {
  if (bench.begin) for (const { begin } of benches) void begin?.();
  const outcome = judged(bench.name, await bench.run({ rounds }));
  allOk &&= outcome.ok;
  if (json) console.log(JSON.stringify(outcome));
  else printRow(outcome);
}
process.exitCode = allOk ? 0 : 1;

function options() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        only: { type: 'string', default: '' },
        rounds: { type: 'string', default: '5' },
      },
    });
    const rounds = Number(values.rounds);
    if (!Number.isInteger(rounds) || rounds < 1) refuse('--rounds takes a whole number, 1 or more.');
    return { ...values, rounds };
  } catch (error) {
    return refuse(error.message);
  }
}

function refuse(message) {
  console.error(message);
  process.exit(2);
}

function judged(bench, { ours, limit, ratio, unit = 'CpuMs', beside = {}, detail = {}, isOnce = false }) {
  const wanted = GOALS[bench];
  const goal = typeof wanted === 'number' ? wanted : beside[wanted].ratio;
  return {
    bench,
    ratio: rounded(ratio),
    goal: rounded(goal),
    ok: ratio <= goal,
    detail: {
      [`ours${unit}`]: rounded(ours),
      [`limit${unit}`]: rounded(limit),
      rounds: isOnce ? 1 : rounds,
      ...Object.fromEntries(
        Object.entries(beside).map(([way, { cpuMs, ratio }]) => [
          way,
          { cpuMs: rounded(cpuMs), ratio: rounded(ratio) },
        ]),
      ),
      ...Object.fromEntries(Object.entries(detail).map(([fact, value]) => [fact, rounded(value)])),
    },
  };
}

/** Three figures: more would pretend to a precision that no machine has. */
function rounded(value) {
  return Number(value.toPrecision(3));
}

/** A command's result goes to stdout. */
function printHead() {
  const load = loadavg()[0].toFixed(1);
  console.log(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim()}, load ${load}, medians of ${rounds} rounds; (1): of one run\n`,
  );
  console.log(line(COLUMNS.map(([title]) => title)));
  console.log(line(COLUMNS.map(([, width]) => '-'.repeat(width - 2))));
}

/** One line of the table that the command is for. */
function printRow({ bench, ratio, goal, ok, detail }) {
  const [oursName] = Object.keys(detail);
  const unit = oursName.slice('ours'.length);
  const { [oursName]: ours, [`limit${unit}`]: limit, rounds: taken, ...more } = detail;
  const figures = [ours, limit].map((figure) => (unit === 'CpuMs' ? figure : `${figure} ${UNITS[unit]}`));
  console.log(line([taken === 1 ? `${bench} (1)` : bench, ...figures, ratio, `<= ${goal}`, ok ? 'yes' : 'short']));
  for (const [what, fact] of Object.entries(more)) {
    if (typeof fact === 'object') console.log(line([`  ${what}`, fact.cpuMs, '', fact.ratio, '', '']));
  }
}

function line(cells) {
  return cells
    .map((cell, at) => (at === 0 ? String(cell).padEnd(COLUMNS[at][1]) : String(cell).padStart(COLUMNS[at][1])))
    .join('')
    .trimEnd();
}
