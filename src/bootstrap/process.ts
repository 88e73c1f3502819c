import { beforeActing, variablesOf } from './before-acting.js';
import { readByTable, type Reading } from '../cli/command-line.js';
import type { ActSpec } from '../cli/command-spec.js';
import { COMMANDS } from '../cli/commands.js';
import { commandHelp } from '../cli/help.js';
import { UnusableArguments } from '../cli/unusable-arguments.js';
import type { EnvFile } from '../config/env-file.js';
import { readSettings, SettingsError, type Settings } from '../config/settings.js';
import { DatabaseUnfit } from './existing-database.js';
import { failureWords } from './failure-words.js';
import { isSystemError } from '../platform/files/file-errors.js';
import { softwareVersion } from './software-version.js';
import { stopOnSignal } from './stop.js';
import { keepFilesToOwner } from './storage-access.js';

const UNUSABLE = 2;
const OUTSIDE_FAILED = 3;

/**
 * Starts a long-running process by its command; what keeps it from starting is told in one sentence and ends it. Asked for help, it prints that and
 * starts nothing. How it ends says `stop.ts`.
 */
export async function runAsProcess(
  name: 'serve' | 'worker',
  { args, env }: { readonly args: readonly string[]; readonly env: EnvFile },
): Promise<void> {
  const help = commandHelp(name, args);
  if (help) return void process.stdout.write(`${help.lines.join('\n')}\n`);
  try {
    const { spec, values } = readByTable(name, COMMANDS[name], args);
    const settings = settingsOf(spec, values);
    beforeActing(spec, { settings, env, tell });
    keepFilesToOwner();
    const { startServer, startWorker } = await import('./start.js');
    const isBehindProxy = settings.http.proxies.length > 0;
    if (name === 'worker') {
      stopOnSignal({ context: await startWorker(settings), server: null, isBehindProxy }, tell);
      return;
    }
    const { app, url } = await startServer(settings);
    stopOnSignal({ context: app, server: app.getHttpServer(), isBehindProxy }, tell);
    tell(`Hồi Âm ${softwareVersion()} đang phục vụ tại ${url}.`);
  } catch (error) {
    tell(startFailure(error));
    process.exit(isSetUpWrong(error) ? UNUSABLE : OUTSIDE_FAILED);
  }
}

/** An error names the option as well as its variable. */
function settingsOf(spec: ActSpec, values: Reading['values']): Settings {
  try {
    return readSettings(undefined, variablesOf(spec, values));
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const named = Object.entries(spec.options).reduce(
      (text, [name, { sets = '' }]) =>
        name in values ? text.replace(`Biến ${sets} `, `Biến ${sets} (--${name}) `) : text,
      error.message,
    );
    throw new SettingsError(named, { cause: error });
  }
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function isSetUpWrong(error: unknown): boolean {
  return error instanceof SettingsError || error instanceof DatabaseUnfit || error instanceof UnusableArguments;
}

function startFailure(error: unknown): string {
  const reason = failureWords(error);
  if (isSystemError(error, 'EADDRINUSE'))
    return `Không khởi động được: đã có chương trình khác dùng cổng này (${reason}); đổi HOI_AM_PORT hoặc --port.`;
  return isSetUpWrong(error) ? reason : `Không khởi động được: ${reason}`;
}
