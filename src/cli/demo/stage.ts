import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { readSettings, type Settings } from '../../config/settings.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { placeOf } from '../../platform/database/database-place.js';
import { SystemClock } from '../../platform/system-clock.js';
import { UnusableArguments } from '../unusable-arguments.js';
import { demonstrationOffice } from './office-config.js';

const START_TIME_MS = 120_000;
const POLL_SECONDS = '2';
/** The folder in which a first start lays out what it begins with; it stands until that start is done. */
export const LAYING_OUT = 'dang-mo';

/** What a demonstration keeps between its starts, so that ports, passwords and certificates stay the same. */
interface StageFacts {
  readonly appPort: number;
  readonly eOfficePort: number;
  readonly eOfficePassword: string;
  readonly callbackPassword: string;
  /** By how many days the clocks of both processes go before or after the machine's. */
  readonly clockDays: number;
  /** Which database on a server the folder belongs to; none where its database lies in it. */
  readonly server?: string;
}

interface FirstStart {
  readonly app: number;
  readonly eOffice: number;
  readonly clockDays?: () => Promise<number>;
  /** A database on a server, in place of the embedded one. */
  readonly databaseUrl?: string | undefined;
}

/** The two processes of a demonstration, and how to reach them. */
export class Stage {
  private readonly processes = new Map<string, ChildProcess>();

  private constructor(
    readonly directory: string,
    private readonly built: string,
    private readonly facts: StageFacts & { readonly databaseUrl?: string | undefined },
    private readonly more: Readonly<Record<string, string>>,
    /** Whether the folder was laid out by this start. */
    readonly isNew: boolean,
  ) {}

  /**
   * @param directory where everything of the demonstration lies
   * @param built root of the built output, whose programs are started
   * @param first the ports wished for at the first start, 0 = any free one; and what is laid out then, which says by how many days the clocks go apart
   * @param more variables of Node itself, for both processes
   * @throws UnusableArguments while another start lays the folder out, or where it belongs to another database
   */
  static async at(
    directory: string,
    built: string,
    first: FirstStart,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Stage> {
    await mkdir(directory, { recursive: true });
    const alone = join(directory, `${LAYING_OUT}.khoa`);
    const lock = lockAt(alone);
    try {
      return await Stage.laidOut(directory, built, first, more);
    } finally {
      lock.close();
      await rm(alone, { force: true });
    }
  }

  private static async laidOut(
    directory: string,
    built: string,
    first: FirstStart,
    more: Readonly<Record<string, string>>,
  ): Promise<Stage> {
    const path = join(directory, 'trinh-dien.json');
    const known = await readFile(path, 'utf8').then(
      (text) => JSON.parse(text) as Omit<StageFacts, 'clockDays'> & Partial<StageFacts>,
      () => null,
    );
    const { databaseUrl } = first;
    const server = databaseUrl === undefined ? undefined : placeOf(databaseUrl);
    if (known && known.server !== server) throw new UnusableArguments(otherDatabase(directory));
    if (known) return new Stage(directory, built, { clockDays: 0, ...known, databaseUrl }, more, false);
    const facts: StageFacts = {
      ...(server === undefined ? {} : { server }),
      clockDays: (await first.clockDays?.()) ?? 0,
      appPort: await freePort(first.app),
      eOfficePort: await freePort(first.eOffice),
      eOfficePassword: randomBytes(18).toString('base64url'),
      callbackPassword: randomBytes(18).toString('base64url'),
    };
    await writeFile(`${path}.moi`, JSON.stringify(facts), { mode: 0o600 });
    await rename(`${path}.moi`, path);
    await rm(join(directory, LAYING_OUT), { recursive: true, force: true });
    return new Stage(directory, built, { ...facts, databaseUrl }, more, true);
  }

  get url(): string {
    return `http://127.0.0.1:${this.facts.appPort}`;
  }

  get eOfficeUrl(): string {
    return `http://127.0.0.1:${this.facts.eOfficePort}`;
  }

  /** The environment of the app; everything else has its standard value. */
  get environment(): Readonly<Record<string, string>> {
    return {
      HOI_AM_DATA: join(this.directory, 'du-lieu'),
      HOI_AM_PORT: String(this.facts.appPort),
      HOI_AM_DEMO: '1',
      HOI_AM_DEMO_CLOCK_DAYS: String(this.facts.clockDays),
      HOI_AM_LOG: 'warn',
      E_OFFICE_URL: `${this.eOfficeUrl}/eoffice/v1`,
      E_OFFICE_PASSWORD: this.facts.eOfficePassword,
      E_OFFICE_POLL_SECONDS: POLL_SECONDS,
      SIGNING_LETTER_PAGE: `${this.eOfficeUrl}/ky/{ma}`,
      CALLBACK_PASSWORD: this.facts.callbackPassword,
      TRUST_ANCHORS: this.anchorsFile,
      TRUST_CRL_HOSTS: `127.0.0.1:${this.facts.eOfficePort}`,
      ...(this.facts.databaseUrl === undefined ? {} : { DATABASE_URL: this.facts.databaseUrl }),
    };
  }

  /** Today, as the demonstration has it. */
  get today(): CivilDate {
    return civilDateOf(new SystemClock(this.facts.clockDays).now());
  }

  get settings(): Settings {
    return readSettings(this.environment);
  }

  /** The root of the simulated e-office's authority, in PEM. */
  get anchorsFile(): string {
    return join(this.directory, 'goc-chung-thuc.pem');
  }

  /** Starts the simulated e-office and fetches its authority's root. */
  async startEOffice(): Promise<void> {
    const { directory, port, config } = await this.layEOffice();
    const script = join(this.built, 'integrations/e-office/simulator/main.js');
    this.spawn('e-office', [script, '--directory', directory, '--port', String(port), '--config', config], {});
    const answer = await this.answerOf('e-office', `${this.eOfficeUrl}/ca/root.pem`);
    await this.trust(await answer.text());
  }

  /** Writes down whom the simulated e-office knows. @returns where it keeps what it is told, and the file of its configuration */
  async layEOffice(): Promise<{ readonly directory: string; readonly port: number; readonly config: string }> {
    const config = join(this.directory, 'e-office.json');
    await writeFile(config, JSON.stringify(demonstrationOffice(this.facts, this.url)), { mode: 0o600 });
    return { directory: join(this.directory, 'e-office'), port: this.facts.eOfficePort, config };
  }

  /** @param rootPem of the simulated e-office's authority */
  async trust(rootPem: string): Promise<void> {
    await writeFile(this.anchorsFile, rootPem);
  }

  async startApp(): Promise<void> {
    this.spawn('app', [join(this.built, 'src/main.js')], this.environment);
    await this.answerOf('app', `${this.url}/health/ready`);
  }

  /** As a loss of power would: no farewell. */
  async killApp(): Promise<void> {
    await this.end('app', 'SIGKILL');
  }

  async stop(): Promise<void> {
    await Promise.all([...this.processes.keys()].map((name) => this.end(name, 'SIGTERM')));
  }

  private spawn(name: string, args: readonly string[], environment: Readonly<Record<string, string>>): void {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      env: { PATH: pathOfTools(), TZ: 'UTC', ...this.more, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.processes.set(name, child);
    child.once('exit', () => {
      if (this.processes.get(name) === child) this.processes.delete(name);
    });
  }

  private async answerOf(name: string, url: string): Promise<Response> {
    const patience = AbortSignal.timeout(START_TIME_MS);
    while (!patience.aborted) {
      if (!this.processes.has(name)) throw new Error(`Tiến trình ${name} dừng ngay khi khởi động.`);
      const answer = await fetch(url).catch(() => null);
      if (answer?.ok) return answer;
      await pause(100);
    }
    throw new Error(`Tiến trình ${name} không sẵn sàng sau ${START_TIME_MS / 1000} giây.`);
  }

  private async end(name: string, signal: NodeJS.Signals): Promise<void> {
    const child = this.processes.get(name);
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }
}

function otherDatabase(directory: string): string {
  return `Thư mục ${directory} thuộc bản trình diễn trên cơ sở dữ liệu khác; xem lại DATABASE_URL, hoặc chọn thư mục khác bằng --out.`;
}

/** Held by a transaction, it falls with its process, however that ends. @throws UnusableArguments where another process holds it */
function lockAt(path: string): Database.Database {
  const lock = new Database(path, { timeout: 0 });
  try {
    return lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_BUSY') throw error;
    throw new UnusableArguments('Một lệnh khác đang mở bản trình diễn trong thư mục này; chờ lệnh đó mở xong.');
  }
}

/** The children find soffice and pdftoppm where this process would. */
function pathOfTools(): string {
  return ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'].join(':');
}

/** @returns the port wished for when nobody listens there, otherwise any free one */
export async function freePort(wished: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => (wished === 0 ? reject(new Error('Không còn cổng trống.')) : resolve(freePort(0))));
    probe.listen(wished, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
