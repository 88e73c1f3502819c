/**
 * The directory of agencies at its real size: read from the simulated e-office over SOAP into SQLite, and searched.
 *
 *   npm run build && node --expose-gc test/bench/agencies.mjs [COUNT]
 *
 * Prints how long a whole run takes at first and when nothing has changed, by how much the memory of this process grows over what it was before the
 * first page, and how long a search takes. Ends with 1 when memory is not flat or a search is slow.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectEOffice } from '../../dist/integrations/e-office/profiles/connect.js';
import { loadProfile } from '../../dist/integrations/e-office/profiles/load-profile.js';
import { SyncAgencies } from '../../dist/src/exchange/application/outgoing/sync-agencies.js';
import { AgencyQueries } from '../../dist/src/exchange/persistence/agency-queries.js';
import { Journal } from '../../dist/src/journal/index.js';
import { Database } from '../../dist/src/platform/database/database.js';
import { UnitOfWork } from '../../dist/src/platform/database/unit-of-work.js';
import { Log } from '../../dist/src/platform/telemetry/log.js';
import { SCHEMA } from '../../dist/src/bootstrap/schema.js';

const COUNT = Number(process.argv[2] ?? 120_000);
const MAX_GROWTH_MIB = 100;
const SLOWEST_SEARCH_MS = 100;
const ACCOUNT = { username: 'so-gddt', password: 'mat-khau-thu' };
const OURS = '000.00.03.H24';
const QUESTIONS = ['co quan thu', 'don vi 12 tinh 24', 'so 119', 'H24.3', '000.03', 'khong co noi nay'];

const mebibytes = (bytes) => Math.round(bytes / 2 ** 20);
const clock = { now: () => new Date() };

async function startOffice(directory) {
  const config = join(directory, 'simulator.json');
  const settings = {
    department: { agencyCode: OURS, name: 'Sở Giáo dục và Đào tạo' },
    hotline: { agencyCode: '000.00.22.H24', name: 'Tổng đài 1022' },
    leaders: [{ userCode: 'khanh', name: 'Đỗ Quốc Khánh', position: 'Phó Giám đốc' }],
    clerk: { userCode: 'van-thu', name: 'Trần Thị Lệ Thủy' },
    madeUpAgencies: COUNT,
    ...ACCOUNT,
  };
  await writeFile(config, JSON.stringify(settings));
  const main = 'dist/integrations/e-office/simulator/main.js';
  const flags = ['--disable-warning=ExperimentalWarning', main, '--directory', directory, '--config', config];
  const office = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(office.stdout);
  return { office, url: JSON.parse(line).url };
}

function once(stream) {
  return new Promise((resolve, reject) => {
    stream.once('data', (chunk) => resolve([chunk.toString()]));
    stream.once('error', reject);
  });
}

/** The largest memory while something runs, over what it was before. */
async function growthOf(run) {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let largest = before;
  const timer = setInterval(() => (largest = Math.max(largest, process.memoryUsage.rss())), 20);
  const began = performance.now();
  try {
    await run();
  } finally {
    clearInterval(timer);
  }
  return { seconds: (performance.now() - began) / 1000, growth: mebibytes(largest - before) };
}

const directory = await mkdtemp(join(tmpdir(), 'agencies-'));
const { office, url } = await startOffice(directory);
const database = await Database.open(`sqlite:${join(directory, 'hoi-am.db')}`, SCHEMA);
await database.migrate();
const line = { endpoint: `${url}/eoffice/v1`, ...ACCOUNT, timeoutMs: 60_000, agencyCode: OURS };
const { transport, close } = connectEOffice(loadProfile('standard'), line, clock);
const uow = new UnitOfWork(database);
const sync = new SyncAgencies(transport, database, uow, clock, new Journal(clock), new Log('silent'));
const queries = new AgencyQueries(database);
const clerk = { id: 'vanthu', name: 'Văn thư', roles: ['registryClerk'], unitId: null };

let failed = false;
try {
  const first = await growthOf(() => sync.runDue());
  const [run] = await queries.runs();
  console.log(
    `first run: ${run.state}, ${run.seen} agencies in ${first.seconds.toFixed(1)} s, memory +${first.growth} MiB`,
  );
  await sync.ask(clerk, 'whole');
  const again = await growthOf(() => sync.runDue());
  const [second] = await queries.runs();
  console.log(
    `again:     ${second.state}, ${second.changed} changed, ${again.seconds.toFixed(1)} s, memory +${again.growth} MiB`,
  );
  failed = run.state !== 'done' || second.changed > 0 || first.growth > MAX_GROWTH_MIB || again.growth > MAX_GROWTH_MIB;
  for (const question of QUESTIONS) {
    const began = performance.now();
    const found = await queries.offered(question);
    const took = performance.now() - began;
    failed ||= took > SLOWEST_SEARCH_MS;
    console.log(`search ${JSON.stringify(question)}: ${found.length} offered in ${took.toFixed(1)} ms`);
  }
} finally {
  close?.();
  await database.close();
  office.kill();
  await rm(directory, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
