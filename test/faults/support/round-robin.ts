import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a proxy may send a second time although the first app may have heard it: RFC 9110, 9.2.2. */
const IDEMPOTENT: readonly (string | undefined)[] = ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'];
/** Shorter than an app goes on serving after it was told to stop: `keepalive_timeout` of docs/operations/deploy/nginx.conf. */
const IDLE_MS = 3_000;

interface Asked {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly incoming: IncomingMessage;
  readonly body: Buffer;
}

/** The app did not answer; whether it may have heard the request. */
class NoAnswer extends Error {
  constructor(readonly wasSent: boolean) {
    super('no answer');
  }
}

/**
 * What stands before several apps, and does as nginx does with `proxy_next_upstream error timeout`: apps in turn, kept connections, and the next app where
 * one does not answer, unless it may have done what was asked.
 */
export class RoundRobin {
  /** Requests that the next app answered because the first did not. */
  retried = 0;
  /** Requests without an answer, or with one of 500 and above, as `POST /phieu/x/nhan 502`. */
  readonly failed: string[] = [];
  answered = 0;
  private readonly agent = new Agent({ keepAlive: true, timeout: IDLE_MS });
  private turn = 0;

  private constructor(
    private readonly server: Server,
    private readonly apps: readonly string[],
  ) {}

  /** @param apps addresses without a path */
  static async before(apps: readonly string[]): Promise<RoundRobin> {
    const server = createServer();
    const proxy = new RoundRobin(server, apps);
    server.on('request', (incoming: IncomingMessage, response: ServerResponse) => {
      proxy.pass(incoming, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.agent.destroy();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url: path } = incoming;
    const asked: Asked = { method, path, incoming, body: await bytesOf(incoming) };
    const answer = await this.askInTurn(asked);
    const status = answer?.status ?? 502;
    if (status >= 500) this.failed.push(`${String(method)} ${String(path)} ${String(status)}`);
    else this.answered += 1;
    response.writeHead(status, answer?.headers).end(answer?.body);
  }

  private async askInTurn(asked: Asked): Promise<Answer | null> {
    const first = this.turn;
    this.turn += 1;
    for (let tried = 0; tried < this.apps.length; tried += 1) {
      const app = this.apps[(first + tried) % this.apps.length] ?? '';
      try {
        const answer = await this.ask(app, asked);
        if (tried > 0) this.retried += 1;
        return answer;
      } catch (error) {
        if (error instanceof NoAnswer && error.wasSent && !IDEMPOTENT.includes(asked.method)) return null;
      }
    }
    return null;
  }

  private ask(app: string, { method, path, incoming, body }: Asked): Promise<Answer> {
    const { hostname, port, host } = new URL(app);
    const headers = { ...incoming.headers, 'x-forwarded-for': '127.0.0.1', connection: 'keep-alive' };
    return new Promise((resolve, reject) => {
      let wasSent = false;
      const passed = request({ agent: this.agent, hostname, port, method, path, headers }, (answer) => {
        bytesOf(answer).then(
          (bytes) => resolve({ status: answer.statusCode ?? 502, headers: withoutHops(answer), body: bytes }),
          () => reject(new NoAnswer(true)),
        );
      });
      passed.once('socket', (socket) => {
        if (socket.connecting) socket.once('connect', () => (wasSent = true));
        else wasSent = true;
      });
      passed.once('error', () => reject(new NoAnswer(wasSent))).end(body);
    }).catch((error: unknown) => {
      throw error instanceof NoAnswer ? error : new Error(host, { cause: error });
    }) as Promise<Answer>;
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: Buffer;
}

/** A connection's own headers go no further (RFC 9110, 7.6.1). */
function withoutHops({ headers }: IncomingMessage): Record<string, string | string[]> {
  const kept = Object.entries(headers).filter(
    ([name]) => !['connection', 'keep-alive', 'transfer-encoding'].includes(name),
  );
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
