import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Clock } from '../../../src/kernel/clock.js';
import { simulatorSettings } from './options.js';
import { startSimulator } from './server.js';

/** The machine's own clock: this is the root of a process of its own. */
class MachineClock extends Clock {
  override now(): Date {
    // eslint-disable-next-line no-restricted-syntax -- a composition root has nobody to ask
    return new Date();
  }
}

const { values } = parseArgs({
  options: { directory: { type: 'string' }, port: { type: 'string' }, config: { type: 'string' } },
});
if (values.directory === undefined || values.config === undefined) {
  process.stderr.write('Cách dùng: main.js --directory THƯ_MỤC --config TỆP.json [--port CỔNG]\n');
  process.exit(2);
}

const settings = simulatorSettings.parse(JSON.parse(readFileSync(values.config, 'utf8')));
const simulator = await startSimulator({
  ...settings,
  directory: values.directory,
  port: Number(values.port ?? 0),
  host: '127.0.0.1',
  clock: new MachineClock(),
});
process.stdout.write(`${JSON.stringify({ ready: true, url: simulator.url })}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void simulator.stop().then(() => process.exit(0));
  });
}
