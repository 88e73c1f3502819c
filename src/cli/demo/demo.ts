import { join, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { trustOfThisProcess } from '../../config/child-environment.js';
import { readSettings, type Settings } from '../../config/settings.js';
import { sqlitePath } from '../../platform/database/database-place.js';
import { readArguments } from '../command-line.js';
import { unusable, type CommandOutcome } from '../outcome.js';
import { EOfficeDesk } from './e-office-desk.js';
import { DEMONSTRATION_PASSWORD, PEOPLE } from './people.js';
import { dateWords } from '../../calendar/index.js';
import { openYear } from './lived-year.js';
import { playOnce } from './play-once.js';
import { seedDemonstration } from './seed.js';
import { sendSourceLetter } from './source-letter.js';
import { Stage } from './stage.js';

export interface DemoHost {
  /** Root of the built output. */
  readonly built: string;
  /** Makes the tables in a database on a server. @throws DatabaseUnfit where it is not empty */
  readonly layTables: (settings: Settings) => Promise<void>;
  /** Opens the use cases on the demonstration's database. */
  readonly openUseCases: (settings: Settings) => Promise<INestApplicationContext>;
  /** stdout, one line. */
  readonly print: (line: string) => void;
  /** stderr, one line: what a person sees meanwhile. */
  readonly tell: (line: string) => void;
  /** Resolves when the person wants the demonstration to end. */
  readonly untilStopped: () => Promise<void>;
}

const WISHED_PORTS = { app: 8022, eOffice: 8023 };
/** How many of the simulator's sample tickets are sent at the first start. */
const SAMPLES = 6;

const ANY_PORTS = { app: 0, eOffice: 0 };

/**
 * `hoi-am demo [--once] [--out DIR]`: the whole job, with simulated e-office and hotline; leaves both running, or with `--once` plays one ticket from arrival to
 * released reply and ends with a summary. On the embedded default, or in an empty database on the SQL Server that DATABASE_URL names.
 */
export async function runDemo(args: readonly string[], host: DemoHost): Promise<CommandOutcome> {
  const { once = false, json = false, out } = readArguments('demo', args).values;
  const settings = readSettings();
  if (settings.production) return unusable(IN_PRODUCTION);
  const directory = resolve(out ?? join('var', once ? 'trinh-dien-mot-luot' : 'trinh-dien'));
  const stage = await stageAt(directory, { once, settings, host });
  // From the beginning: a demonstration that is stopped while it starts must stop the processes that it has started.
  const stop = new AbortController();
  const stopped = host.untilStopped().then(() => {
    stop.abort();
  });
  try {
    return await playOn(stage, { host, directory, once, json, stopped, signal: stop.signal });
  } catch (error) {
    // Ctrl+C reaches the two processes, too: that they end is then no fault.
    if (stop.signal.aborted) return CUT_SHORT;
    throw error;
  } finally {
    await stage.stop();
  }
}

interface Play {
  readonly host: DemoHost;
  readonly directory: string;
  readonly once: boolean;
  readonly json: boolean;
  readonly stopped: Promise<void>;
  readonly signal: AbortSignal;
}

async function playOn(stage: Stage, play: Play): Promise<CommandOutcome> {
  const { host, directory, once, json, stopped, signal } = play;
  await stage.startEOffice();
  const context = await host.openUseCases(stage.settings);
  try {
    if (await seedDemonstration(context)) await sendSourceLetter(context);
    await stage.startApp();
    if (signal.aborted) return CUT_SHORT;
    return once
      ? await Promise.race([playAndEnd(context, { stage, directory, host, json }), cutShort(stopped)])
      : await stayOpen(stage, host, { json, stopped });
  } finally {
    await context.close();
  }
}

const IN_PRODUCTION = 'Bản trình diễn không chạy khi NODE_ENV=production: bỏ biến ấy, hoặc chạy ở một thư mục khác.';

/** On a server it begins with an empty department: the lived year is an embedded database. */
async function stageAt(
  directory: string,
  { once, settings, host }: { once: boolean; settings: Settings; host: DemoHost },
): Promise<Stage> {
  const ports = once ? ANY_PORTS : WISHED_PORTS;
  const { databaseUrl } = settings;
  if (sqlitePath(databaseUrl) === null) {
    const clockDays = () => host.layTables(settings).then(() => 0);
    return Stage.at(directory, host.built, { ...ports, clockDays, databaseUrl }, trustOfThisProcess());
  }
  return Stage.at(directory, host.built, once ? ports : { ...ports, clockDays: () => openYear(directory) });
}

async function playAndEnd(
  context: INestApplicationContext,
  { stage, directory, host, json }: { stage: Stage; directory: string; host: DemoHost; json: boolean },
): Promise<CommandOutcome> {
  const tell = json ? () => undefined : host.tell;
  const summary = await playOnce(context, new EOfficeDesk(stage.eOfficeUrl), { directory, tell });
  return { exitCode: summary.verification.verdict === 'valid' ? 0 : 1, lines: [JSON.stringify(summary)], messages: [] };
}

async function stayOpen(
  stage: Stage,
  host: DemoHost,
  { json, stopped }: { json: boolean; stopped: Promise<void> },
): Promise<CommandOutcome> {
  if (stage.isNew) await sendSamples(new EOfficeDesk(stage.eOfficeUrl));
  const shown = PEOPLE.filter(({ shownAs }) => shownAs !== undefined);
  const accounts = shown.map(({ username, shownAs }) => ({
    user: username,
    password: DEMONSTRATION_PASSWORD,
    role: shownAs ?? '',
  }));
  host.print(JSON.stringify({ ready: true, url: stage.url, eOfficeUrl: stage.eOfficeUrl, accounts }));
  if (!json) for (const line of guide(stage)) host.tell(line);
  await stopped;
  return { exitCode: 0, lines: [], messages: [] };
}

const CUT_SHORT: CommandOutcome = { exitCode: 1, lines: [], messages: ['Đã dừng theo yêu cầu khi chưa xong.'] };

async function cutShort(stopped: Promise<void>): Promise<CommandOutcome> {
  await stopped;
  return CUT_SHORT;
}

/** So that there is something to look at. */
export async function sendSamples(desk: EOfficeDesk): Promise<void> {
  for (let sample = 0; sample < SAMPLES; sample += 1) await desk.sendFeedback(sample);
}

function guide(stage: Stage): readonly string[] {
  return [
    '',
    `Hồi Âm:            ${stage.url}   (mật khẩu mọi tài khoản: ${DEMONSTRATION_PASSWORD})`,
    `Hệ thống quản lý văn bản mô phỏng: ${stage.eOfficeUrl}`,
    `Trong bản trình diễn, hôm nay là ${dateWords(stage.today)}.`,
    '',
    'Đi hết một phiếu:',
    `  1. ${stage.eOfficeUrl}/tong-dai → gửi một phản ánh (đã có sẵn ${SAMPLES} phiếu mẫu).`,
    '  2. Đăng nhập "vanthu" → mở phiếu mới → giao Phòng Giáo dục Trung học, bà Nguyễn Thị Hồng Ngọc.',
    '  3. Đăng nhập "chuyenvien" → nhận việc → ghi tiến độ → dự thảo công văn → trình thủ trưởng đơn vị.',
    '  4. Đăng nhập "truongphong" → duyệt nội dung; "vanthu" → duyệt thể thức; "chuyenvien" → trình ký.',
    `  5. ${stage.eOfficeUrl}/ky → ký số.`,
    `  6. "vanthu" → Sổ văn bản → phát hành; ${stage.eOfficeUrl}/van-thu → đóng dấu.`,
    `  7. ${stage.eOfficeUrl}/tong-dai → xem người phản ánh nhận được gì.`,
    '',
    'Ctrl+C để dừng.',
  ];
}
