import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { MachineClock } from '../../e-office/machine-clock.js';
import { programOptions } from '../../program-options.js';
import { startHotline } from './server.js';

/** What the simulated hotline is told: the content of its configuration file. */
const configuration = z.object({
  appUrl: z.url().transform((url) => new URL(url).origin),
  apiKey: z.string().min(1),
  ownSecret: z.string().startsWith('whsec_').nullable().default(null),
  appSecret: z.string().startsWith('whsec_').nullable().default(null),
});

/** @returns never: says what is wrong in one sentence and ends with status 2 */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return giveUp(`Không đọc được cấu hình ${path}: cần tệp JSON.`);
  }
}

const USAGE = 'Cách dùng: main.js --config TỆP.json [--port CỔNG]';
const { config, port = '0' } = programOptions({ config: { type: 'string' }, port: { type: 'string' } }, USAGE);
if (config === undefined || !/^\d{1,5}$/u.test(port)) giveUp(USAGE);

const { data, error } = configuration.safeParse(read(config));
if (!data) giveUp(`Cấu hình ${config} chưa đúng:\n${z.prettifyError(error)}`);

const clock = new MachineClock();
const running = await startHotline({ ...data, now: () => clock.now() }, Number(port));
process.stdout.write(`${JSON.stringify({ ready: true, url: running.url, webhookUrl: `${running.url}/nhan` })}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void running.stop().then(() => process.exit(0));
  });
}
