import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { requireGivenFiles } from '../config/given-files.js';
import { readSettings, SettingsError, type Settings } from '../config/settings.js';
import { JOBS } from './jobs.js';
import {
  missingWords,
  openExisting,
  openToWrite,
  requireFit,
  requireThere,
  requireWhole,
} from './existing-database.js';
import { requireKeys } from './kept-keys.js';
import { requireOwnPlaces } from './own-places.js';
import { AccountKeys } from '../organisation/index.js';
import type { AppContext } from '../platform/platform.module.js';
import { startedFacts } from './started-facts.js';
import { SystemClock } from '../platform/system-clock.js';
import { Log } from '../platform/telemetry/log.js';

/** Errors at the start are reported by the command, in one sentence, and not by Nest. */
const LONG_RUNNING: NestApplicationContextOptions = { logger: ['fatal', 'error', 'warn'], abortOnError: false };
const AT_THE_CONSOLE: NestApplicationContextOptions = { logger: ['fatal'], abortOnError: false };

const MIGRATE_FIRST = 'Chạy "hoi-am migrate" trước.';

/**
 * Opens the database. SQLite is migrated automatically, and created where it is missing, though never in production; SQL Server is changed only by `migrate`.
 *
 * @throws SettingsError @throws DatabaseUnfit @throws DatabaseAway
 */
export async function openAppContext(settings: Settings = readSettings()): Promise<AppContext> {
  if (settings.production) requireThere(settings.databaseUrl);
  const database = await openToWrite(settings);
  if (database.dialect === 'better-sqlite3') await database.migrate();
  else {
    await requireFit(database, MIGRATE_FIRST);
    await requireWhole(database);
  }
  return { settings, database, clock: new SystemClock(settings.clockDays), jobs: JOBS };
}

/** Web and worker in one process. @returns the address it listens on */
export async function startServer(settings: Settings): Promise<{ app: NestFastifyApplication; url: string }> {
  requireGivenFiles(settings);
  const appContext = await openAppContext(settings);
  await requireKeys(appContext);
  await requireOwnPlaces(settings);
  const { AppModule, STATIC_ROOTS, configureHttp, httpAdapter } = await doors();
  const adapter = httpAdapter(trusted(settings));
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(appContext), adapter, LONG_RUNNING);
  await configureHttp(app, STATIC_ROOTS);
  await app.get(AccountKeys).begin();
  await app.listen(settings.http.port, settings.http.host);
  const url = await app.getUrl();
  app.get(Log).info('app.started', { as: 'serve', url, ...startedFacts(settings) });
  return { app, url };
}

export async function startWorker(settings: Settings): Promise<INestApplicationContext> {
  requireGivenFiles(settings);
  const appContext = await openAppContext(settings);
  await requireKeys(appContext);
  await requireOwnPlaces(settings);
  const { WorkerModule } = await import('./worker.module.js');
  const context = await NestFactory.createApplicationContext(WorkerModule.on(appContext), LONG_RUNNING);
  context.get(Log).info('app.started', { as: 'worker', ...startedFacts(settings) });
  return context;
}

/** The use cases on a database that may be new: for the demonstration. Close it at the end. */
export async function openUseCases(settings: Settings): Promise<INestApplicationContext> {
  const [appContext, { CliModule }] = await Promise.all([openAppContext(settings), import('./cli.module.js')]);
  return NestFactory.createApplicationContext(CliModule.on(appContext), AT_THE_CONSOLE);
}

/** The use cases for one command, on a database that is there and up to date. Close it at the end. */
export async function openExistingUseCases(settings: Settings): Promise<INestApplicationContext> {
  requireGivenFiles(settings);
  const appContext = await wholeAppContext(settings);
  const { CliModule } = await import('./cli.module.js');
  return NestFactory.createApplicationContext(CliModule.on(appContext), AT_THE_CONSOLE);
}

/** Accounts for commands at the server's console; never creates a database. The caller closes it. */
export async function openAccounts(settings: Settings): Promise<INestApplicationContext> {
  const appContext = await wholeAppContext(settings);
  const { AccountsModule } = await import('./accounts.module.js');
  return NestFactory.createApplicationContext(AccountsModule.on(appContext), AT_THE_CONSOLE);
}

/** Registers and journal for those who check them: a database that is there, as it is. Close it at the end. */
export async function openProofContext(settings: Settings): Promise<INestApplicationContext> {
  const appContext = await existingAppContext(settings, 'Kiểm tra bằng bản phần mềm đã ghi nó.');
  const { ProofModule } = await import('./proof.module.js');
  return NestFactory.createApplicationContext(ProofModule.on(appContext), AT_THE_CONSOLE);
}

/** The outbox, for its administration. Opens an existing database without migrating it. Close it at the end. */
export async function openQueue(settings: Settings): Promise<INestApplicationContext> {
  const appContext = await wholeAppContext(settings);
  const { QueueModule } = await import('./queue.module.js');
  return NestFactory.createApplicationContext(QueueModule.on(appContext), AT_THE_CONSOLE);
}

/** A database that is there, up to date, and into which no move has stopped halfway. */
async function wholeAppContext(settings: Settings): Promise<AppContext> {
  const appContext = await existingAppContext(settings, MIGRATE_FIRST);
  await requireWhole(appContext.database);
  return appContext;
}

async function existingAppContext(settings: Settings, otherwise: string): Promise<AppContext> {
  const database = await openExisting(settings, otherwise);
  if (!database) throw new SettingsError(missingWords(settings.databaseUrl));
  return { settings, database, clock: new SystemClock(settings.clockDays), jobs: JOBS };
}

/** What answers over HTTP, pages before all: a third of what the application loads, and no command needs it. */
async function doors() {
  const [{ AppModule }, { STATIC_ROOTS }, { configureHttp }, { httpAdapter }] = await Promise.all([
    import('../app.module.js'),
    import('../web/index.js'),
    import('../platform/http/configure-http.js'),
    import('../platform/http/http-adapter.js'),
  ]);
  return { AppModule, STATIC_ROOTS, configureHttp, httpAdapter };
}

/** Behind a proxy that terminates TLS, the secure session cookie is set only when the proxy is trusted. */
function trusted({ http }: Settings): string[] | false {
  return http.proxies.length === 0 ? false : [...http.proxies];
}
