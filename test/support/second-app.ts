import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Settings } from '../../src/config/settings.js';
import { compileCache } from './compile-cache.js';
import type { TestApp } from './test-app.js';
import { PASSWORD } from './test-people.js';
import { WebVisitor } from './web-visitor.js';

const START_LIMIT_MS = 120_000;
/** The port of the old discard service: what calls it is refused. */
const NOBODY_THERE = 'http://127.0.0.1:9/eoffice/v1';

/** The app as it is shipped, in a process of its own on the database of a test. */
export class SecondApp {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** @param environment what it is told besides, or otherwise */
  static async beside(app: TestApp, environment: Readonly<Record<string, string>> = {}): Promise<SecondApp> {
    const { dataDirectory, databaseUrl } = app.nest.get(Settings);
    const port = await freePort();
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'dist/src/main.js'], {
      env: {
        ...{ PATH: process.env['PATH'], TZ: 'UTC', ...compileCache() },
        ...{ HOI_AM_DATA: dataDirectory, DATABASE_URL: databaseUrl, HOI_AM_PORT: String(port), HOI_AM_LOG: 'silent' },
        E_OFFICE_URL: NOBODY_THERE,
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const second = new SecondApp(child, `http://127.0.0.1:${String(port)}`);
    const patience = AbortSignal.timeout(START_LIMIT_MS);
    while (!(await fetch(`${second.url}/health/live`).catch(() => null))?.ok) {
      if (patience.aborted || child.exitCode !== null) throw new Error('The second app did not start.');
      await pause(100);
    }
    return second;
  }

  async visitor(username: string): Promise<WebVisitor> {
    const visitor = new WebVisitor(this.url);
    await visitor.signIn(username, PASSWORD);
    return visitor;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
