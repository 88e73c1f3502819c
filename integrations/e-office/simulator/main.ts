import { z } from 'zod';
import { programOptions } from '../../program-options.js';
import { MachineClock } from '../machine-clock.js';
import { DIALECTS, type Dialect } from '../profiles/profile.js';
import { type SimulatorSettings, simulatorSettings } from './options.js';
import { readConfiguration, rehearsalFile, appSettings } from './rehearsal.js';
import { startSimulator } from './server.js';

/** @returns never: says what is wrong in one sentence and ends with status 2 */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function readSettings(path: string): SimulatorSettings {
  const { data, error } = simulatorSettings.safeParse(readConfiguration(path));
  return data ?? giveUp(`Cấu hình ${path} chưa đúng:\n${z.prettifyError(error)}`);
}

function profileOf(name: string | undefined): Dialect | undefined {
  const profile = DIALECTS.find((one) => one === name);
  if (name !== undefined && profile === undefined) giveUp(`Không có --profile ${name}; chọn: ${DIALECTS.join(', ')}.`);
  return profile;
}

const USAGE = `Cách dùng: main.js --directory THƯ_MỤC (--profile TÊN | --config TỆP.json) [--port CỔNG]
--profile: ${DIALECTS.join(', ')}. --port 0, hay không ghi: cổng nào còn trống.`;

const values = programOptions(
  {
    directory: { type: 'string' },
    port: { type: 'string' },
    config: { type: 'string' },
    profile: { type: 'string' },
  },
  USAGE,
);
const { directory, port = '0' } = values;
const profile = profileOf(values.profile);
if (directory === undefined || !(values.config ?? profile) || !/^\d{1,5}$/u.test(port)) {
  giveUp(USAGE);
}

const settings = readSettings(values.config ?? rehearsalFile(directory, profile ?? 'standard'));
const simulator = await startSimulator({
  ...settings,
  ...(profile === undefined ? {} : { profile }),
  directory,
  port: Number(port),
  host: '127.0.0.1',
  clock: new MachineClock(settings.clockDays),
});
const told =
  profile === undefined ? {} : { profile, settings: appSettings(profile, settings, { url: simulator.url, directory }) };
process.stdout.write(`${JSON.stringify({ ready: true, url: simulator.url, ...told })}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void simulator.stop().then(() => process.exit(0));
  });
}
