#!/usr/bin/env node
import { join } from 'node:path';
import { asksForHelp, COMMAND_NAMES, helpOutcome, type CommandName } from './cli/help.js';
import { unusable, type CommandOutcome } from './cli/outcome.js';
import { SettingsError } from './config/settings.js';

type Command = (args: readonly string[]) => Promise<CommandOutcome | null>;

/** Each command loads only what it needs: a script that asks for one deadline does not wait for the web server. `null` = the process stays. */
const COMMANDS: Readonly<Record<CommandName, Command>> = {
  async serve() {
    const [{ runAsProcess }, { startServer }] = await Promise.all([import('./process.js'), import('./start.js')]);
    await runAsProcess(startServer);
    return null;
  },
  async worker() {
    const [{ runAsProcess }, { startWorker }] = await Promise.all([import('./process.js'), import('./start.js')]);
    await runAsProcess(startWorker);
    return null;
  },
  async migrate() {
    return (await import('./cli/migrate.js')).runMigrate((await import('./schema.js')).SCHEMA);
  },
  async demo(args) {
    const [{ runDemo }, { openUseCases }] = await Promise.all([import('./cli/demo/demo.js'), import('./start.js')]);
    return runDemo(args, { built: join(import.meta.dirname, '..'), openUseCases, print, tell, untilStopped });
  },
  async verify(args) {
    const [{ runVerify }, { SystemClock }] = await Promise.all([
      import('./cli/verify.js'),
      import('./platform/system-clock.js'),
    ]);
    return runVerify(args, new SystemClock());
  },
  async inspect(args) {
    const [{ runInspect }, { FileInspector }] = await Promise.all([
      import('./cli/inspect.js'),
      import('./files/application/file-inspector.js'),
    ]);
    return runInspect(args, new FileInspector());
  },
  async format(args) {
    const [{ runFormat }, { FormatChecker }, { FileInspector }] = await Promise.all([
      import('./cli/format.js'),
      import('./drafting/format/format-checker.js'),
      import('./files/application/file-inspector.js'),
    ]);
    return runFormat(args, new FormatChecker(new FileInspector()));
  },
  async render(args) {
    const [{ runRender }, { renderTools }] = await Promise.all([import('./cli/render.js'), import('./cli-tools.js')]);
    return runRender(args, renderTools());
  },
  async template(args) {
    const [{ runTemplate }, { templateLint }] = await Promise.all([
      import('./cli/template-lint.js'),
      import('./cli-tools.js'),
    ]);
    return runTemplate(args, templateLint());
  },
  async register(args) {
    const [{ runRegister }, { openProofs }] = await Promise.all([import('./cli/register.js'), import('./start.js')]);
    return runRegister(args, openProofs);
  },
  async journal(args) {
    const [{ runJournal }, { openProofs }] = await Promise.all([import('./cli/journal.js'), import('./start.js')]);
    return runJournal(args, openProofs);
  },
  async exchange(args) {
    const [{ runExchange }, doors] = await Promise.all([import('./cli/exchange.js'), import('./start.js')]);
    return runExchange(args, doors);
  },
  async account(args) {
    const [{ runAccount }, { askSecret }, { openAccounts }] = await Promise.all([
      import('./cli/account.js'),
      import('./cli/ask-secret.js'),
      import('./start.js'),
    ]);
    return runAccount(args, { openAccounts, askSecret });
  },
  async directory(args) {
    const [{ runDirectory }, { openUseCases }] = await Promise.all([
      import('./cli/directory.js'),
      import('./start.js'),
    ]);
    return runDirectory(args, openUseCases);
  },
  async token(args) {
    const [{ runToken }, { openUseCases }] = await Promise.all([import('./cli/token.js'), import('./start.js')]);
    return runToken(args, openUseCases);
  },
  async doctor(args) {
    const [{ runDoctor }, { doctorDoors }] = await Promise.all([import('./cli/doctor.js'), import('./cli-tools.js')]);
    return runDoctor(args, doctorDoors());
  },
  async edxml(args) {
    const [{ runEdxml }, { messageCodec }] = await Promise.all([import('./cli/edxml.js'), import('./cli-tools.js')]);
    return runEdxml(args, messageCodec());
  },
  async deadline(args) {
    return (await import('./cli/deadline.js')).runDeadline(args);
  },
};

const LATER: readonly string[] = ['backup', 'restore', 'init'];

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

async function run(name: string, args: readonly string[]): Promise<CommandOutcome | null> {
  if (isCommand(name)) return COMMANDS[name](args);
  if (asksForHelp(name)) return helpOutcome();
  if (LATER.includes(name)) return unusable(`Lệnh "${name}" chưa có trong bản này.`);
  return unusable(`Không có lệnh "${name}". Các lệnh: ${COMMAND_NAMES.join(', ')}.`);
}

const [name = '', ...args] = process.argv.slice(2);
try {
  const outcome = await run(name, args);
  if (outcome) {
    for (const line of outcome.lines) print(line);
    for (const message of outcome.messages) tell(message);
    process.exitCode = outcome.exitCode;
  }
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof SettingsError ? 2 : 3;
}
