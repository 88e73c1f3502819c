import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PEOPLE } from '../../src/cli/demo/people.js';
import { freePort, Stage } from '../../src/cli/demo/stage.js';
import { compileCache } from '../support/compile-cache.js';

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly said: string;
}

const SUITE = 'dist/integrations/e-office/conformance/main.js';

function suite(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SUITE, ...args], (error, out, said) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, said });
    });
  });
}

/** The suite as a vendor starts it, against a server that is a process of its own; what it finds in wrong servers is tested beside its code. */
describe('the conformance suite on the command line', () => {
  let directory: string;
  let stage: Stage;
  let account: string[];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-conformance-'));
    stage = await Stage.at(directory, 'dist', { app: 0, eOffice: 0 }, compileCache());
    await stage.startEOffice();
    const { username, password, url } = stage.settings.eOffice;
    const secret = join(directory, 'mat-khau');
    await writeFile(secret, `${password}\n`);
    account = ['--endpoint', String(url), '--username', username, '--password-file', secret];
  });

  afterAll(async () => {
    await stage.stop();
    await rm(directory, { recursive: true });
  });

  it('finds the simulated e-office to be without fault', async () => {
    const { agency } = stage.settings;
    const signer = PEOPLE.find(({ roles }) => roles.includes('leader'))?.eOfficeCode ?? '';
    const whole = ['--agency', agency.code, '--write', '--signer', signer, '--json'];
    const { status, out, said } = await suite(...account, ...whole);
    const verdicts = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly id: string; readonly verdict: string });
    expect(verdicts.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(45);
    expect(said).toBe(`${String(verdicts.length)} đạt, 0 không đạt, 0 bỏ qua.\n`);
    expect(status).toBe(0);
  });

  it('ends with 1 when nobody answers, and with 2 when it was not told whom to ask', async () => {
    const nobody = await suite(
      '--endpoint',
      `http://127.0.0.1:${await freePort(0)}/`,
      '--username',
      'a',
      '--password',
      'b',
    );
    expect(nobody.status).toBe(1);
    const unasked = await suite('--username', 'a', '--password', 'b');
    expect(unasked.status).toBe(2);
    expect(unasked.said).toContain('Thiếu --endpoint');
    const keyless = await suite('--endpoint', 'http://127.0.0.1:9/', '--password-file', join(directory, 'khong-co'));
    expect(keyless.status).toBe(2);
    expect(keyless.said).toMatch(/^Không đọc được tệp mật khẩu /u);
  });
});
