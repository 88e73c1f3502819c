import { readSettings, SettingsError, type Settings } from './config/settings.js';
import { DatabaseUnfit } from './existing-database.js';

const UNUSABLE = 2;
const OUTSIDE_FAILED = 3;
/** So long the work in hand may go on after the order to stop; whoever gave it must not kill sooner. */
const DRAIN_MS = 15_000;

/**
 * Starts a long-running process; what keeps it from starting is told in one sentence and ends it. Ordered to stop, it lets the work in hand
 * end, but waits for no peer longer than it may: what is left then is done after the next start.
 */
export async function runAsProcess(start: (settings: Settings) => Promise<unknown>): Promise<void> {
  try {
    await start(readSettings());
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => setTimeout(leave, DRAIN_MS).unref());
  } catch (error) {
    process.stderr.write(`${startFailure(error)}\n`);
    process.exit(error instanceof SettingsError || error instanceof DatabaseUnfit ? UNUSABLE : OUTSIDE_FAILED);
  }
}

function leave(): never {
  process.stderr.write('Dừng khi còn việc chưa xong; việc ấy được làm tiếp ở lần khởi động sau.\n');
  process.exit(0);
}

function startFailure(error: unknown): string {
  if (error instanceof SettingsError || error instanceof DatabaseUnfit) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `Không khởi động được: ${reason}`;
}
