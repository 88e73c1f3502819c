import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What is answered instead of the peer's own answer. */
export interface OddAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a function: made from the peer's own answer. */
  readonly body: string | ((own: string) => string);
  /** Whether the peer gets the call all the same, so that it has taken what we do not know it took. */
  readonly isTaken: boolean;
}

/** An HTTP proxy before the e-office that answers oddly on demand. */
export class OddPeer {
  private odd: OddAnswer | null = null;
  /** When each call came, in milliseconds of the process. */
  calls: number[] = [];

  private constructor(
    private readonly server: Server,
    private readonly peer: URL,
  ) {}

  static async before(peer: string): Promise<OddPeer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const odd = new OddPeer(server, new URL(peer));
    server.on('request', (asked: IncomingMessage, answer: ServerResponse) => {
      void odd.answer(asked, answer).catch(() => answer.destroy());
    });
    return odd;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** @param odd null to be honest again */
  be(odd: OddAnswer | null): void {
    this.odd = odd;
    this.calls = [];
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async answer(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    this.calls.push(performance.now());
    const { odd } = this;
    const sent = await buffer(asked);
    const own = odd?.isTaken === false ? null : await this.ask(asked, sent);
    if (odd === null) {
      answer.writeHead(own?.status ?? 502, own?.headers).end(own?.body);
      return;
    }
    const body = typeof odd.body === 'string' ? odd.body : odd.body(own?.body.toString('utf8') ?? '');
    answer.writeHead(odd.status, { 'content-type': 'text/xml; charset=utf-8', ...odd.headers }).end(body);
  }

  private async ask({ method, url, headers }: IncomingMessage, body: Buffer) {
    const call = request(new URL(url ?? '/', this.peer), { method, headers }).end(body);
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    const answer = await buffer(response);
    const type = response.headers['content-type'] ?? 'text/xml';
    return { status: response.statusCode ?? 502, headers: { 'content-type': type }, body: answer };
  }
}
