import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { DoctorCheck } from '../../src/cli/doctor/doctor-check.js';
import { bytesFor } from './chance.js';
import { compileCache } from './compile-cache.js';

const CLI = resolve('dist/src/cli.js');

/** What `hoi-am doctor --json` said. */
export interface DoctorSaid {
  readonly status: number;
  readonly checks: readonly DoctorCheck[];
  readonly told: string;
}

/** What is wrong by one check, each with what to do. */
export function wrongBy(check: string, { status, checks, told }: DoctorSaid): readonly string[] {
  const wrong = checks.filter((one) => one.check === check && !one.ok);
  if (wrong.length > 0 && status !== 1) throw new Error(`${String(status)}: ${told}`);
  return wrong.map(({ message, mend }) => `${message} ${mend}`.trim());
}

/** An installation set up for production in a folder of its own, and the doctor asked of it as a script asks: a program of its own, with nothing but its variables. */
export class AskedDoctor {
  private constructor(
    readonly folder: string,
    /** What `.env` would say; LibreOffice is left out, which takes longest. */
    readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** @param anchors the trusted certificates, as PEM */
  static async prepare(anchors: string): Promise<AskedDoctor> {
    const folder = await mkdtemp(join(tmpdir(), 'hoi-am-kham-'));
    const [data, backups, trusted] = ['du-lieu', 'sao-luu', 'goc.pem'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await mkdir(data, { mode: 0o700 });
    await mkdir(backups);
    await writeFile(trusted, anchors);
    const secret = (name: string): string => bytesFor(`asked doctor: ${name}`, 24).toString('base64url');
    const doctor = new AskedDoctor(folder, {
      ...{ NODE_ENV: 'production', TZ: 'UTC', HOI_AM_DATA: data, HOI_AM_BACKUPS: backups, HOI_AM_PORT: '1' },
      ...{ DATABASE_URL: `sqlite:${join(data, 'hoi-am.db')}`, SOFFICE: '/khong-co/soffice', TRUST_ANCHORS: trusted },
      ...{ HOI_AM_PUBLIC_URL: 'https://hoi-am.so-gddt.test', HOI_AM_PROXIES: '127.0.0.1' },
      ...{ E_OFFICE_URL: 'http://127.0.0.1:1/', E_OFFICE_PASSWORD: secret('e-office') },
      ...{ SESSION_SECRET: secret('sessions'), CALLBACK_PASSWORD: secret('callback') },
    });
    const { status, told } = await doctor.run(['migrate']);
    if (status !== 0) throw new Error(told);
    return doctor;
  }

  /** @param more variables besides or instead; an empty one is left out */
  async ask(more: Readonly<Record<string, string>> = {}): Promise<DoctorSaid> {
    const { status, said, told } = await this.run(['doctor', '--json'], more);
    const lines = said.split('\n').filter((line) => line !== '');
    return { status, told, checks: lines.map((line) => JSON.parse(line) as DoctorCheck) };
  }

  /** What people read. */
  async read(more: Readonly<Record<string, string>> = {}): Promise<string> {
    return (await this.run(['doctor'], more)).said;
  }

  /** What is wrong by one check, each with what to do. */
  async wrong(check: string, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
    return wrongBy(check, await this.ask(more));
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  private async run(
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly status: number; readonly said: string; readonly told: string }> {
    const { PATH = '', HOME = '' } = process.env;
    const given = Object.entries({ ...this.environment, ...more }).filter(([, value]) => value !== '');
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...args], {
      cwd: this.folder,
      env: { PATH, HOME, ...compileCache(), ...Object.fromEntries(given) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const both = Promise.all([text(child.stdout), text(child.stderr)]);
    const [status] = (await once(child, 'close')) as [number];
    const [said, told] = await both;
    return { status, said, told };
  }
}
