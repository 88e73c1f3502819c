/**
 * What each page costs in a department of 10,000 tickets and in one of 100,000, with documents, letters, signatures, dispatches, journal, notices and
 * words beside each ticket.
 *
 *   npm run bench:pages                              a table: statements, CPU in both, growth, and as a multiple of a plain page of the same rows
 *   npm run bench:pages -- --tickets 10000,1000000   other sizes; a million takes some 60 GB below TMPDIR and most of an hour
 *   npm run bench:pages -- --kept FOLDER             departments are made there once, and measured again as they stand
 *   npm run -s bench:pages -- --json                 one line of JSON a page
 *
 * Ends with status 1 when a page asks more statements than it may, reads more of a table that grows than it shows, or grows by more than `GROWTH`.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AIM } from './routes.mjs';

/** From the smallest to the largest department; machines that are shared move by as much. */
const GROWTH = 1.3;
/** Less than this is noise on any machine. */
const FELT_MS = 5;

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '10000,100000' },
    kept: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const sizes = [];
for (const tickets of values.tickets.split(',')) {
  // Minutes may pass; the table is on standard output.
  console.error(`A department of ${tickets} tickets …`);
  sizes.push(await measured(tickets));
}
const [first, last] = [sizes[0], sizes.at(-1)];
// A shared machine is not as fast from one quarter of an hour to the next: pages that read nothing of tickets say by how much.
const slower = median(last.pages.flatMap(({ isFixed, cpuMs }, at) => (isFixed ? [cpuMs / first.pages[at].cpuMs] : [])));
let isSound = true;
if (!values.json)
  console.log(
    [
      'page'.padEnd(44),
      ...['stmts', 'aim', ...sizes.map(({ tickets }) => `${tickets}`), 'growth', 'plain'].map((word) =>
        word.padStart(9),
      ),
    ].join(''),
  );
for (const [at, page] of last.pages.entries()) {
  const { who, path, kind, statements, asked } = page;
  const costs = sizes.map(({ pages }) => pages[at].cpuMs);
  const growth = page.cpuMs / first.pages[at].cpuMs / slower;
  const flaws = [
    ...(asked > statements ? [`asks ${asked} statements, may ask ${statements}`] : []),
    ...page.flaws,
    ...(growth > GROWTH && page.cpuMs > FELT_MS ? [`grows ${growth.toFixed(1)} times`] : []),
  ];
  isSound &&= flaws.length === 0;
  const multiple = page.cpuMs / last.plain[kind];
  if (values.json) console.log(JSON.stringify({ who, path, asked, aim: AIM[kind], costs, growth, multiple, flaws }));
  else {
    const cells = [asked, AIM[kind], ...costs.map((cost) => cost.toFixed(1)), growth.toFixed(2), multiple.toFixed(1)];
    console.log(`${who} ${path}`.padEnd(44) + cells.map((cell) => String(cell).padStart(9)).join(''));
    for (const flaw of flaws) console.log(`    ${flaw}`);
  }
}
process.exitCode = isSound ? 0 : 1;

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function measured(tickets) {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('one-size.mjs', import.meta.url));
    const kept = values.kept ? ['--kept', values.kept] : [];
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, tickets, ...kept], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.once('exit', (status) => {
      if (status === 0) resolve(JSON.parse(text.trim().split('\n').at(-1)));
      else reject(new Error(`The department of ${tickets} tickets ended with status ${status}`));
    });
  });
}
