import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * What goes wrong with one call: `late` no answer at all · `drip` an answer that does not end · `cut` in the middle of the body · `wrong` one bit of the body · `otherwise` another one
 * · `html` a page of somebody else · `lost` thanked for and thrown away · a status, with the words of S3.
 */
export type Fault = 'late' | 'drip' | 'cut' | 'wrong' | 'otherwise' | 'html' | 'lost' | 500 | 503 | 403;

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const WORDS: Readonly<Record<number, string>> = { 500: 'InternalError', 503: 'SlowDown', 403: 'AccessDenied' };

/** Stands between a client and an S3 server, and answers as it is told. */
export class FaultingLine {
  readonly asked: string[] = [];
  /** Answers of lists stay as they are now. */
  private readonly frozen = new Map<string, Answer>();
  private isFrozen = false;
  private faults: { method: string; fault: Fault; times: number }[] = [];

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {}

  static async to(port: number): Promise<FaultingLine> {
    const server = createServer();
    const line = new FaultingLine(server, port);
    server.on('request', (asked: IncomingMessage, answer: ServerResponse) => {
      line.handle(asked, answer).catch(() => answer.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return line;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** The next calls of a method go wrong so. */
  next(method: 'GET' | 'HEAD' | 'PUT' | 'DELETE', fault: Fault, times = 1): void {
    this.faults.push({ method, fault, times });
  }

  /** From here on a list says what it said when it was last asked. */
  freezeLists(isFrozen: boolean): void {
    this.isFrozen = isFrozen;
  }

  /** Everything goes well again. */
  heal(): void {
    this.faults = [];
    this.isFrozen = false;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await pause(0);
  }

  private async handle(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method = '', url = '' } = asked;
    this.asked.push(`${method} ${url}`);
    const body = await bytesOf(asked);
    const fault = this.take(method);
    const isList = url.includes('list-type=2');
    const kept = isList && this.isFrozen ? this.frozen.get(url) : undefined;
    const given =
      fault === 'lost'
        ? { status: 200, headers: {}, body: Buffer.alloc(0) }
        : (kept ?? (await this.forward(asked, body)));
    if (isList && !this.isFrozen) this.frozen.set(url, given);
    await send(answer, given, fault);
  }

  private take(method: string): Fault | null {
    const due = this.faults.find((one) => one.method === method && one.times > 0);
    if (due === undefined) return null;
    due.times -= 1;
    return due.fault;
  }

  private forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const onward = request({ host: '127.0.0.1', port: this.port, method, path: url, headers }, (answer) => {
        void bytesOf(answer).then((bytes) => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes });
        }, reject);
      });
      onward.on('error', reject);
      onward.end(body);
    });
  }
}

async function send(answer: ServerResponse, { status, headers, body }: Answer, fault: Fault | null): Promise<void> {
  if (fault === 'late') return;
  if (typeof fault === 'number') {
    const code = WORDS[fault] ?? '';
    answer
      .writeHead(fault, { 'content-type': 'application/xml' })
      .end(`<Error><Code>${code}</Code><Message>thử</Message></Error>`);
    return;
  }
  if (fault === 'html') {
    answer.writeHead(200, { 'content-type': 'text/html' }).end('<html>Xin đăng nhập mạng</html>');
    return;
  }
  answer.writeHead(status, headers);
  if (fault === 'cut') {
    answer.write(body.subarray(0, body.length / 2));
    await pause(20);
    answer.destroy();
    return;
  }
  if (fault === 'drip') {
    for (const byte of body) {
      if (!answer.write(Buffer.of(byte)) && answer.destroyed) return;
      await pause(100);
    }
  }
  const spoilt = fault === 'wrong' ? 0 : fault === 'otherwise' ? body.length - 1 : -1;
  answer.end(Buffer.from(body.map((byte, at) => (at === spoilt ? byte ^ 1 : byte))));
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}
