/**
 * An app to which feedback comes, one after the other, from a simulated e-office in a process of its own: one line of JSON with what one arrival takes, all
 * that runs because of it: messages fetched and read, register, ticket, periods, acknowledgement, statuses, proposals.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from '../../dist/src/bootstrap/start.js';
import { EOfficeDesk } from '../../dist/src/cli/demo/e-office-desk.js';
import { seedDemonstration } from '../../dist/src/cli/demo/seed.js';
import { Stage } from '../../dist/src/cli/demo/stage.js';
import { readSettings } from '../../dist/src/config/settings.js';
import { Database } from '../../dist/src/platform/database/database.js';
import { ownCpuMs } from './measure.mjs';

/** Until the hot paths are compiled. */
const WARM_UP = 100;
const ARRIVALS = 200;
const LOOKED_EVERY_MS = 25;
const SECRET = 'một bí mật của phép đo, dài hơn ba mươi hai ký tự';
const SAMPLES = 3;

const directory = mkdtempSync(join(tmpdir(), 'hoi-am-arrival-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const stage = await Stage.at(directory, 'dist', { app: 0, eOffice: 0 });
await stage.startEOffice();
// The demonstration looks every other second; here the e-office tells.
const { E_OFFICE_POLL_SECONDS: _, ...environment } = stage.environment;
const { app } = await startServer(readSettings({ ...environment, HOI_AM_LOG: 'fatal', SESSION_SECRET: SECRET }));
await seedDemonstration(app);
const database = app.get(Database);
const sources = [database.reader.manager.dataSource, database.writer];
const desk = new EOfficeDesk(stage.eOfficeUrl);
let arrived = 0;
for (; arrived < WARM_UP;) await arrive();

let statements = 0;
let transactions = 0;
const logger = { logQuery: count };
for (const source of sources) source.logger = Object.assign(Object.create(source.logger), logger);
const before = ownCpuMs();
for (; arrived < WARM_UP + ARRIVALS;) await arrive();
const cpuMs = ownCpuMs() - before;
// Read by `arrival.bench.mjs`, which starts this as a process of its own.
console.log(JSON.stringify(each({ cpuMs, statements, transactions })));
await stage.stop();
process.exit(0);

function count(statement) {
  statements += 1;
  if (statement === 'COMMIT') transactions += 1;
}

function each(sums) {
  return Object.fromEntries(Object.entries(sums).map(([of, sum]) => [of, sum / ARRIVALS]));
}

/** Until its ticket is there and nothing is left to do at once. */
async function arrive() {
  await desk.sendFeedback(arrived % SAMPLES);
  arrived += 1;
  do await pause(LOOKED_EVERY_MS);
  while (!isSettled());
}

/** Past TypeORM, so that looking is not counted. */
function isSettled() {
  const { databaseConnection } = sources[0].driver;
  const asked = `SELECT (SELECT COUNT(*) FROM "ticket") AS "tickets",
    EXISTS (SELECT 1 FROM "outbox" WHERE "finishedAt" IS NULL AND "dueAt" <= strftime('%Y-%m-%d %H:%M:%f', 'now')) AS "busy"`;
  const { tickets, busy } = databaseConnection.prepare(asked).get();
  return tickets >= arrived && busy === 0;
}
