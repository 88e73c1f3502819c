import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const CONTRACT = join(HERE, '../../../integrations/e-office/contract');

/** What PHP may take at most; a message of the contract is far smaller. */
const LIMITS = ['-d', 'post_max_size=128M', '-d', 'memory_limit=768M'];

/** The e-office's side of the contract by PHP's SoapServer (`php-office.php`), a process of its own. */
export class PhpOffice {
  static readonly username = 'so-gddt';
  static readonly password = 'mật-khẩu-của-PHP';
  static readonly agency = '000.00.03.H24';
  static readonly hotline = '000.00.22.H24';

  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    private readonly base: string,
  ) {}

  /** Where the contract is served. */
  get url(): string {
    return `${this.base}/eoffice/v1`;
  }

  /** @throws Error when PHP is missing (Debian: php-cli, php-soap, php-xml) or does not start */
  static async start(): Promise<PhpOffice> {
    const folder = await mkdtemp(join(tmpdir(), 'php-office-'));
    const { username: OFFICE_USERNAME, password: OFFICE_PASSWORD, agency: OFFICE_AGENCY } = PhpOffice;
    const process = spawn('php', [...LIMITS, '-S', '127.0.0.1:0', join(HERE, 'php-office.php')], {
      env: {
        PATH: '/usr/local/bin:/usr/bin:/bin',
        OFFICE_CONTRACT: CONTRACT,
        OFFICE_FOLDER: folder,
        OFFICE_USERNAME,
        OFFICE_PASSWORD,
        OFFICE_AGENCY,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return new PhpOffice(process, folder, await addressOf(process));
  }

  /** Something arrives for the department. @returns its message id */
  async queue(bytes: Buffer): Promise<string> {
    const answer = await this.control(`queue?from=${PhpOffice.hotline}`, bytes);
    return ((await answer.json()) as { messageId: string }).messageId;
  }

  async sign(clientRequestId: string): Promise<void> {
    await this.control(`sign?id=${clientRequestId}`);
  }

  async stop(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill();
    await ended;
    await rm(this.folder, { recursive: true });
  }

  private async control(act: string, body?: Buffer): Promise<Response> {
    const answer = await fetch(`${this.base}/control/${act}`, { method: 'POST', body: body && new Uint8Array(body) });
    if (!answer.ok) throw new Error(`${act}: ${answer.status}`);
    return answer;
  }
}

/** PHP says where it listens, once it does. */
function addressOf(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    process.once('error', () => reject(new Error('PHP is missing: apt-get install php-cli php-soap php-xml')));
    process.once('exit', () => reject(new Error(`PHP ended: ${said}`)));
    process.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
      const [, address] = /\((http:\/\/[\d.:]+)\) started/u.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
}
