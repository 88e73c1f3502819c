/**
 * A department of so many tickets in a folder of its own, and what each page of it asks and costs: `node one-size.mjs TICKETS [--plans] [--kept
 * FOLDER]`; one line of JSON. With `--plans` nothing is timed; with `--kept` the department is left in that folder, and used again.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import Fastify from 'fastify';
import { readSettings } from '../../../dist/src/config/settings.js';
import { ownCpuMs } from '../measure.mjs';
import { Growth } from './plans.mjs';
import { routesOf } from './routes.mjs';
import { WatchedApp } from './watched-app.mjs';

const WARM_UP = 5;
const TIMES = 25;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { plans: { type: 'boolean', default: false }, kept: { type: 'string' } },
});
const directory = values.kept ? join(values.kept, positionals[0]) : await mkdtemp(join(tmpdir(), 'hoi-am-pages-'));
if (!values.kept) process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const made = join(directory, 'environment.json');
if (!existsSync(made)) {
  mkdirSync(directory, { recursive: true });
  writeFileSync(made, JSON.stringify(await departmentIn(directory, positionals[0])));
}
const environment = JSON.parse(readFileSync(made, 'utf8'));
const path = join(directory, 'du-lieu', 'hoi-am.db');
const settings = readSettings({ ...environment, HOI_AM_LOG: 'fatal', METRICS_TOKEN: 'm'.repeat(40) });
const app = await WatchedApp.open(settings);
// Of a run just before, in the same folder.
await app.forgetCalls();
const growth = await Growth.of(app.reader);
const pages = [];
const routes = routesOf(idsIn(path));
// Else the first pages would pay for all code that the others have compiled already.
if (!values.plans) for (const route of routes) for (let time = 0; time < WARM_UP; time += 1) await app.ask(route);
for (const route of routes) {
  for (let time = 0; time < WARM_UP; time += 1) await app.ask(route);
  const asked = await app.statementsOf(route);
  pages.push({
    ...route,
    asked: asked.length,
    flaws: await growth.flawsIn(asked),
    ...(!values.plans && (await costOf(() => app.ask(route)))),
  });
}
const plain = values.plans ? null : await plainPages(path);
// Read by `run.mjs`, which starts this as a process of its own.
console.log(JSON.stringify({ tickets: Number(positionals[0]), plain, pages }));
process.exit(0);

/** In a process of its own: what it leaves in memory would be paid for by the pages. */
async function departmentIn(folder, count) {
  const script = fileURLToPath(new URL('department.mjs', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, folder, count],
    { maxBuffer: 1 << 26 },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/** CPU of this process, the client's part among it, which is the same for every page. */
async function costOf(ask) {
  const costs = [];
  let size = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const before = ownCpuMs();
    size = (await ask()).body.length;
    costs.push(ownCpuMs() - before);
  }
  return { cpuMs: costs.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)], kB: Math.round(size / 1024) };
}

/**
 * What a page costs that a framework and prepared statements make of the same rows: fifty tickets of a list; or one ticket with its course, deadlines,
 * letters and what was sent about it.
 */
async function plainPages(file) {
  const sqlite = new Sqlite(file, { readonly: true });
  const list = sqlite.prepare('SELECT * FROM ticket WHERE open = 1 ORDER BY dueAt, id LIMIT 50');
  const { id, incomingDocumentId } = list.get();
  const parts = [
    ...['ticket WHERE id', 'ticket_entry WHERE ticketId', 'ticket_deadline WHERE ticketId', 'draft WHERE caseId'].map(
      (place) => [sqlite.prepare(`SELECT * FROM ${place} = ?`), id],
    ),
    [sqlite.prepare('SELECT * FROM dispatch WHERE aboutDocumentId = ?'), incomingDocumentId],
  ];
  const rowsOf = { list: () => list.all(), one: () => parts.flatMap(([statement, key]) => statement.all(key)) };
  const http = Fastify();
  const costs = {};
  for (const [kind, rows] of Object.entries(rowsOf)) {
    http.get(`/${kind}`, (_request, reply) => reply.type('text/html').send(tableOf(rows())));
  }
  for (const kind of Object.keys(rowsOf)) {
    for (let time = 0; time < 100; time += 1) await http.inject({ url: `/${kind}` });
    costs[kind] = (await costOf(() => http.inject({ url: `/${kind}` }))).cpuMs;
  }
  sqlite.close();
  return costs;
}

function tableOf(rows) {
  return `<table>${rows.map((row) => `<tr><td>${Object.values(row).join('<td>')}`).join('')}</table>`;
}

/** One open ticket of the officer who has most, one that was closed with a letter, and what is beside it. */
function idsIn(file) {
  const sqlite = new Sqlite(file, { readonly: true });
  const one = (statement, ...values) =>
    sqlite
      .prepare(statement)
      .pluck()
      .get(...values);
  const officer = one("SELECT id FROM staff WHERE username = 'chuyenvien'");
  const closed = one(
    `SELECT t.id FROM ticket t JOIN draft d ON d.caseId = t.id WHERE t.state = 'closed' AND t.officerId = ? ORDER BY t.startedAt DESC, t.id LIMIT 1`,
    officer,
  );
  const request = one('SELECT id FROM signature_request WHERE caseId = ?', closed);
  const ids = {
    officer,
    unit: one('SELECT unitId FROM staff WHERE id = ?', officer),
    open: one(
      "SELECT id FROM ticket WHERE state = 'processing' AND officerId = ? ORDER BY startedAt DESC, id LIMIT 1",
      officer,
    ),
    closed,
    draft: one('SELECT id FROM draft WHERE caseId = ?', closed),
    request,
    outgoing: one('SELECT outgoingDocumentId FROM signature_request WHERE id = ?', request),
    petition: one('SELECT id FROM petition'),
    message: one('SELECT m.id FROM inbox_message m ORDER BY m.queuedAt DESC LIMIT 1'),
  };
  sqlite.close();
  return ids;
}
