#!/usr/bin/env node
import { join } from 'node:path';
import { readByTable } from './cli/command-line.js';
import type { CommandSpec } from './cli/command-spec.js';
import { COMMANDS as TABLE, isCommand, type CommandName } from './cli/commands.js';
import { commandHelp, helpOutcome } from './cli/help.js';
import { refused, unusable, type CommandOutcome } from './cli/outcome.js';
import { loadEnvFile, type EnvFile } from './config/env-file.js';
import { readSettings, SettingsError } from './config/settings.js';
import { nearestTo } from './drafting/domain/nearest.js';
import { keepFilesToOwner } from './bootstrap/storage-access.js';

type Command = (args: readonly string[], env: EnvFile) => Promise<CommandOutcome | null>;

/** Each command loads only what it needs: a script that asks for one deadline does not wait for the web server. `null` = the process stays. */
const COMMANDS: Readonly<Record<CommandName, Command>> = {
  async serve(args, env) {
    await (await import('./bootstrap/process.js')).runAsProcess('serve', { args, env });
    return null;
  },
  async worker(args, env) {
    await (await import('./bootstrap/process.js')).runAsProcess('worker', { args, env });
    return null;
  },
  async migrate() {
    return (await import('./cli/migrate.js')).runMigrate(
      (await import('./bootstrap/existing-database.js')).openToWrite,
    );
  },
  async demo(args) {
    const [{ runDemo }, { openUseCases }, { layTables }] = await Promise.all([
      import('./cli/demo/demo.js'),
      import('./bootstrap/start.js'),
      import('./bootstrap/lay-tables.js'),
    ]);
    const built = join(import.meta.dirname, '..');
    return runDemo(args, { built, layTables, openUseCases, print, tell, untilStopped });
  },
  async verify(args) {
    const [{ runVerify }, { SystemClock }] = await Promise.all([
      import('./cli/files/verify.js'),
      import('./platform/system-clock.js'),
    ]);
    return runVerify(args, new SystemClock());
  },
  async inspect(args) {
    const [{ runInspect }, { FileInspector }] = await Promise.all([
      import('./cli/files/inspect.js'),
      import('./files/application/file-inspector.js'),
    ]);
    return runInspect(args, new FileInspector());
  },
  async format(args) {
    const [{ runFormat }, { FormatChecker }, { FileInspector }] = await Promise.all([
      import('./cli/files/format.js'),
      import('./drafting/format/format-checker.js'),
      import('./files/application/file-inspector.js'),
    ]);
    return runFormat(args, new FormatChecker(new FileInspector()));
  },
  async render(args) {
    const [{ runRender }, { renderTools }] = await Promise.all([
      import('./cli/files/render.js'),
      import('./bootstrap/cli-tools.js'),
    ]);
    return runRender(args, renderTools());
  },
  async template(args) {
    const [{ runTemplate }, { templateLint }] = await Promise.all([
      import('./cli/files/template-lint.js'),
      import('./bootstrap/cli-tools.js'),
    ]);
    return runTemplate(args, templateLint());
  },
  async register(args) {
    const [{ runRegister }, { openProofContext }] = await Promise.all([
      import('./cli/proof/register.js'),
      import('./bootstrap/start.js'),
    ]);
    return runRegister(args, openProofContext);
  },
  async journal(args) {
    const [{ runJournal }, { openProofContext }] = await Promise.all([
      import('./cli/proof/journal.js'),
      import('./bootstrap/start.js'),
    ]);
    return runJournal(args, openProofContext);
  },
  async exchange(args) {
    const [{ runExchange }, start] = await Promise.all([import('./cli/exchange.js'), import('./bootstrap/start.js')]);
    return runExchange(args, { openQueue: start.openQueue, openUseCases: start.openExistingUseCases });
  },
  async account(args) {
    const [{ runAccount }, { askSecret }, { openAccounts }] = await Promise.all([
      import('./cli/account.js'),
      import('./cli/ask-secret.js'),
      import('./bootstrap/start.js'),
    ]);
    return runAccount(args, { openAccounts, askSecret });
  },
  async directory(args) {
    const [{ runDirectory }, start] = await Promise.all([import('./cli/directory.js'), import('./bootstrap/start.js')]);
    return runDirectory(args, start.openExistingUseCases);
  },
  async token(args) {
    const [{ runToken }, start] = await Promise.all([import('./cli/token.js'), import('./bootstrap/start.js')]);
    return runToken(args, start.openExistingUseCases);
  },
  async init(args) {
    const [{ runInit }, { initDoors }] = await Promise.all([
      import('./cli/init/init.js'),
      import('./bootstrap/init-doors.js'),
    ]);
    return runInit(args, initDoors(tell));
  },
  async backup(args) {
    const [{ runBackup }, { backupDoors }] = await Promise.all([
      import('./cli/backup/backup.js'),
      import('./bootstrap/backup-doors.js'),
    ]);
    return runBackup(args, backupDoors(terminal()));
  },
  async files(args) {
    loadEnvFile();
    const [{ runFiles }, { openStores }] = await Promise.all([
      import('./cli/files/copy-files.js'),
      import('./platform/files/open-file-store.js'),
    ]);
    return runFiles(args, { settings: () => readSettings(), open: openStores, terminal: terminal() });
  },
  async restore(args) {
    const [{ runRestore }, { restoreDoors }] = await Promise.all([
      import('./cli/backup/restore.js'),
      import('./bootstrap/backup-doors.js'),
    ]);
    return runRestore(args, restoreDoors(terminal()));
  },
  async move(args) {
    const [{ runMove }, { moveDoors }] = await Promise.all([
      import('./cli/move/move.js'),
      import('./bootstrap/move-doors.js'),
    ]);
    return runMove(args, moveDoors(terminal()));
  },
  async doctor(args, env) {
    const [{ runDoctor }, { doctorDoors }] = await Promise.all([
      import('./cli/doctor/doctor.js'),
      import('./bootstrap/doctor-doors.js'),
    ]);
    return runDoctor(args, doctorDoors(env, tell));
  },
  async edxml(args) {
    const [{ runEdxml }, { messageCodec }] = await Promise.all([
      import('./cli/files/edxml.js'),
      import('./bootstrap/cli-tools.js'),
    ]);
    return runEdxml(args, messageCodec());
  },
  async deadline(args) {
    return (await import('./cli/deadline.js')).runDeadline(args);
  },
};

const NO_FILE: EnvFile = { path: '.env', state: 'left' };

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function terminal(): { readonly isSeen: boolean; readonly tell: (line: string) => void } {
  return { isSeen: process.stderr.isTTY, tell };
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}

async function run(name: string, args: readonly string[]): Promise<CommandOutcome | null> {
  if (isCommand(name)) return commandHelp(name, args) ?? act(name, args);
  if (name === '--help' || name === '-h') return helpOutcome();
  return unusable(unknownCommand(name));
}

/** Nothing is loaded, made or asked before the arguments are understood and the database is named. */
async function act(name: CommandName, args: readonly string[]): Promise<CommandOutcome | null> {
  const command: CommandSpec = TABLE[name];
  const { spec } = readByTable(name, command, args);
  if (spec.database === 'none') return COMMANDS[name](args, NO_FILE);
  const env = loadEnvFile();
  if (name !== 'serve' && name !== 'worker' && spec.database !== 'examines')
    (await import('./bootstrap/before-acting.js')).beforeActing(spec, { settings: readSettings(), env, tell });
  return COMMANDS[name](args, env);
}

function unknownCommand(name: string): string {
  const names = Object.keys(TABLE);
  if (name === '') return `Thiếu tên lệnh. Các lệnh: ${names.join(', ')}. Xem: hoi-am --help.`;
  const nearest = nearestTo(name, names);
  const hint = nearest === null ? '' : ` Có phải "${nearest}"?`;
  return `Không có lệnh "${name}".${hint} Các lệnh: ${names.join(', ')}.`;
}

function leave({ lines, messages, exitCode }: CommandOutcome): void {
  for (const line of lines) print(line);
  for (const message of messages) tell(message);
  process.exitCode = exitCode;
}

const [name = '', ...args] = process.argv.slice(2);
keepFilesToOwner();
try {
  const outcome = await run(name, args).catch(refused);
  if (outcome) leave(outcome);
} catch (error) {
  tell((await import('./bootstrap/failure-words.js')).failureWords(error));
  process.exitCode = error instanceof SettingsError ? 2 : 3;
}
