/** An app with nothing to do, beside a simulated e-office, for a minute: one line of JSON with the statements that it asks, its CPU and its memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from '../../dist/src/bootstrap/start.js';
import { Stage } from '../../dist/src/cli/demo/stage.js';
import { readSettings } from '../../dist/src/config/settings.js';
import { Database } from '../../dist/src/platform/database/database.js';
import { ownCpuMs } from './measure.mjs';

/** The turns of the first minute do what a new installation has never done. */
const SETTLED_MS = 75_000;
const MINUTE_MS = 60_000;
const MIB = 1024 * 1024;

const directory = mkdtempSync(join(tmpdir(), 'hoi-am-idle-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const stage = await Stage.at(directory, 'dist', { app: 0, eOffice: 0 });
await stage.startEOffice();
// The demonstration looks every other second.
const { E_OFFICE_POLL_SECONDS: _, ...environment } = stage.environment;
const { app } = await startServer(readSettings({ ...environment, HOI_AM_LOG: 'fatal' }));
await pause(SETTLED_MS);
let statements = 0;
const database = app.get(Database);
for (const source of [database.reader.manager.dataSource, database.writer])
  source.logger = Object.assign(Object.create(source.logger), { logQuery: () => (statements += 1) });
const before = ownCpuMs();
await pause(MINUTE_MS);
// Read by `idle.bench.mjs`, which starts this as a process of its own.
console.log(JSON.stringify({ statements, cpuMs: ownCpuMs() - before, memoryMiB: process.memoryUsage.rss() / MIB }));
await stage.stop();
process.exit(0);
