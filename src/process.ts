import { readSettings, SettingsError, type Settings } from './config/settings.js';
import { DatabaseBehind } from './existing-database.js';

const UNUSABLE = 2;
const OUTSIDE_FAILED = 3;

/** Starts a long-running process; what keeps it from starting is told in one sentence and ends it. */
export async function runAsProcess(start: (settings: Settings) => Promise<unknown>): Promise<void> {
  try {
    await start(readSettings());
  } catch (error) {
    process.stderr.write(`${startFailure(error)}\n`);
    process.exit(error instanceof SettingsError || error instanceof DatabaseBehind ? UNUSABLE : OUTSIDE_FAILED);
  }
}

function startFailure(error: unknown): string {
  if (error instanceof SettingsError || error instanceof DatabaseBehind) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `Không khởi động được: ${reason}`;
}
