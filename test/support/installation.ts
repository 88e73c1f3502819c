import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { openAuthority } from '../../integrations/e-office/simulator/authority/authority.js';
import type { SimulatorOptions } from '../../integrations/e-office/simulator/options.js';
import { startSimulator, type RunningSimulator } from '../../integrations/e-office/simulator/server.js';
import { SystemClock } from '../../src/platform/system-clock.js';
import { bytesFor } from './chance.js';
import { compileCache } from './compile-cache.js';
import { TlsProxy, type ProxyAnswer } from './tls-proxy.js';

export const HOST = 'hoi-am.so-gddt.test';

const START_MS = 120_000;

/** Who has an account at the e-office of the installation: they sign and seal there. */
export const E_OFFICE_LEADER = { userCode: 'khanh.dq', name: 'Đỗ Quốc Khánh', position: 'Phó Giám đốc' };
export const DEPARTMENT = 'Sở Giáo dục và Đào tạo thành phố Hải Phòng';
const AGENCY_CODE = '000.00.03.H24';
export const E_OFFICE_CLERK = { userCode: 'tue.pm', name: 'Phạm Minh Tuệ' };

/**
 * The product as an IT office installs it: an empty database made by `migrate`, NODE_ENV=production, a server with TLS before it, an e-office to talk to.
 * Everything else is entered by commands and pages.
 */
export class Installation {
  private app: ChildProcess | null = null;

  private constructor(
    readonly directory: string,
    readonly eOffice: RunningSimulator,
    readonly environment: Readonly<Record<string, string>>,
    private readonly proxy: TlsProxy,
  ) {}

  /** @param more variables of `.env` besides those that production demands */
  static async prepare(more: Readonly<Record<string, string>> = {}): Promise<Installation> {
    const directory = await mkdtemp(join(tmpdir(), 'hoi-am-installation-'));
    const port = await freePort();
    const [password, callbackPassword] = [secret('e-office'), secret('callback')];
    const options: SimulatorOptions = {
      ...{ directory: join(directory, 'e-office'), clock: new SystemClock(), port: 0, host: '127.0.0.1' },
      ...{ username: 'sgddt', password },
      department: { agencyCode: AGENCY_CODE, name: DEPARTMENT },
      hotline: { agencyCode: '000.00.22.H24', name: 'Tổng đài 1022 thành phố Hải Phòng' },
      callback: {
        url: `http://127.0.0.1:${String(port)}/soap/eoffice-callback/v1`,
        ...{ username: 'eoffice', password: callbackPassword },
      },
      leaders: [E_OFFICE_LEADER],
      clerk: E_OFFICE_CLERK,
    };
    const eOffice = await startSimulator(options);
    const anchors = join(directory, 'goc-chung-thuc.pem');
    await writeFile(anchors, eOffice.rootPem);
    await mkdir(join(directory, 'du-lieu'), { recursive: true, mode: 0o700 });
    const proxy = await TlsProxy.before(HOST, `http://127.0.0.1:${String(port)}`);
    return new Installation(
      directory,
      eOffice,
      {
        NODE_ENV: 'production',
        DATABASE_URL: `sqlite:${join(directory, 'du-lieu', 'hoi-am.db')}`,
        HOI_AM_DATA: join(directory, 'du-lieu'),
        HOI_AM_PORT: String(port),
        HOI_AM_LOG: 'warn',
        HOI_AM_PUBLIC_URL: `https://${HOST}:${String(proxy.port)}`,
        HOI_AM_PROXIES: '127.0.0.1',
        SESSION_SECRET: secret('sessions'),
        E_OFFICE_URL: `${eOffice.url}/eoffice/v1`,
        E_OFFICE_PASSWORD: password,
        E_OFFICE_POLL_SECONDS: '2',
        CALLBACK_PASSWORD: callbackPassword,
        TRUST_ANCHORS: anchors,
        TRUST_CRL_HOSTS: new URL(eOffice.url).host,
        ...more,
      },
      proxy,
    );
  }

  /** Where people open it. */
  get url(): string {
    return this.environment['HOI_AM_PUBLIC_URL'] ?? '';
  }

  /** The certificate of the leader and that of the agency, as their issuer hands them out. */
  async certificates(): Promise<{ readonly leader: Buffer; readonly agency: Buffer }> {
    const place = { clock: new SystemClock(), crlUrl: `${this.eOffice.url}/ca/crl` };
    const authority = await openAuthority(join(this.directory, 'e-office', 'authority'), place);
    const { userCode, name: fullName, position: title } = E_OFFICE_LEADER;
    const identities = [
      await authority.identityOf(userCode, { fullName, title, department: DEPARTMENT }),
      await authority.agencyIdentity(AGENCY_CODE, DEPARTMENT),
    ];
    const [leader, agency] = identities.map(({ certificate }) => Buffer.from(certificate.toSchema(true).toBER()));
    if (!leader || !agency) throw new Error('Nobody issued them.');
    return { leader, agency };
  }

  /** What a program of somebody else posts, through the proxy. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<ProxyAnswer> {
    return this.proxy.send('POST', path, { form: new URLSearchParams(fields).toString() });
  }

  /** Runs a command of `hoi-am` to its end. @param input what is typed, where it asks */
  async command(args: readonly string[], input = ''): Promise<{ readonly status: number; readonly said: string }> {
    const child = this.start('cli.js', args);
    child.stdin?.end(input);
    const said = Promise.all([child.stdout, child.stderr].map(async (stream) => (stream ? text(stream) : '')));
    const [status] = (await once(child, 'close')) as [number];
    return { status, said: (await said).join('') };
  }

  async serve(): Promise<void> {
    this.app = this.start('main.js', []);
    this.app.stderr?.pipe(process.stderr);
    const url = `http://127.0.0.1:${this.environment['HOI_AM_PORT'] ?? ''}/health/ready`;
    for (let waited = 0; waited < START_MS; waited += 250) {
      const answer = await fetch(url).catch(() => null);
      if (answer?.ok === true) return;
      if (this.app.exitCode !== null) break;
      await pause(250);
    }
    throw new Error('The application did not start.');
  }

  async close(): Promise<void> {
    if (this.app?.exitCode === null) {
      this.app.kill('SIGTERM');
      await once(this.app, 'close');
    }
    await this.proxy.close();
    await this.eOffice.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  private start(program: 'cli.js' | 'main.js', args: readonly string[]): ChildProcess {
    const { PATH = '', HOME = '' } = process.env;
    return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join('dist/src', program), ...args], {
      env: { PATH, HOME, TZ: 'UTC', ...compileCache(), ...this.environment },
      stdio: 'pipe',
    });
  }
}

function secret(name: string): string {
  return bytesFor(`installation: ${name}`, 24).toString('base64url');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
