import { join } from 'node:path';
import { pino } from 'pino';
import { Log } from '../../src/platform/telemetry/log.js';

/** The log of what runs inside a test: into the folder that is looked through at the end of a run, everything; without one, nothing. */
export function testLog(): Log {
  const folder = process.env['TEST_LOG_DIR'];
  if (folder === undefined) return new Log('silent');
  return new Log(
    'debug',
    pino.destination({ dest: join(folder, `${String(process.pid)}.log`), append: true, sync: true }),
  );
}
