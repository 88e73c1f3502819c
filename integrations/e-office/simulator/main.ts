import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { MachineClock } from '../machine-clock.js';
import { type SimulatorSettings, simulatorSettings } from './options.js';
import { startSimulator } from './server.js';

/** @returns never: says what is wrong in one sentence and ends with status 2 */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function readSettings(path: string): SimulatorSettings {
  const { data, error } = simulatorSettings.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  return data ?? giveUp(`Cấu hình ${path} chưa đúng:\n${z.prettifyError(error)}`);
}

const { values } = parseArgs({
  options: { directory: { type: 'string' }, port: { type: 'string' }, config: { type: 'string' } },
});
const { directory, config, port = '0' } = values;
if (directory === undefined || config === undefined || !/^\d{1,5}$/u.test(port)) {
  giveUp('Cách dùng: main.js --directory THƯ_MỤC --config TỆP.json [--port CỔNG]');
}

const simulator = await startSimulator({
  ...readSettings(config),
  directory,
  port: Number(port),
  host: '127.0.0.1',
  clock: new MachineClock(),
});
process.stdout.write(`${JSON.stringify({ ready: true, url: simulator.url })}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void simulator.stop().then(() => process.exit(0));
  });
}
