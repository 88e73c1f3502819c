#!/usr/bin/env node
import { join } from 'node:path';
import { EdxmlCodec } from '../integrations/e-office/edxml/edxml-codec.js';
import { SofficePdfMaker } from '../integrations/pdf-converter/soffice-pdf-maker.js';
import { runDeadline } from './cli/deadline.js';
import { runDemo } from './cli/demo/demo.js';
import { runEdxml } from './cli/edxml.js';
import { unusable, type CommandOutcome } from './cli/outcome.js';
import { runRender } from './cli/render.js';
import { runVerify } from './cli/verify.js';
import { TemplateRenderer } from './drafting/index.js';
import { readSettings, SettingsError } from './config/settings.js';
import { Database } from './platform/database/database.js';
import { refusalSentence } from './platform/http/wording.js';
import { SystemClock } from './platform/system-clock.js';
import { runAsProcess } from './process.js';
import { SCHEMA } from './schema.js';
import { openUseCases, startServer, startWorker } from './start.js';

type Command = (args: readonly string[]) => Promise<CommandOutcome | null>;

const DONE: CommandOutcome = { exitCode: 0, lines: [], messages: [] };

/** `null` = the process stays. */
const COMMANDS: Readonly<Record<string, Command>> = {
  serve: () => runAsProcess(startServer).then(() => null),
  worker: () => runAsProcess(startWorker).then(() => null),
  migrate,
  demo: (args) => runDemo(args, { built: join(import.meta.dirname, '..'), openUseCases, print, tell, untilStopped }),
  verify: (args) => runVerify(args, new SystemClock()),
  render: (args) => runRender(args, { renderer: new TemplateRenderer(), pdfMaker: pdfMaker(), say: refusalSentence }),
  edxml: (args) => runEdxml(args, new EdxmlCodec()),
  deadline: runDeadline,
};

const LATER: readonly string[] = [
  'inspect',
  'template',
  'format',
  'register',
  'journal',
  'directory',
  'exchange',
  'backup',
  'restore',
  'init',
  'doctor',
];

async function migrate(): Promise<CommandOutcome> {
  const database = await Database.open(readSettings().databaseUrl, SCHEMA);
  try {
    const applied = await database.migrate();
    return {
      ...DONE,
      messages: [applied === 0 ? 'Cơ sở dữ liệu đã ở bản mới nhất.' : `Đã cập nhật cơ sở dữ liệu: ${applied} bước.`],
    };
  } finally {
    await database.close();
  }
}

function pdfMaker(): SofficePdfMaker {
  const { pdf, dataDirectory } = readSettings();
  return new SofficePdfMaker({
    soffice: pdf.soffice,
    timeoutMs: pdf.timeoutMs,
    workDirectory: `${dataDirectory}/chuyen-pdf`,
  });
}

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

async function run(name: string, args: readonly string[]): Promise<CommandOutcome | null> {
  const command = COMMANDS[name];
  if (command) return command(args);
  if (LATER.includes(name)) return unusable(`Lệnh "${name}" chưa có trong bản này.`);
  return unusable(`Không có lệnh "${name}". Các lệnh: ${Object.keys(COMMANDS).join(', ')}.`);
}

const [name = '', ...args] = process.argv.slice(2);
try {
  const outcome = await run(name, args);
  if (outcome) {
    for (const line of outcome.lines) print(line);
    for (const message of outcome.messages) tell(message);
    process.exit(outcome.exitCode);
  }
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof SettingsError ? 2 : 3);
}
